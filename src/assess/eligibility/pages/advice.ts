import { z } from 'zod'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { hiddenVersion, text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import type { Determination } from '../determination.ts'
import { updateAdvice } from '../determinations.sql.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import { backTo } from './links.view.ts'

const advised = form({
  version: hiddenVersion(),
  reduce: text('Enter what can be done to meet or reduce the needs', 10_000),
  prevent: text('Enter what can be done to prevent or delay needs', 10_000),
})

/** The written advice that a carer with no eligible need is owed: Care Act 2014 s.13(5). */
export const advicePage = page({
  path: '/determinations/:id/advice',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      if (!isOwed(opened.determination)) return see(`/determinations/${params.id}`)
      const { adviceReduce, advicePrevent } = opened.determination
      const typed = { reduce: adviceReduce ?? '', prevent: advicePrevent ?? '' }
      return show(viewOf(opened, freshForm(typed)))
    }),
  post: ({ params, body, asActor, actor }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination } = opened
      if (!isOwed(determination)) return see(`/determinations/${params.id}`)
      const read = advised.read(body)
      if (!read.ok) return showAgain(viewOf(opened, read.error))
      const { version, reduce: adviceReduce, prevent: advicePrevent } = read.value
      const same =
        determination.adviceReduce === adviceReduce && determination.advicePrevent === advicePrevent
      const advice = { id: determination.id, version, adviceReduce, advicePrevent }
      if (same || (await updateAdvice(tx, advice))) return see(`/determinations/${params.id}`)
      return showConflict(viewOf(opened, freshForm(body), theirVersion(determination)))
    }),
})

function isOwed({ state, eligible, sentAt }: Determination): boolean {
  return state === 'decided' && eligible === false && sentAt === null
}

function viewOf(
  { determination, person }: OpenedDecision,
  state: FormState,
  theirs: Html = nothing,
): PageView {
  const label = (words: string) => ({ text: words, classes: 'govuk-label--s' })
  return {
    title: `Written advice for ${nameWithKnownAs(person)}`,
    before: backTo(determination),
    main: html`${faultSummary(state)} ${theirs}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
      <h1 class="govuk-heading-l">Written advice and information</h1>
      <p class="govuk-body">
        No need was found eligible, so the carer is owed written advice about their own situation
        (Care Act 2014 s.13(5)). It goes with the letter. Write to the carer: plainly, with names,
        numbers and days.
      </p>
      ${formTag({
        body: html`${hidden('version', determination.version)}
        ${govukTextarea({
          ...fieldOf(state, 'reduce'),
          rows: 8,
          label: label('What can be done to meet or reduce your needs now'),
        })}
        ${govukTextarea({
          ...fieldOf(state, 'prevent'),
          rows: 8,
          label: label('What can be done to prevent or delay needs'),
        })}
        ${govukButton({ text: 'Save the advice', preventDoubleClick: true })}`,
      })}`,
  }
}

function theirVersion({ adviceReduce, advicePrevent }: Determination): Html {
  return govukInsetText({
    html: html`<h2 class="govuk-heading-m">Somebody saved this advice while you were writing</h2>
      <p class="govuk-body">
        Nothing was overwritten, and what you typed is in the form below. This is their version.
      </p>
      <p class="govuk-body app-as-typed">${adviceReduce}</p>
      <p class="govuk-body app-as-typed">${advicePrevent}</p>`,
  })
}

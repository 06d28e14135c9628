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
import { mayAdvise, type Determination } from '../determination.ts'
import { updateAdvice } from '../determinations.sql.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import { backTo } from './links.view.ts'

const advised = form({
  version: hiddenVersion(),
  reduce: text('Enter what can be done to meet or reduce the needs', 10_000),
  prevent: text('Enter what can be done to prevent or delay needs', 10_000),
})

/** The written advice that goes with a decision, owed or given: Care Act 2014 s.13(5), s.61, s.64. */
export const advicePage = page({
  path: '/determinations/:id/advice',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      if (!isOpen(opened.determination)) return see(`/determinations/${params.id}`)
      const { adviceReduce, advicePrevent } = opened.determination
      const typed = { reduce: adviceReduce ?? '', prevent: advicePrevent ?? '' }
      return show(viewOf(opened, freshForm(typed)))
    }),
  post: ({ params, body, asActor, actor }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination } = opened
      if (!isOpen(determination)) return see(`/determinations/${params.id}`)
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

function isOpen(determination: Determination): boolean {
  const { state, sentAt } = determination
  return state === 'decided' && sentAt === null && mayAdvise(determination)
}

/** Why it is written, which depends on the law. */
function whyAdvise({ kind }: Determination): string {
  switch (kind) {
    case 'adult_carer':
      return 'No need was found eligible, so the carer is owed written advice about their own situation (Care Act 2014 s.13(5)). It goes with the letter.'
    case 'transition':
      return 'Whatever is expected after the eighteenth birthday, advice on it is owed (Care Act 2014 s.61, s.64). It goes with the letter.'
    case 'parent_carer':
    case 'young_carer':
      return 'Where no service is provided, say what else can help. It goes with the letter. The letter can go without it.'
  }
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
        ${whyAdvise(determination)} Write to the carer: plainly, with names, numbers and days.
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

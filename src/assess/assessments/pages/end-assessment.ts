import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html } from '#platform/lib/html.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { isOpen, type Assessment } from '../assessment.ts'
import { getAssessment } from '../assessments.sql.ts'
import { takeStep } from '../take-step.ts'
import { assessors } from '../who-assesses.ts'
import { overviewLink } from './links.view.ts'

const ended = form({
  how: choice(['declined', 'withdrawn'], 'Select how it ended'),
  words: text('Enter what the carer said, or why it was withdrawn', 2000),
})

/** Ends an assessment that the carer declines or that is withdrawn: with words, never silently. */
export const endAssessmentPage = page({
  path: '/assessments/:id/end',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const { assessment, person } = await opened(tx, params.id)
      if (!isOpen(assessment.state)) return see(`/assessments/${params.id}`)
      await noteRead(tx, actor, person.id, "carer's assessment")
      return show(viewOf(assessment, person, freshForm()))
    }),
  post: ({ params, body, asActor, clock }) =>
    asActor(async (tx) => {
      const { assessment, person } = await opened(tx, params.id)
      const read = ended.read(body)
      if (!read.ok) return showAgain(viewOf(assessment, person, read.error))
      const { how, words } = read.value
      const action = how === 'declined' ? 'decline' : 'withdraw'
      await takeStep(tx, assessment, action, { closedOn: clock.today(), closedWords: words })
      return see(`/assessments/${assessment.id}`)
    }),
})

async function opened(tx: Tx, id: string) {
  const assessment = await getAssessment(tx, id)
  return { assessment, person: await getPerson(tx, assessment.personId) }
}

function viewOf(assessment: Assessment, person: Person, state: FormState): PageView {
  return {
    title: `End the assessment of ${nameWithKnownAs(person)}`,
    before: overviewLink(assessment),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}, ${assessment.reference}</span>
      <h1 class="govuk-heading-l">The carer declines, or it is withdrawn</h1>
      <p class="govuk-body">
        A carer may refuse an assessment and ask again at any time. What was said is kept, and the
        offer stands (Care Act 2014, section 11).
      </p>
      ${formTag({
        body: html`${govukRadios({
          ...choiceOf(state, 'how'),
          fieldset: { legend: { text: 'What happened?', classes: 'govuk-fieldset__legend--s' } },
          items: [
            { value: 'declined', text: 'The carer declined it' },
            {
              value: 'withdrawn',
              text: 'It was withdrawn',
              hint: { text: 'Asked for in error, moved away, or no longer caring' },
            },
          ],
        })}
        ${govukTextarea({
          ...fieldOf(state, 'words'),
          label: { text: 'What was said?', classes: 'govuk-label--s' },
          hint: { text: 'In the carer’s own words where you can, and what was offered instead' },
        })}
        ${govukButton({ text: 'End this assessment', preventDoubleClick: true })}`,
      })}`,
  }
}

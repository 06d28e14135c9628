import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html } from '#platform/lib/html.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, optionalChoice, optionalText } from '#platform/web/fields.ts'
import { form, freshForm, type FieldFault, type FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { chosen } from '../answers.ts'
import { isOpen, type Assessment } from '../assessment.ts'
import { getAssessment } from '../assessments.sql.ts'
import { faultsOfEnding } from '../endings.rules.ts'
import { allAnswers } from '../section-state.ts'
import { listSections } from '../sections.sql.ts'
import { takeStep } from '../take-step.ts'
import { assessors } from '../who-assesses.ts'
import { endingFields } from './ending-fields.view.ts'
import { overviewLink } from './links.view.ts'

const steps = { declined: 'decline', refused: 'refuse', withdrawn: 'withdraw' } as const
const ways = ['declined', 'refused', 'withdrawn'] as const

function endForm(combined: boolean) {
  const fields = {
    how: choice(ways, 'Select how it ended'),
    reason: optionalChoice(codesOf('assessment-endings')),
    words: optionalText(2000),
  }
  return form(fields, ({ how, reason, words }): readonly FieldFault[] =>
    faultsOfEnding({
      ending: how as (typeof ways)[number],
      combined,
      reason: reason as string | null,
      words: words as string | null,
    }),
  )
}

/** Ends an assessment that is declined, refused or withdrawn: with a reason and words, never silently. */
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
      if (!isOpen(assessment.state)) return see(`/assessments/${params.id}`)
      const answers = allAnswers(await listSections(tx, params.id))
      const read = endForm(chosen(answers, 'combined').includes('yes')).read(body)
      if (!read.ok) return showAgain(viewOf(assessment, person, read.error))
      const { how, reason, words } = read.value
      await takeStep(tx, assessment, steps[how], {
        closedOn: clock.today(),
        closedReason: reason ?? '',
        closedWords: words ?? '',
      })
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
      <h1 class="govuk-heading-l">The carer says no, or it is withdrawn</h1>
      <p class="govuk-body">
        A carer may refuse an assessment and ask again at any time. What was said is kept, and the
        offer stands (Care Act 2014, section 11).
      </p>
      ${formTag({
        body: html`${govukRadios({
          ...choiceOf(state, 'how'),
          fieldset: { legend: { text: 'What happened?', classes: 'govuk-fieldset__legend--s' } },
          items: [
            { value: 'declined', text: 'The carer declined it for now' },
            {
              value: 'refused',
              text: 'The carer refused it',
              hint: { text: 'They do not want to be assessed' },
            },
            {
              value: 'withdrawn',
              text: 'It was withdrawn',
              hint: { text: 'Asked for in error, moved away, or no longer caring' },
            },
          ],
        })}
        ${endingFields(state, ways)}
        ${govukButton({ text: 'End this assessment', preventDoubleClick: true })}`,
      })}`,
  }
}

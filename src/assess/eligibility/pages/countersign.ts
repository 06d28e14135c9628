import { z } from 'zod'
import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html } from '#platform/lib/html.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { choice, optionalText } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { updateOutcome } from '#assess/assessments/assessments.sql.ts'
import { whyNotToCountersign } from '../countersigning.rules.ts'
import { answerInWords } from '../determination.ts'
import { updateCountersigned, updateReturned } from '../determinations.sql.ts'
import { outcomeOf } from '../make-decision.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import { backTo } from './links.view.ts'
import { reasonsView } from './steps.view.ts'

const countersigned = form(
  {
    answer: choice(['countersign', 'return'], 'Select whether you countersign this decision'),
    words: optionalText(2000),
  },
  ({ answer, words }) =>
    answer === 'return' && words === null
      ? [{ field: 'words', message: 'Enter what has to be looked at again' }]
      : [],
)

/** The council decides on a proposal: countersigns it as it stands, or returns it with a reason. */
export const countersignPage = page({
  path: '/determinations/:id/countersign',
  door: 'workspace',
  may: ['council_practitioner'],
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      if (opened.determination.state !== 'to_countersign')
        return see(`/determinations/${params.id}`)
      return show(viewOf(opened, freshForm()))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination } = opened
      if (determination.state !== 'to_countersign') return see(`/determinations/${params.id}`)
      const why = whyNotToCountersign({ determination, actor })
      if (why !== null) return showAgain(viewOf(opened, withFault(body, 'answer', why)))
      const read = countersigned.read(body)
      if (!read.ok) return showAgain(viewOf(opened, read.error))
      if (read.value.answer === 'return') {
        await updateReturned(tx, determination.id, read.value.words ?? '')
      } else {
        const done = await updateCountersigned(tx, {
          id: determination.id,
          countersignedOn: clock.today(),
          countersignedBy: actor.accountId,
          countersignedByName: actor.displayName,
        })
        if (done) await updateOutcome(tx, determination.assessmentId, outcomeOf(determination))
      }
      return see(`/determinations/${params.id}`)
    }),
})

function viewOf({ determination, person }: OpenedDecision, state: FormState): PageView {
  return {
    title: `Countersign the decision for ${nameWithKnownAs(person)}`,
    before: backTo(determination),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
      <h1 class="govuk-heading-l">
        ${determination.decidedByName} proposes: ${answerInWords(determination).toLowerCase()}
      </h1>
      ${reasonsView(determination, 2)}
      ${formTag({
        body: html`${govukRadios({
          ...choiceOf(state, 'answer'),
          fieldset: {
            legend: { text: 'What do you decide?', classes: 'govuk-fieldset__legend--m' },
          },
          items: [
            { value: 'countersign', text: 'Countersign it as it stands' },
            {
              value: 'return',
              text: 'Return it',
              hint: {
                text: 'It is kept as it is. The assessor makes a new one with the next number.',
              },
              conditional: {
                html: html`${govukTextarea({
                  ...fieldOf(state, 'words'),
                  rows: 3,
                  label: { text: 'What has to be looked at again?' },
                })}`,
              },
            },
          ],
        })}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  }
}

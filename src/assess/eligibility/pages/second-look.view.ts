import type { Actor } from '#platform/access/actor.ts'
import { holds } from '#platform/access/actor.ts'
import { formatLinks } from '#platform/documents/formats.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukSummaryList, type SummaryRow } from '#platform/govuk/summary-list.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { dayInWords, inWords, londonDay, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { answerInWords } from '../determination.ts'
import type { OpenedLook } from '../opened-look.ts'
import { isLate, whyAnswerNotSendable, whyNotToLook } from '../second-look.rules.ts'
import { askedHows, lookAnswers } from '../second-look.ts'
import { reasonsView } from './steps.view.ts'

type Model = OpenedLook & {
  readonly actor: Actor
  readonly today: IsoDate
  readonly state: FormState
}

export function secondLookView(model: Model): Html {
  const { look, determination, person, state, today } = model
  const late = isLate(look, today)
    ? govukWarningText({
        text: `The carer was promised an answer by ${inWords(look.dueOn)} and has none.`,
        iconFallbackText: 'Warning',
      })
    : nothing
  return html`${faultSummary(state)}
    <span class="govuk-caption-l"
      >${nameWithKnownAs(person)}, decision ${determination.number}</span
    >
    <h1 class="govuk-heading-l">
      Second look:
      ${look.answer === null ? 'not answered yet' : lookAnswers[look.answer].toLowerCase()}
    </h1>
    ${late} ${factsView(model)}
    <h2 class="govuk-heading-m">What was decided: ${answerInWords(determination).toLowerCase()}</h2>
    ${reasonsView(determination)} ${whatNext(model)}`
}

function factsView({ look, determination }: Model): Html {
  const by = determination.countersignedByName
  const decided = `${determination.decidedByName ?? ''}${by === null ? '' : `, countersigned by ${by}`}`
  const row = (key: string, value: string | null): SummaryRow | null =>
    value === null ? null : { key: { text: key }, value: { text: value } }
  return govukSummaryList({
    rows: [
      row('Asked', `${inWords(look.askedOn)}, ${askedHows[look.askedHow].toLowerCase()}`),
      row('What the carer said', look.askedWords ?? 'They gave no reason, and need give none'),
      row('Answer due', dayInWords(look.dueOn)),
      row('Decided by', decided),
      row(
        'Answered',
        look.answeredOn === null ? null : `${inWords(look.answeredOn)} by ${look.answeredByName}`,
      ),
      row('Reason', look.reason),
      row(
        'Sent',
        look.sentAt === null ? null : `${inWords(londonDay(look.sentAt))}, ${look.sentAs}`,
      ),
      row('The carer had a copy', look.copyOn === null ? null : inWords(look.copyOn)),
    ],
  })
}

function whatNext(model: Model): Html {
  const { look, determination, actor, all } = model
  if (look.answer === null) {
    const why = whyNotToLook({ determination, actor })
    return why === null ? answerView(model) : govukInsetText({ text: why })
  }
  const at = `/second-looks/${look.id}`
  const letter = html`<p class="govuk-body">The answer: ${formatLinks(`${at}/letter`)}</p>`
  const made = all.find(({ secondLookId }) => secondLookId === look.id)
  const anew =
    made === undefined
      ? nothing
      : html`<p class="govuk-body">
          <a class="govuk-link" href="/determinations/${made.id}">The new decision</a> has a letter
          of its own.
        </p>`
  const why = whyAnswerNotSendable(look, all)
  if (look.sentAt !== null || !holds(actor, ...assessors)) return html`${anew} ${letter}`
  return html`${anew}
  ${why === null ? govukButton({ text: 'Send the answer to the carer', href: `${at}/send` }) : govukInsetText({ text: why })}
  ${letter}`
}

function answerView({ state }: Model): Html {
  return html`<h2 class="govuk-heading-m">Your answer</h2>
    <p class="govuk-body">
      Look at it with fresh eyes, and speak with the carer where something is not clear. An answer
      cannot be changed once it is saved.
    </p>
    ${formTag({
      body: html`${hidden('id', String(state.typed['id'] ?? ''))}
      ${govukRadios({
        ...choiceOf(state, 'answer'),
        fieldset: {
          legend: { text: 'Does the decision stand?', classes: 'govuk-fieldset__legend--s' },
        },
        items: [
          { value: 'stands', text: lookAnswers.stands },
          {
            value: 'changed',
            text: lookAnswers.changed,
            hint: {
              text: 'A new decision with the next number is begun from these findings. What was sent stays as it is.',
            },
          },
        ],
      })}
      ${govukTextarea({
        ...fieldOf(state, 'reason'),
        rows: 6,
        label: { text: 'Your reason', classes: 'govuk-label--s' },
        hint: {
          text: 'Write to the carer, as “you”: it stands in the letter. Answer what they said.',
        },
      })}
      ${govukButton({ text: 'Save the answer', preventDoubleClick: true })}`,
    })}`
}

import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTag } from '#platform/govuk/tag.ts'
import { dayInWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { actionButton, choiceOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { areaField, lineField, selectField } from '#people/persons/fields.view.ts'
import {
  stepNames,
  stepsFrom,
  states,
  type Concern,
  type ConcernState,
  type ConcernStep,
  type StepKind,
} from '../concern.ts'
import { raisedView } from './own-concern.view.ts'

export type ConcernModel = {
  readonly concern: Concern
  readonly state: FormState
  readonly steps: readonly ConcernStep[]
  /** Both empty but for the lead. */
  readonly looks: readonly { readonly accountName: string; readonly at: string }[]
  readonly staff: readonly {
    readonly id: string
    readonly displayName: string
    readonly organisation: string
  }[]
}

export function concernView(of: ConcernModel): Html {
  const { concern, state, steps } = of
  return html`${govukBackLink({ href: '/safeguarding', text: 'Safeguarding concerns' })}
    ${faultSummary(state)}
    <h1 class="govuk-heading-l">Concern about ${concern.aboutName}</h1>
    <p class="govuk-body-l">
      ${concern.reference}: ${states[concern.state as ConcernState].toLowerCase()}
      ${concern.inDanger ? govukTag({ text: 'In danger', classes: 'govuk-tag--red' }) : nothing}
    </p>
    ${recordLinks(concern)} ${raisedView(concern)}
    <h2 class="govuk-heading-m">What was done</h2>
    ${steps.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : stepList(steps)}
    <h2 class="govuk-heading-m" id="next">What you did</h2>
    ${stepFormView(concern, state)} ${of.staff.length === 0 ? nothing : readersView(of)}`
}

function recordLinks({ recordId, personId }: Concern): Html {
  const ids = [...new Set([personId, recordId])].filter((id) => id !== null)
  return html`${ids.map(
    (id) =>
      html`<p class="govuk-body">
        <a class="govuk-link" href="/carers/${id}"
          >${id === personId ? 'Their record' : 'The record it was raised from'}</a
        >
      </p>`,
  )}`
}

function stepList(steps: readonly ConcernStep[]): Html {
  return html`<ol class="govuk-list govuk-list--spaced">
    ${steps.map(
      ({ step, words, toWhom, numberThere, accountName, at }) =>
        html`<li>
          <strong>${stepNames[step as StepKind]}</strong
          >${toWhom === null || toWhom === words ? nothing : `: ${toWhom}`}${numberThere === null ? nothing : `, their number ${numberThere}`}<br />
          <span class="app-words">${words}</span><br />
          ${accountName}, ${dayInWords(londonDay(at))}, ${timeInWords(at)}
        </li>`,
    )}
  </ol>`
}

function stepFormView(concern: Concern, state: FormState): Html {
  const { value: chosen, ...group } = choiceOf(state, 'step')
  const extra: Partial<Record<StepKind, Html>> = {
    refer: lineField(state, {
      name: 'toWhom',
      label: 'To whom',
      hint: 'The council’s adult safeguarding team, the children’s front door, the police',
    }),
    receipt: lineField(state, { name: 'numberThere', label: 'Their number, or who took it' }),
  }
  return formTag({
    body: html`${hidden('id', typedIn(state, 'id'))} ${hidden('version', typedIn(state, 'version'))}
    ${govukRadios({
      ...group,
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'What did you do?' } },
      items: stepsFrom(concern.state as ConcernState).map((step) => ({
        value: step,
        text: step === 'tell' ? 'Tell whoever raised it what came of it' : stepNames[step],
        checked: chosen === step,
        ...(extra[step] === undefined ? {} : { conditional: { html: extra[step] } }),
      })),
    })}
    ${areaField(state, {
      name: 'words',
      label: 'What was done, found or decided, and why',
      hint: `Only what you tell ${concern.raisedByName} is shown to them`,
      rows: 4,
    })}
    ${govukButton({ text: 'Keep this', preventDoubleClick: true })}`,
  })
}

function readersView({ concern, staff, looks, state }: ConcernModel): Html {
  const named = staff.filter(({ id }) => concern.named.includes(id))
  const action = `/safeguarding/${concern.id}/readers`
  const inner = html`${formTag({
    action,
    body: html`${hidden('reads', 'yes')}
    ${selectField(state, {
      name: 'reader',
      label: 'Let somebody read and work on it',
      blank: 'Choose a person',
      options: staff.map(({ id, displayName, organisation }) => [
        id,
        `${displayName}, ${organisation}`,
      ]),
    })}
    ${govukButton({ text: 'Let them read it', classes: 'govuk-button--secondary' })}`,
  })}`
  return html`<h2 class="govuk-heading-m">Who reads this</h2>
    <p class="govuk-body">Every safeguarding lead${named.length === 0 ? '.' : ', and:'}</p>
    <ul class="govuk-list">
      ${named.map(
        ({ id, displayName }) =>
          html`<li>
            ${displayName}
            ${actionButton({
              action,
              text: `Stop ${displayName} reading it`,
              fields: { reader: id, reads: 'no' },
              classes: 'govuk-button--secondary',
            })}
          </li>`,
      )}
    </ul>
    ${inner}
    ${govukDetails({
      summaryText: 'Who opened it',
      html: html`<ul class="govuk-list">
        ${looks.map(({ accountName, at }) => html`<li>${accountName}, ${dayInWords(londonDay(at))}, ${timeInWords(at)}</li>`)}
      </ul>`,
    })}`
}

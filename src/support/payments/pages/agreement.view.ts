import { formatLinks } from '#platform/documents/formats.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { pounds } from '#platform/lib/money.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import {
  areaField,
  dayField,
  fieldGroup,
  lineField,
  radiosField,
} from '#people/persons/fields.view.ts'
import { fullName } from '#people/persons/person.ts'
import { agreedHows } from '../agreement-document.ts'
import type { PaymentAgreement } from '../agreements.sql.ts'
import { type AgreementWay, conditionsOf, mustPay } from '../payment-conditions.rules.ts'
import type { AgreementOf } from './agreement.ts'

export const ways: Record<AgreementWay, string> = {
  own: 'The carer',
  nominee: 'Somebody the carer names (a nominee)',
  authorised: 'An authorised person: the carer lacks capacity to ask for it',
}

const spokenHows = (['in_writing', 'in_person', 'telephone'] as const).map(
  (how) => [how, agreedHows[how]] as const,
)

export function agreementView(
  model: AgreementOf & { readonly state: FormState; readonly stale?: boolean },
): PageView {
  const { payment, person, agreements, state, begun } = model
  const title = `How ${pounds(payment.amountPence)} to ${fullName(person)} is paid`
  return {
    title,
    current: '/payments',
    before: govukBackLink({ href: `/payments/${payment.id}`, text: 'Back to the payment' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        ${
          model.stale === true
            ? html`<div class="app-conflict" role="alert" tabindex="-1">
                <p class="govuk-body">
                  Somebody else changed this payment. What you typed is kept below.
                </p>
              </div>`
            : nothing
        }
        <h1 class="govuk-heading-l">${title}</h1>
        ${begun ? nothing : calendar(model)}
        ${payment.basis === 'direct_payment' ? agreement(state) : html`<p class="govuk-body">A prevention grant meets no assessed eligible need, so the conditions for a direct payment do not apply to it.</p>`}
        ${copiesView(model)} ${agreements.map(recorded)}
      </div>
    </div>`,
  }
}

function calendar({ payment, state }: AgreementOf & { readonly state: FormState }): Html {
  return html`<h2 class="govuk-heading-m">When it is paid</h2>
    ${formTag({
      body: html`${hidden('step', 'calendar')}
      ${hidden('version', typedIn(state, 'version') || payment.version)}
      ${dayField(state, { name: 'startsOn', label: payment.kind === 'recurring' ? 'First paid on' : 'Not paid before' })}
      ${payment.kind === 'recurring' ? dayField(state, { name: 'endsOn', label: 'Last paid on (optional)' }) : nothing}
      ${govukButton({ text: 'Keep these days', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    })}`
}

function agreement(state: FormState): Html {
  return html`<h2 class="govuk-heading-m">Direct payment agreement</h2>
    <p class="govuk-body">
      Answer each condition of the Care Act by itself. If all are met, the council must make the
      payment. If one is not, tell the carer in writing which, and why.
    </p>
    ${formTag({
      body: html`${hidden('step', 'agreement')} ${hidden('id', typedIn(state, 'id') || newId())}
      ${radiosField(state, { name: 'way', label: 'Who looks after the money?', options: Object.entries(ways) })}
      ${lineField(state, { name: 'who', label: 'Who is that, if it is not the carer?' })}
      ${lineField(state, { name: 'relationship', label: 'What are they to the carer?' })}
      ${(Object.keys(ways) as AgreementWay[]).map((way) => conditions(state, way))}
      ${areaField(state, { name: 'terms', label: 'What may the money be used for, and what will the carer keep and tell? (optional)' })}
      ${lineField(state, { name: 'signedBy', label: 'Who agrees to it?' })}
      ${radiosField(state, { name: 'agreedHow', label: 'How was it agreed?', options: spokenHows })}
      ${dayField(state, { name: 'signedOn', label: 'When was it agreed? (leave empty to send it to the carer first)' })}
      ${govukButton({ text: 'Keep the agreement', preventDoubleClick: true })}`,
    })}`
}

/** The conditions of each way stand in one form, so that it works without a script: only those of the way count. */
function conditions(state: FormState, way: AgreementWay): Html {
  return fieldGroup(
    `Conditions: ${ways[way].toLowerCase()}`,
    html`<p class="govuk-hint">Answer these only if this is who looks after the money.</p>`,
    ...conditionsOf(way).map(
      ({ id, ref, question }) =>
        html`${radiosField(state, {
          name: `met-${way}-${id}`,
          label: question,
          hint: `Care Act 2014 ${ref}`,
          inline: true,
          options: [
            ['yes', 'Yes'],
            ['no', 'No'],
          ],
        })}
        ${lineField(state, { name: `reason-${way}-${id}`, label: `Why? (${ref})` })}`,
    ),
  )
}

/** The latest agreement to read and to send, and the copies that went. */
function copiesView({ payment, agreements: [latest], copies }: AgreementOf): Html {
  if (latest === undefined || !latest.met) return nothing
  const at = `/payments/${payment.id}/agreement`
  return html`<h2 class="govuk-heading-m">Copies</h2>
    <p class="govuk-body">
      Read or print it: ${formatLinks(`${at}/copy`)}.
      <a class="govuk-link" href="${at}/send">Send it to the carer</a>
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${copies.map(
        (copy) =>
          html`<li>
            Sent on ${inWords(isoDate(copy.sentOn))} by ${copy.sentByName},
            ${copy.way === 'by_hand' ? 'by hand' : `by ${copy.way}`}
          </li>`,
      )}
    </ul>`
}

function recorded(agreement: PaymentAgreement): Html {
  const answer = mustPay(agreement.way, agreement.conditions)
  return html`<section class="app-message">
    <h2 class="govuk-heading-s">
      Recorded on ${inWords(isoDate(agreement.recordedOn))} by ${agreement.recordedByName}
    </h2>
    <p class="govuk-body">
      ${ways[agreement.way]}${agreement.who === null ? '' : `: ${agreement.who}`}.
      ${agreement.met && agreement.signedOn === null ? 'It waits for the carer to agree.' : ''}
      ${agreement.signedOn === null ? '' : `Signed by ${agreement.signedBy} on ${inWords(isoDate(agreement.signedOn))}.`}
      ${answer.ok ? 'Every condition is met.' : `Not met: ${answer.error.question} (${answer.error.ref}). ${answer.error.reason}`}
    </p>
    <ul class="govuk-list govuk-list--bullet">
      ${conditionsOf(agreement.way).map(({ id, ref, question }) => {
        const found = agreement.conditions[id]
        return found === undefined
          ? nothing
          : html`<li>
              ${question} <strong>${found.met ? 'Yes' : 'No'}</strong>: ${found.reason} (${ref})
            </li>`
      })}
    </ul>
  </section>`
}

import { type Actor, holds } from '#platform/access/actor.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import { balanceOf } from '../balance.rules.ts'
import { returnReason } from '../bank-returns.rules.ts'
import type { BankReturn } from '../bank-returns.sql.ts'
import { runPayers } from '../run.ts'
import type { PaymentReturn, RecoveryStep } from '../returns.sql.ts'
import { settledWords } from './bank-returns.view.ts'
import type { PaymentOf } from './payment.view.ts'

const link = (href: string, text: string): Html =>
  html`<a class="govuk-link" href="${href}">${text}</a>`

/** On which terms the money goes out, where to, what went out, what it was used for, what came back. */
export function moneyView(of: PaymentOf, actor: Actor): Html {
  const { id, state } = of.payment
  if (state === 'cancelled' && of.instalments.length === 0) return nothing
  return html`${termsView(of)} ${outView(of, actor)} ${standing(of)}
  ${
    of.returns.length === 0
      ? nothing
      : html`<h3 class="govuk-heading-s">What it was used for</h3>
          ${of.returns.map(returnView)}`
  }
  ${
    of.recovery.length === 0
      ? nothing
      : html`<h3 class="govuk-heading-s">What was asked back</h3>
          <ul class="govuk-list govuk-list--bullet">
            ${of.recovery.map(recoveryLine)}
          </ul>`
  }
  ${
    of.instalments.some(({ paidOn }) => paidOn !== null)
      ? html`<p class="govuk-body">
          ${link(`/payments/${id}/used`, 'Write down what it was used for')}${holds(actor, ...runPayers) ? html`<br />${link(`/payments/${id}/recovery`, 'Ask money back, or write down what came back')}` : nothing}
        </p>`
      : nothing
  }`
}

function termsView({ payment, agreement, payee, person }: PaymentOf): Html {
  const days =
    payment.startsOn === null
      ? ''
      : `${inWords(isoDate(payment.startsOn))}${payment.endsOn === null ? '' : ` to ${inWords(isoDate(payment.endsOn))}`}`
  return factList({
    title: 'How it is paid',
    facts: [
      {
        name: payment.kind === 'recurring' ? 'From' : 'Not before',
        value: days,
        change: { href: `/payments/${payment.id}/agreement` },
      },
      ...(payment.basis === 'direct_payment'
        ? [
            {
              name: 'Direct payment agreement',
              value: agreementWords(agreement),
              change: { href: `/payments/${payment.id}/agreement` },
            },
          ]
        : []),
      {
        name: 'Paid into',
        value: payee === null ? '' : `${payee.accountName}, account ending ${payee.endsWith}`,
        change: { href: `/carers/${person.id}/bank-details` },
      },
    ],
  })
}

function agreementWords(agreement: PaymentOf['agreement']): string {
  if (agreement === null) return ''
  if (!agreement.met) return 'The conditions are not all met, so it is not paid'
  if (agreement.signedOn === null) return 'Waits for the carer to agree'
  const by = agreement.who === null ? '' : `, looked after by ${agreement.who}`
  return `Signed on ${inWords(isoDate(agreement.signedOn))} by ${agreement.signedBy ?? ''}${by}`
}

function outView({ instalments, cameBack }: PaymentOf, actor: Actor): Html {
  if (instalments.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What went out</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${instalments.map(
        (one) =>
          html`<li>
            ${pounds(one.amountPence)}
            ${one.paidOn === null ? 'stands in a run, not paid yet' : `paid on ${inWords(isoDate(one.paidOn))}`}${
              one.runReference === null ? ', by hand' : `, run ${one.runReference}`
            }${one.returnedOn === null ? '' : `, sent back by the bank on ${inWords(isoDate(one.returnedOn))}`}
          </li>`,
      )}
    </ul>
    ${cameBack.map((back) => cameBackView(back, actor))}`
}

const cameBackView = (back: BankReturn, actor: Actor): Html =>
  html`<p class="govuk-body">
    ${pounds(back.amountPence)} came back on ${inWords(isoDate(back.returnedOn))}:
    ${returnReason(back.reasonCode).label}.
    ${settledWords(back)}${back.settledWords === null ? nothing : html`: ${back.settledWords}`}.
    ${
      back.settled === null && holds(actor, ...runPayers)
        ? link(`/payments/${back.paymentId}/came-back/${back.id}`, 'Say what becomes of it')
        : nothing
    }
  </p>`

function standing(of: PaymentOf): Html {
  const balance = balanceOf(of)
  if (balance.paid === 0) return nothing
  return factList({
    title: 'What became of it',
    facts: [
      { name: 'Paid', value: pounds(balance.paid) },
      { name: 'Shown as spent', value: pounds(balance.spent) },
      balance.unspent < 0
        ? { name: 'Spent beyond what was paid', value: pounds(-balance.unspent) }
        : { name: 'Unspent, or not told yet', value: pounds(balance.unspent) },
      ...(balance.asked === 0
        ? []
        : [
            { name: 'Asked back', value: pounds(balance.asked) },
            { name: 'Repaid', value: pounds(balance.repaid) },
            { name: 'Written off', value: pounds(balance.writtenOff) },
            { name: 'Still owed', value: pounds(balance.owed) },
          ]),
    ],
  })
}

const returnView = (told: PaymentReturn): Html =>
  html`<section class="app-message">
    <p class="govuk-body">
      <strong>${pounds(told.spentPence)}</strong>, ${inWords(isoDate(told.fromOn))} to
      ${inWords(isoDate(told.toOn))}: ${told.usedFor}
    </p>
    <p class="govuk-body app-quiet">
      Written down by ${told.recordedByName}.
      ${
        told.finding === null
          ? html`${link(`/payments/${told.paymentId}/used/${told.id}`, 'Look at this return')}`
          : told.finding === 'in_order'
            ? `${told.lookedAtByName ?? ''} found it in order.`
            : html`${told.lookedAtByName} asked: ${told.findingWords}
              ${link(`/payments/${told.paymentId}/used/${told.id}`, 'Look again')}`
      }
    </p>
    ${
      told.receipts.length === 0
        ? html`<p class="govuk-body">No receipts: ${told.withoutReceipts}</p>`
        : html`<ul class="govuk-list">
            ${told.receipts.map(
              ({ id, name, size }) =>
                html`<li>
                  ${link(`/payments/receipts/${id}`, name)} (${Math.max(1, Math.round(size / 1024))}
                  KB)
                </li>`,
            )}
          </ul>`
    }
  </section>`

const recoveryWords = { asked: 'asked back', repaid: 'repaid', written_off: 'written off' } as const

const recoveryLine = (step: RecoveryStep): Html =>
  html`<li>
    ${pounds(step.amountPence)} ${recoveryWords[step.step]} on ${inWords(isoDate(step.takenOn))}, by
    ${step.recordedByName}${step.reason === null ? nothing : html`: ${step.reason}`}
  </li>`

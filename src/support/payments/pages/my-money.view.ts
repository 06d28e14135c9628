import { formatLinks } from '#platform/documents/formats.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { agreedHows } from '../agreement-document.ts'
import type { PaymentAgreement } from '../agreements.sql.ts'
import type { Balance } from '../balance.rules.ts'
import type { PaidInstalment } from '../instalments.sql.ts'
import { frequencies, type Payment } from '../payment.ts'
import type { PaymentReturn } from '../returns.sql.ts'
import { useFields } from './used.view.ts'

export type OwnPayment = {
  readonly payment: Payment
  readonly agreement: PaymentAgreement | null
  /** What went out and stayed out. */
  readonly paid: readonly PaidInstalment[]
  readonly returns: readonly PaymentReturn[]
  readonly balance: Balance
  readonly needs: readonly string[]
}

const ask = html`<p class="govuk-body">
  Something not clear or not right?
  <a class="govuk-link" href="/my/messages/write">Ask us a question</a>.
</p>`

const amountOf = ({ amountPence, frequency }: Payment): string =>
  `${pounds(amountPence)}${frequency === 'once' ? '' : ` ${frequencies[frequency].toLowerCase()}`}`

export function myMoneyView(own: readonly OwnPayment[]): PageView {
  return {
    title: 'Your money',
    before: govukBackLink({ href: '/my', text: 'Back' }),
    main: html`<h1 class="govuk-heading-l">Your money</h1>
      ${own.length === 0 ? html`<p class="govuk-body">Nothing has been agreed for you yet. When it is, you see here what is paid, when, and what it is for.</p>` : nothing}
      ${own.map(
        ({ payment, balance, agreement }) =>
          html`<section class="app-message">
            <h2 class="govuk-heading-m">
              <a class="govuk-link" href="/my/money/${payment.id}"
                >${amountOf(payment)}: ${payment.purpose}</a
              >
            </h2>
            <p class="govuk-body">
              ${standsNow(payment, agreement)}
              ${balance.paid === 0 ? '' : `${pounds(balance.paid)} paid so far, ${pounds(Math.max(0, balance.unspent))} of it not told of yet.`}
            </p>
          </section>`,
      )}
      ${ask}`,
  }
}

function standsNow(payment: Payment, agreement: PaymentAgreement | null): string {
  if (agreement !== null && agreement.signedOn === null && payment.state !== 'cancelled')
    return 'We need you to agree before it is paid.'
  switch (payment.state) {
    case 'cancelled':
      return `Stopped${payment.cancelledOn === null ? '' : ` on ${inWords(isoDate(payment.cancelledOn))}`}.`
    case 'paid':
      return payment.kind === 'recurring' ? 'It is being paid.' : 'Paid.'
    case 'agreed':
    case 'proposed':
      return 'Agreed, and not paid yet.'
  }
}

export function myPaymentView(own: OwnPayment): PageView {
  const { payment, balance, paid, needs, agreement } = own
  return {
    title: `${amountOf(payment)} for you`,
    before: govukBackLink({ href: '/my/money', text: 'Your money' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">${amountOf(payment)} for you</h1>
        <p class="govuk-body">${standsNow(payment, agreement)}</p>
        ${agreement !== null && agreement.signedOn === null ? agree(own, agreement) : nothing}
        ${factList({
          title: 'What you may use it for',
          facts: [
            { name: 'For', value: payment.purpose },
            ...(needs.length === 0 ? [] : [{ name: 'It helps with', value: needs.join('; ') }]),
            ...(agreement?.terms == null ? [] : [{ name: 'We agreed', value: agreement.terms }]),
          ],
        })}
        ${
          paid.length === 0
            ? nothing
            : html`<h2 class="govuk-heading-m">What we paid you</h2>
                <ul class="govuk-list govuk-list--bullet">
                  ${paid.map(
                    ({ amountPence, paidOn }) =>
                      html`<li>${pounds(amountPence)} on ${inWords(isoDate(paidOn ?? ''))}</li>`,
                  )}
                </ul>`
        }
        ${balance.paid === 0 ? nothing : spent(own)}
        ${agreement?.signedOn == null ? nothing : agreed(payment, agreement)} ${ask}
      </div>
    </div>`,
  }
}

const agree = ({ payment }: OwnPayment, { id }: PaymentAgreement): Html =>
  html`<div class="app-message">
    <h2 class="govuk-heading-m">Please read this and agree</h2>
    <p class="govuk-body">
      It says what the money is for, what you do and what we do. Read it:
      ${formatLinks(`/my/money/${payment.id}/agreement`)}. You do not have to agree. If you would
      rather have help arranged for you, ask us.
    </p>
    ${formTag({
      body: html`${hidden('agreement', id)}
      ${govukButton({ text: 'I have read it and agree', preventDoubleClick: true })}`,
    })}
  </div>`

const agreed = (payment: Payment, { signedOn, agreedHow }: PaymentAgreement): Html =>
  html`<h2 class="govuk-heading-m">What we agreed</h2>
    <p class="govuk-body">
      Agreed on
      ${inWords(isoDate(signedOn ?? ''))}${agreedHow === null ? '' : `, ${agreedHows[agreedHow].toLowerCase()}`}.
      Keep a copy: ${formatLinks(`/my/money/${payment.id}/agreement`)}.
    </p>`

function spent({ payment, returns, balance }: OwnPayment): Html {
  return html`${factList({
      title: 'What you used it for',
      facts: [
        { name: 'Paid to you', value: pounds(balance.paid) },
        { name: 'You told us you spent', value: pounds(balance.spent) },
        balance.unspent < 0
          ? { name: 'You spent more than we paid', value: pounds(-balance.unspent) }
          : { name: 'Left, or not told yet', value: pounds(balance.unspent) },
        ...(balance.owed > 0 ? [{ name: 'We asked back', value: pounds(balance.owed) }] : []),
      ],
    })}
    <ul class="govuk-list govuk-list--bullet">
      ${returns.map(
        (told) =>
          html`<li>
            ${pounds(told.spentPence)}, ${inWords(isoDate(told.fromOn))} to
            ${inWords(isoDate(told.toOn))}:
            ${told.usedFor}${
              told.receipts.length === 0
                ? nothing
                : ` (${told.receipts.map(({ name }) => name).join(', ')})`
            }${told.finding === 'query' ? html`. <strong>We asked:</strong> ${told.findingWords}` : nothing}
          </li>`,
      )}
    </ul>
    <p class="govuk-body">
      <a class="govuk-link" href="/my/money/${payment.id}/used">Tell us what you used it for</a>
    </p>`
}

export function ownUseView({ payment }: OwnPayment, state: FormState): PageView {
  return {
    title: 'Tell us what you used it for',
    before: govukBackLink({ href: `/my/money/${payment.id}`, text: 'Back' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">Tell us what you used it for</h1>
        <p class="govuk-body">
          ${amountOf(payment)}, for: ${payment.purpose}. A photograph of each receipt is enough. If
          you have none, tell us in your own words.
        </p>
        ${useFields(state, 'Send')}
      </div>
    </div>`,
  }
}

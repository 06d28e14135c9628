import { holds } from '#platform/access/actor.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import type { RecordPanel, TimelineSource, TodaySource } from '#platform/room.ts'
import { fullName } from '#people/persons/person.ts'
import { returnReason } from './bank-returns.rules.ts'
import { listWaitingReturns } from './bank-returns.sql.ts'
import { payers, type Payment, paymentBases, paymentStates } from './payment.ts'
import { getPaymentLimits, listPaymentsOf, listPaymentsToAgree } from './payments.sql.ts'
import { runPayers } from './run.ts'

const mostShown = 5

/** The carer's payments, the latest first, and the way to put a grant forward. */
export const paymentPanel: RecordPanel = {
  id: 'payments',
  side: 'facts',
  order: 80,
  show: async (tx, { personId, actor }) => {
    const payments = await listPaymentsOf(tx, personId)
    const mayPropose = holds(actor, ...payers)
    if (payments.length === 0 && !mayPropose) return null
    const more = payments.length - mostShown
    return {
      title: 'Payments',
      body: html`${payments.length === 0 ? html`<p class="govuk-body">None yet.</p>` : factList({ facts: payments.slice(0, mostShown).map(factOf) })}
      ${more > 0 ? html`<p class="govuk-body app-quiet">${more} more stand in the timeline.</p>` : nothing}
      ${
        mayPropose
          ? html`<p class="govuk-body">
              <a class="govuk-link" href="/carers/${personId}/payments/new"
                >Put a prevention grant forward</a
              >
            </p>`
          : nothing
      }`,
    }
  },
}

const factOf = (payment: Payment) => ({
  name: `${paymentBases[payment.basis]}, ${paymentStates[payment.state].toLowerCase()}`,
  value: html`<a class="govuk-link" href="/payments/${payment.id}">${pounds(payment.amountPence)}</a
    >, ${payment.purpose}`,
})

/** Each payment on the day on which it was paid. */
export const paymentTimeline: TimelineSource = {
  kind: 'payment',
  label: 'Payments',
  list: async (tx, { personId }) =>
    (await listPaymentsOf(tx, personId)).flatMap(({ id, paidOn, amountPence, basis, purpose }) =>
      paidOn === null
        ? []
        : [
            {
              kind: 'payment',
              on: isoDate(paidOn),
              title: `${paymentBases[basis]} of ${pounds(amountPence)}`,
              text: purpose,
              href: `/payments/${id}`,
            },
          ],
    ),
}

/** Payments that wait for a manager's agreement. */
export const paymentsToAgree: TodaySource = {
  kind: 'payment',
  label: 'Payments to agree',
  may: ['manager', 'council_practitioner'],
  list: async (tx, { actor, today, limit }) => {
    const limits = await getPaymentLimits(tx)
    const { payments, total } = await listPaymentsToAgree(tx, { actor, limit, limits })
    const items = payments.map((payment) => {
      const dueOn = isoDate(payment.proposedOn ?? today)
      return {
        kind: 'payment',
        dueOn,
        title: `Agree ${pounds(payment.amountPence)}: ${fullName(payment)}`,
        detail: `${payment.purpose}, put forward on ${inWords(dueOn)}`,
        href: `/payments/${payment.id}`,
      }
    })
    return { items, total }
  },
}

/** Payments that the bank sent back and nobody has mended yet. */
export const paymentsCameBack: TodaySource = {
  kind: 'payment_came_back',
  label: 'Payments that came back',
  may: runPayers,
  list: async (tx, { limit }) => {
    const { waiting, total } = await listWaitingReturns(tx, limit)
    const items = waiting.map((back) => ({
      kind: 'payment_came_back',
      dueOn: isoDate(back.returnedOn),
      title: `Mend ${pounds(back.amountPence)} that came back: ${back.givenName ?? 'a carer'} ${back.familyName ?? ''}`,
      detail: returnReason(back.reasonCode).label,
      href: `/payments/${back.paymentId}/came-back/${back.id}`,
    }))
    return { items, total }
  },
}

import { html } from '#platform/lib/html.ts'
import type { CarerPanel } from '#platform/room.ts'
import { listPaymentsOf } from './payments.sql.ts'

/** The way to the carer's own money, where there is any. */
export const myMoneyPanel: CarerPanel = {
  id: 'money',
  order: 45,
  show: async (tx, { personId }) => {
    const payments = await listPaymentsOf(tx, personId)
    if (payments.length === 0) return null
    return {
      title: 'Your money',
      body: html`<p class="govuk-body">
        <a class="govuk-link" href="/my/money"
          >See what is paid to you, and tell us what you used it for</a
        >
      </p>`,
    }
  },
}

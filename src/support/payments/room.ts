import { workers } from '#platform/access/duties.ts'
import type { Room } from '#platform/room.ts'
import { paymentPanel, paymentsToAgree, paymentTimeline } from './on-the-record.ts'
import { newGrantPage } from './pages/new-grant.ts'
import { paymentPage } from './pages/payment.ts'
import { paymentsPage } from './pages/payments.ts'

/** Money for carers: direct payments and prevention grants, put forward, agreed, paid. */
export const payments: Room = {
  name: 'payments',
  pages: [paymentsPage, paymentPage, newGrantPage],
  recordPanels: [paymentPanel],
  timeline: [paymentTimeline],
  today: [paymentsToAgree],
  navigation: [{ door: 'workspace', order: 60, text: 'Payments', href: '/payments', may: workers }],
}

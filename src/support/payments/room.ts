import { workers } from '#platform/access/duties.ts'
import type { Room } from '#platform/room.ts'
import {
  paymentPanel,
  paymentsCameBack,
  paymentsToAgree,
  paymentTimeline,
} from './on-the-record.ts'
import { myMoneyPanel } from './my-money.ts'
import { agreementCopyPage, sendAgreementPage } from './pages/agreement-copy.ts'
import { agreementPage } from './pages/agreement.ts'
import { bankDetailsPage } from './pages/bank-details.ts'
import { bankChecksPage } from './pages/bank-checks.ts'
import { bankReturnsPage, returnFilePage } from './pages/bank-returns.ts'
import { budgetPage, budgetRowsPage } from './pages/budget.ts'
import { lookAtReturnPage } from './pages/look-at-return.ts'
import { mendReturnPage } from './pages/mend-return.ts'
import { myAgreementCopyPage, myMoneyPage, myPaymentPage, myUsePage } from './pages/my-money.ts'
import { newGrantPage } from './pages/new-grant.ts'
import { paymentPage } from './pages/payment.ts'
import { paymentsPage } from './pages/payments.ts'
import { recoveryPage } from './pages/recovery.ts'
import { runFilePage, runPage } from './pages/run.ts'
import { runsPage } from './pages/runs.ts'
import { receiptPage, usedPage } from './pages/used.ts'
import { takeReturnsCommand } from './take-returns.command.ts'

/** Money for carers: direct payments and prevention grants, put forward, agreed, paid. */
export const payments: Room = {
  name: 'payments',
  pages: [
    paymentsPage,
    paymentPage,
    newGrantPage,
    agreementPage,
    agreementCopyPage,
    sendAgreementPage,
    myMoneyPage,
    myPaymentPage,
    myUsePage,
    myAgreementCopyPage,
    bankDetailsPage,
    usedPage,
    lookAtReturnPage,
    receiptPage,
    recoveryPage,
    runsPage,
    runPage,
    runFilePage,
    budgetPage,
    budgetRowsPage,
    bankReturnsPage,
    bankChecksPage,
    returnFilePage,
    mendReturnPage,
  ],
  carerPanels: [myMoneyPanel],
  recordPanels: [paymentPanel],
  timeline: [paymentTimeline],
  today: [paymentsToAgree, paymentsCameBack],
  commands: [takeReturnsCommand],
  navigation: [{ door: 'workspace', order: 60, text: 'Payments', href: '/payments', may: workers }],
}

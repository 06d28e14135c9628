import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import { documentFormats } from '#platform/documents/formats.ts'
import { Conflict } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { dayTyped, freshForm } from '#platform/web/form.ts'
import { file, page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { listAgreements } from '../agreements.sql.ts'
import { balanceOf } from '../balance.rules.ts'
import { listInstalments } from '../instalments.sql.ts'
import { findPaymentPlan } from '../payment-plan.sql.ts'
import { getPayment, listPaymentsOf } from '../payments.sql.ts'
import { agreementName, agreeTo, printedAgreement } from '../print-agreement.ts'
import { insertReturn, listRecovery, listReturns } from '../returns.sql.ts'
import { readUse } from '../tell-use.ts'
import { getAgreementOf } from './agreement-copy.ts'
import { myMoneyView, myPaymentView, type OwnPayment, ownUseView } from './my-money.view.ts'

const params = z.object({ id: idParam })

/** All that is or was paid to the carer who is signed in. */
export const myMoneyPage = page({
  path: '/my/money',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const payments = actor.personId === null ? [] : await listPaymentsOf(tx, actor.personId)
      const own: OwnPayment[] = []
      for (const { id } of payments) own.push(await readOwn(tx, id))
      return show(myMoneyView(own))
    }),
})

/** One payment: what it is for, what was paid, what is left, and what to agree to. */
export const myPaymentPage = page({
  path: '/my/money/:id',
  door: 'carer',
  may: ['carer'],
  params,
  get: ({ params: { id }, asActor }) =>
    asActor(async (tx) => show(myPaymentView(await readOwn(tx, id)))),
  post: async ({ params: { id }, body, actor, clock, asActor, asSystem }) => {
    const of = await asActor((tx) => getAgreementOf(tx, id))
    // What they agree to is what they were shown.
    if (body['agreement'] !== of.agreement.id && of.agreement.signedOn === null)
      throw new Conflict('the agreement changed while it was read')
    await asSystem('a carer agrees to a direct payment', (tx) =>
      agreeTo(tx, actor, { ...of, on: clock.today(), how: 'online' }),
    )
    return see(`/my/money/${id}`)
  },
})

/** What the carer used the money for, told by themselves, with receipts or words. */
export const myUsePage = page({
  path: '/my/money/:id/used',
  door: 'carer',
  may: ['carer'],
  params,
  get: ({ params: { id }, clock, asActor }) =>
    asActor(async (tx) => {
      const own = await readOwn(tx, id)
      const last = own.returns[0]?.toOn ?? own.payment.paidOn
      const days = { ...dayTyped('fromOn', last), ...dayTyped('toOn', clock.today()) }
      return show(ownUseView(own, freshForm({ id: newId(), ...days })))
    }),
  post: async ({ params: { id }, body, files, actor, clock, asActor, asSystem }) => {
    const own = await asActor((tx) => readOwn(tx, id))
    const today = clock.today()
    const told = readUse({ body, files, today })
    if (!told.ok) return showAgain(ownUseView(own, told.error))
    const { personId } = own.payment
    await asSystem('a carer tells what money was used for', (tx) =>
      insertReturn(
        tx,
        actor,
        { ...told.value.use, paymentId: id, personId, recordedOn: today },
        told.value.receipts,
      ),
    )
    return see(`/my/money/${id}`)
  },
})

/** The carer's own agreement to keep, in the format they read. */
export const myAgreementCopyPage = page({
  path: '/my/money/:id/agreement/:format',
  door: 'carer',
  may: ['carer'],
  params: z.object({ id: idParam, format: z.enum(documentFormats) }),
  get: async ({ params: { id, format }, asActor }) => {
    const { document } = await asActor(async (tx) =>
      printedAgreement(tx, await getAgreementOf(tx, id)),
    )
    return file(await documentFile(document, format, agreementName))
  },
})

/** Row-level security gives a carer their own alone, and nothing before it is agreed. */
async function readOwn(tx: Tx, id: string): Promise<OwnPayment> {
  const payment = await getPayment(tx, id)
  const [agreement] = await listAgreements(tx, id)
  const instalments = await listInstalments(tx, id)
  const returns = await listReturns(tx, id)
  const recovery = await listRecovery(tx, id)
  const plan = payment.planId === null ? null : await findPaymentPlan(tx, payment.planId)
  return {
    payment,
    agreement: agreement?.met === true ? agreement : null,
    paid: instalments.filter(({ paidOn, returnedOn }) => paidOn !== null && returnedOn === null),
    returns,
    balance: balanceOf({ instalments, returns, recovery }),
    needs:
      plan?.needs.filter((need) => payment.needIds.includes(need.id)).map(({ need }) => need) ?? [],
  }
}

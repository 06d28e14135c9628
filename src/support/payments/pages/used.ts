import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { dayTyped, freshForm } from '#platform/web/form.ts'
import { file, page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { payers } from '../payment.ts'
import { getPayment } from '../payments.sql.ts'
import { getReceipt, insertReturn, listReturns } from '../returns.sql.ts'
import { readUse } from '../tell-use.ts'
import { usedView } from './used.view.ts'

/** The monitoring return of a payment: what it was used for, how much was spent, and the receipts. */
export const usedPage = page({
  path: '/payments/:id/used',
  door: 'workspace',
  may: payers,
  params: z.object({ id: idParam }),
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await readOf(tx, params.id)
      await noteRead(tx, actor, of.person.id, 'payment')
      const last = (await listReturns(tx, params.id))[0]?.toOn ?? of.payment.paidOn
      const days = { ...dayTyped('fromOn', last), ...dayTyped('toOn', clock.today()) }
      return show(usedView({ ...of, state: freshForm({ id: newId(), ...days }) }))
    }),
  post: ({ params, body, files, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const of = await readOf(tx, params.id)
      const today = clock.today()
      const told = readUse({ body, files, today })
      if (!told.ok) return showAgain(usedView({ ...of, state: told.error }))
      const under = { paymentId: of.payment.id, personId: of.person.id, recordedOn: today }
      await insertReturn(tx, actor, { ...told.value.use, ...under }, told.value.receipts)
      return see(`/payments/${of.payment.id}`)
    }),
})

async function readOf(tx: Tx, id: string) {
  const payment = await getPayment(tx, id)
  return { payment, person: await getPerson(tx, payment.personId) }
}

/** A receipt, saved rather than opened, as it came from outside. */
export const receiptPage = page({
  path: '/payments/receipts/:id',
  door: 'workspace',
  may: payers,
  params: z.object({ id: idParam }),
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const { name, type, bytes, personId } = await getReceipt(tx, params.id)
      await noteRead(tx, actor, personId, 'receipt')
      return file({ name, type, body: bytes, disposition: 'attachment' })
    }),
})

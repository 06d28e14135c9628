import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { amountFromZero } from '#support/money-fields.ts'
import { day, hiddenId, optionalText, text } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, withFault } from '#platform/web/form.ts'
import { file, page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { payers } from '../payment.ts'
import { getPayment } from '../payments.sql.ts'
import { receiptsFrom } from '../receipts.rules.ts'
import { getReceipt, insertReturn, listReturns } from '../returns.sql.ts'
import { usedView } from './used.view.ts'

const usedForm = (today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      fromOn: day('Enter the first day that the return is about', 'The first day'),
      toOn: day('Enter the last day that the return is about', 'The last day', {
        notAfter: { date: today, words: 'The last day must be today or in the past' },
      }),
      spentPence: amountFromZero('Enter how much was spent, or 0'),
      usedFor: text('Write what the money was used for', 2000),
      withoutReceipts: optionalText(500),
    },
    ({ fromOn, toOn }) =>
      toOn < fromOn
        ? [{ field: 'toOn', message: 'The last day must not be before the first' }]
        : [],
  )

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
      const read = usedForm(today).read(body)
      if (!read.ok) return showAgain(usedView({ ...of, state: read.error }))
      const receipts = receiptsFrom(files)
      if (!receipts.ok)
        return showAgain(usedView({ ...of, state: withFault(body, 'receipts', receipts.error) }))
      const { withoutReceipts, spentPence } = read.value
      if (receipts.value.length === 0 && withoutReceipts === null && spentPence > 0) {
        const words = 'Choose the receipts, or write why there are none'
        return showAgain(usedView({ ...of, state: withFault(body, 'receipts', words) }))
      }
      const under = { paymentId: of.payment.id, personId: of.person.id, recordedOn: today }
      await insertReturn(tx, actor, { ...read.value, ...under }, receipts.value)
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

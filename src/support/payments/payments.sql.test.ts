import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { supportHouse } from '../testing.ts'
import { usualLimits } from './payment-limits.rules.ts'
import {
  getPayment,
  insertPayment,
  listPayments,
  listPaymentsOf,
  listPaymentsToAgree,
  sumPayments,
  updateAsAgreed,
  updateAsCancelled,
  updateAsPaid,
  updateProposed,
  type PaymentFilter,
} from './payments.sql.ts'

const house = await supportHouse([])
const { as, aCarer } = house
const jo = house.assessor.actor
const mo = house.manager.actor
const day = isoDate('2018-04-03')

const anywhen: PaymentFilter = {
  state: 'all',
  basis: 'all',
  from: isoDate('2000-01-01'),
  to: isoDate('2099-12-31'),
}

async function aPayment(amountPence = 600_00) {
  const carer = await aCarer()
  const payment = {
    id: newId(),
    personId: carer.id,
    organisationId: jo.organisationIds[0]!,
    planId: null,
    basis: 'prevention_grant' as const,
    amountPence,
    frequency: 'once' as const,
    purpose: 'A washing machine',
    needIds: [],
  }
  await as(jo, (tx) => insertPayment(tx, { ...payment, on: day, by: jo.accountId }))
  return payment
}

describe('a payment', () => {
  it('is put forward once, however often the same form is sent', async () => {
    const payment = await aPayment()
    await as(jo, (tx) =>
      insertPayment(tx, { ...payment, amountPence: 1, on: day, by: jo.accountId }),
    )
    const kept = await as(jo, (tx) => getPayment(tx, payment.id))
    assert.deepEqual([kept.amountPence, kept.state, kept.kind], [600_00, 'proposed', 'one_off'])
  })

  it('goes from proposed to agreed to paid, each step once and by who saw it last', async () => {
    const { id } = await aPayment()
    const move = { id, on: day }
    assert.equal(
      await as(mo, (tx) => updateAsPaid(tx, { ...move, from: 'agreed', version: 1 })),
      false,
    )
    assert.equal(
      await as(mo, (tx) =>
        updateAsAgreed(tx, { ...move, from: 'proposed', version: 1, by: mo.accountId }),
      ),
      true,
    )
    assert.equal(
      await as(mo, (tx) =>
        updateAsAgreed(tx, { ...move, from: 'proposed', version: 1, by: mo.accountId }),
      ),
      false,
    )
    assert.equal(
      await as(mo, (tx) => updateAsPaid(tx, { ...move, from: 'agreed', version: 2 })),
      true,
    )
    const paid = await as(jo, (tx) => getPayment(tx, id))
    assert.deepEqual([paid.state, paid.agreedBy, paid.paidOn], ['paid', mo.accountId, day])
  })

  it('can be changed while it is only proposed', async () => {
    const payment = await aPayment()
    const change = { ...payment, amountPence: 450_00, frequency: 'monthly' as const }
    const { basis, amountPence, frequency, purpose, needIds } = change
    const changed = { basis, amountPence, frequency, purpose, needIds }
    assert.equal(
      await as(jo, (tx) => updateProposed(tx, { id: payment.id, version: 1 }, changed)),
      true,
    )
    assert.equal(
      await as(jo, (tx) => updateProposed(tx, { id: payment.id, version: 1 }, changed)),
      false,
    )
    const kept = await as(jo, (tx) => getPayment(tx, payment.id))
    assert.deepEqual([kept.amountPence, kept.kind], [450_00, 'recurring'])
  })

  it('keeps its amount once it is agreed, whatever a statement says', async () => {
    const { id } = await aPayment()
    await as(mo, (tx) =>
      updateAsAgreed(tx, { id, from: 'proposed', version: 1, on: day, by: mo.accountId }),
    )
    const raise = as(mo, (tx) =>
      tx.updateTable('payment').set({ amountPence: 900_00 }).where('id', '=', id).execute(),
    )
    await assert.rejects(raise, /this payment is settled: its amount_pence cannot be changed/)
  })

  it('is kept with the reason when it is cancelled', async () => {
    const { id, personId } = await aPayment()
    await as(jo, (tx) =>
      updateAsCancelled(tx, {
        id,
        from: 'proposed',
        version: 1,
        on: day,
        reason: 'Bought by the family',
      }),
    )
    const [kept] = await as(jo, (tx) => listPaymentsOf(tx, personId))
    assert.deepEqual([kept?.state, kept?.cancelReason], ['cancelled', 'Bought by the family'])
  })

  it('cannot be nothing or less, nor be paid without a day', async () => {
    const payment = await aPayment()
    const nothing = as(jo, (tx) =>
      insertPayment(tx, { ...payment, id: newId(), amountPence: 0, on: day, by: null }),
    )
    await assert.rejects(nothing, /payment_amount_pence_check/)
    const paid = as(jo, (tx) =>
      tx.updateTable('payment').set({ state: 'paid' }).where('id', '=', payment.id).execute(),
    )
    await assert.rejects(paid, /payment_check/)
  })
})

describe('the list of payments', () => {
  it('totals by state and basis: payments, carers and pence', async () => {
    const before = await as(mo, (tx) => sumPayments(tx, { ...anywhen, state: 'proposed' }))
    const one = await aPayment(200_00)
    await as(jo, (tx) =>
      insertPayment(tx, { ...one, id: newId(), amountPence: 50_50, on: day, by: null }),
    )
    const after = await as(mo, (tx) => sumPayments(tx, { ...anywhen, state: 'proposed' }))
    const grant = (totals: typeof after) => totals.find(({ basis }) => basis === 'prevention_grant')
    assert.equal((grant(after)?.pence ?? 0) - (grant(before)?.pence ?? 0), 250_50)
    assert.equal((grant(after)?.payments ?? 0) - (grant(before)?.payments ?? 0), 2)
    assert.equal((grant(after)?.carers ?? 0) - (grant(before)?.carers ?? 0), 1)
  })

  it('keeps to the days asked for, by payment, else agreement, else proposal', async () => {
    const { id } = await aPayment()
    const among = async (from: string, to: string) => {
      const filter = { ...anywhen, from: isoDate(from), to: isoDate(to) }
      const rows = await as(mo, (tx) => listPayments(tx, filter, { offset: 0, limit: 1000 }))
      return rows.some((row) => row.id === id)
    }
    assert.deepEqual(
      [await among('2018-04-03', '2018-04-03'), await among('2018-04-04', '2018-05-01')],
      [true, false],
    )
    await as(mo, (tx) =>
      updateAsAgreed(tx, { id, from: 'proposed', version: 1, on: isoDate('2018-04-20'), by: null }),
    )
    assert.deepEqual(
      [await among('2018-04-03', '2018-04-03'), await among('2018-04-04', '2018-05-01')],
      [false, true],
    )
  })

  it('what waits for a manager is theirs alone, with an exact total', async () => {
    await aPayment()
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
    const mine = await as(mo, (tx) =>
      listPaymentsToAgree(tx, { actor: mo, limit: 1, limits: usualLimits }),
    )
    assert.equal(mine.payments.length, 1)
    assert.ok(mine.total >= 1)
    const theirs = await as(elsewhere.actor, (tx) =>
      listPaymentsToAgree(tx, { actor: elsewhere.actor, limit: 5, limits: usualLimits }),
    )
    assert.deepEqual(theirs, { payments: [], total: 0 })
  })
})

describe('who sees a payment', () => {
  it('the carer once it is agreed, not while it is only proposed; nobody of another hub', async () => {
    const { id, personId } = await aPayment()
    const carer = await house.signIn({ duties: ['carer'], personId })
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
    await assert.rejects(
      as(carer.actor, (tx) => getPayment(tx, id)),
      NotFound,
    )
    await as(mo, (tx) =>
      updateAsAgreed(tx, { id, from: 'proposed', version: 1, on: day, by: mo.accountId }),
    )
    assert.equal((await as(carer.actor, (tx) => getPayment(tx, id))).state, 'agreed')
    await assert.rejects(
      as(elsewhere.actor, (tx) => getPayment(tx, id)),
      NotFound,
    )
  })
})

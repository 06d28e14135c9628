import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { insertNeed } from '#support/plans/plan-lines.sql.ts'
import { insertPlan, updateAsAgreed } from '#support/plans/plans.sql.ts'
import { listOpenReviews } from '#support/diary/reviews.sql.ts'
import { supportHouse } from '../../testing.ts'
import { paymentPanel, paymentsToAgree, paymentTimeline } from '../on-the-record.ts'
import { getPayment, insertPayment } from '../payments.sql.ts'
import { payments } from '../room.ts'

const house = await supportHouse([payments])
const { as, assessor: jo, manager: mo } = house
const today = isoDate('2018-04-03')
const day = { 'paidOn-day': '3', 'paidOn-month': '4', 'paidOn-year': '2018' }

const stored = (id: string) => as(jo.actor, (tx) => getPayment(tx, id))

/** A grant put forward through the page. */
async function aGrant() {
  const carer = await house.aCarer()
  const id = newId()
  const sent = { id, purpose: 'A washing machine', amountPence: '275.50' }
  const answer = await jo.post(`/carers/${carer.id}/payments/new`, sent)
  assert.equal(answer.location, `/payments/${id}`)
  return { id, carer, sent, at: `/payments/${id}` }
}

/** A direct payment of a plan, agreed or still a draft. */
async function aDirectPayment(agreed: boolean) {
  const carer = await house.aCarer()
  const planId = newId()
  const needId = newId()
  const organisationId = jo.actor.organisationIds[0]!
  const id = newId()
  await as(jo.actor, async (tx) => {
    const about = { personId: carer.id, organisationId }
    await insertPlan(tx, {
      id: planId,
      reference: newReference('PLN'),
      number: 1,
      kind: 'adult_carer',
      startedOn: today,
      workerId: jo.actor.accountId,
      ...about,
    })
    const need = { id: needId, need: 'Time away', eligible: true, outcomeId: 'O8' }
    await insertNeed(tx, { id: planId, personId: carer.id }, need)
    await insertPayment(tx, {
      id,
      planId,
      ...about,
      basis: 'direct_payment',
      amountPence: 300_00,
      frequency: 'once',
      purpose: 'A weekend away',
      needIds: [needId],
      on: today,
      by: jo.actor.accountId,
    })
    if (agreed)
      await updateAsAgreed(tx, planId, {
        on: today,
        by: 'Margaret',
        how: 'telephone',
        involved: null,
        copiesTo: null,
      })
  })
  return { id, planId, at: `/payments/${id}`, carer }
}

describe('a prevention grant', () => {
  it('is put forward once, in pence, and waits for a manager', async () => {
    const { id, carer, sent } = await aGrant()
    await jo.post(`/carers/${carer.id}/payments/new`, sent)
    const grant = await stored(id)
    assert.deepEqual(
      [grant.amountPence, grant.basis, grant.state],
      [275_50, 'prevention_grant', 'proposed'],
    )
  })

  const refusals: readonly [string, Record<string, string>, RegExp][] = [
    ['without a purpose', { purpose: '', amountPence: '200' }, /Write what the grant is for/],
    ['without an amount', { purpose: 'A cooker', amountPence: '' }, /Enter the amount/],
    [
      'of an amount that is no money',
      { purpose: 'A cooker', amountPence: '2oo' },
      /Enter an amount in pounds/,
    ],
    [
      'of more than the limit',
      { purpose: 'A cooker', amountPence: '1600' },
      /Enter an amount of £1,500 or less/,
    ],
  ]
  for (const [name, values, words] of refusals) {
    it(`${name} is refused, and what was typed stays`, async () => {
      const carer = await house.aCarer()
      const again = await jo.post(`/carers/${carer.id}/payments/new`, { id: newId(), ...values })
      assert.equal(again.status, 422)
      assert.match(again.text, words)
      assert.deepEqual(
        [again.field('purpose'), again.field('amountPence')],
        [values['purpose'], values['amountPence']],
      )
    })
  }
})

describe('the steps of a payment', () => {
  it('a manager agrees it, then marks it as paid; each form sent twice acts once', async () => {
    const { at, id } = await aGrant()
    const agree = { step: 'agree', version: 1 }
    assert.equal((await mo.post(at, agree)).status, 303)
    assert.equal((await mo.post(at, agree)).status, 303)
    assert.equal((await mo.post(at, { step: 'pay', version: 2, ...day })).status, 303)
    const paid = await stored(id)
    assert.deepEqual(
      [paid.state, paid.paidOn, paid.agreedBy],
      ['paid', '2018-04-03', mo.actor.accountId],
    )
  })

  it('who put it forward cannot agree it, manager or not', async () => {
    const { at } = await aGrant()
    assert.equal((await jo.post(at, { step: 'agree', version: 1 })).status, 403)
    const carer = await house.aCarer()
    const own = newId()
    await mo.post(`/carers/${carer.id}/payments/new`, {
      id: own,
      purpose: 'A cooker',
      amountPence: '200',
    })
    assert.match((await mo.get(`/payments/${own}`)).text, /somebody else agrees it/)
    assert.equal((await mo.post(`/payments/${own}`, { step: 'agree', version: 1 })).status, 403)
  })

  it('cannot skip one', async () => {
    const { at } = await aGrant()
    assert.equal((await mo.post(at, { step: 'pay', version: 1, ...day })).status, 403)
    assert.equal((await mo.post(at, { step: 'refund', version: 1 })).status, 400)
  })

  it('a day of payment that has not come, or came before it was agreed, is refused', async () => {
    const { at } = await aGrant()
    await mo.post(at, { step: 'agree', version: 1 })
    const late = await mo.post(at, { step: 'pay', version: 2, ...day, 'paidOn-day': '4' })
    assert.deepEqual([late.status, /must be today or in the past/.test(late.text)], [422, true])
    const early = await mo.post(at, { step: 'pay', version: 2, ...day, 'paidOn-day': '2' })
    assert.match(early.text, /cannot have been paid before it was agreed/)
    assert.equal(early.field('paidOn-day'), '2')
  })

  it('is cancelled with a reason, and not without', async () => {
    const { at, id } = await aGrant()
    const again = await jo.post(at, { step: 'cancel', version: 1, reason: '' })
    assert.equal(again.status, 422)
    assert.match(again.text, /Write why the payment is cancelled/)
    await jo.post(at, { step: 'cancel', version: 1, reason: 'The family bought one' })
    const cancelled = await stored(id)
    assert.deepEqual(
      [cancelled.state, cancelled.cancelReason],
      ['cancelled', 'The family bought one'],
    )
  })

  it('taken from a page that is out of date is shown how it stands now', async () => {
    const { at } = await aGrant()
    await mo.post(at, { step: 'agree', version: 1 })
    const stale = await jo.post(at, { step: 'cancel', version: 1, reason: 'No longer needed' })
    assert.equal(stale.status, 409)
    assert.match(
      stale.text,
      /Somebody else changed this payment.*It now stands as: agreed, to be paid/,
    )
  })

  it('a direct payment of a plan is paid once the plan is agreed, and brings its review within six months', async () => {
    const draft = await aDirectPayment(false)
    await mo.post(draft.at, { step: 'agree', version: 1 })
    assert.match((await mo.get(draft.at)).text, /It can be paid once the plan is agreed/)
    assert.equal((await mo.post(draft.at, { step: 'pay', version: 2, ...day })).status, 403)

    const { at, planId } = await aDirectPayment(true)
    await mo.post(at, { step: 'agree', version: 1 })
    await mo.post(at, { step: 'pay', version: 2, ...day })
    const open = await as(jo.actor, (tx) => listOpenReviews(tx, planId))
    assert.deepEqual(
      open.map(({ kind, dueOn }) => [kind, dueOn]),
      [['direct_payment', '2018-10-03']],
    )
  })
})

describe('the list of payments', () => {
  it('shows a financial year with its totals, direct payments and grants apart', async () => {
    await aGrant()
    await aDirectPayment(true)
    const page = await mo.get('/payments?year=2018')
    assert.match(page.text, /Payments, April 2018 to March 2019/)
    assert.match(page.text, /Totals.*Direct payment Put forward.*Prevention grant Put forward/)
    const grants = await mo.get('/payments?year=2018&basis=prevention_grant&state=proposed')
    assert.doesNotMatch(grants.text.split('Payments, the latest first')[1] ?? '', /A weekend away/)
    assert.match((await mo.get('/payments?year=2003')).text, /0 payments/)
  })

  it('falls back to this financial year where the address is odd', async () => {
    assert.match(
      (await mo.get('/payments?year=soon&state=lost&page=-1')).text,
      /April 2018 to March 2019/,
    )
  })
})

describe('what others show of payments', () => {
  it('a manager’s day lists what waits for them; the record and timeline show them', async () => {
    const { carer, at, id } = await aGrant()
    const of = { personId: carer.id, actor: mo.actor, today }
    const waiting = await as(mo.actor, (tx) =>
      paymentsToAgree.list(tx, { actor: mo.actor, today, limit: 1000 }),
    )
    assert.ok(
      waiting.items.some(
        ({ href, title }) =>
          href === `/payments/${id}` && title === 'Agree £275.50: Margaret Tolley',
      ),
    )
    await mo.post(at, { step: 'agree', version: 1 })
    await mo.post(at, { step: 'pay', version: 2, ...day })
    const panel = await as(mo.actor, (tx) => paymentPanel.show(tx, of))
    assert.match(String(panel?.body), /£275\.50<\/a\s*>, A washing machine/)
    const [entry] = await as(mo.actor, (tx) => paymentTimeline.list(tx, of))
    assert.deepEqual([entry?.on, entry?.title], ['2018-04-03', 'Prevention grant of £275.50'])
  })

  it('another hub and a referrer see nothing', async () => {
    const { at } = await aGrant()
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
    assert.equal((await elsewhere.get(at)).status, 404)
    const practice = await house.signIn({
      duties: ['referrer'],
      organisation: 'A surgery',
      kind: 'gp_practice',
    })
    assert.equal((await practice.get(at)).status, 403)
  })
})

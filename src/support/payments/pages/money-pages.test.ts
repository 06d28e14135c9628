import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/lib/ids.ts'
import { supportHouse } from '../../testing.ts'
import { aDirectPayment, anAgreedGrant } from '../money.fixture.ts'
import { payments } from '../room.ts'

const house = await supportHouse([payments])
const { assessor: jo, manager: mo } = house
const ann = await house.signIn({ duties: ['manager'], name: 'Ann Ray' })
const dated = (name: string, day: number | '', month = 4, year = 2018) => ({
  [`${name}-day`]: String(day),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
})
const payByHand = (id: string, version = 2) =>
  mo.post(`/payments/${id}`, { step: 'pay', version, ...dated('paidOn', 3) })

describe('the agreement of a direct payment', () => {
  const ids = ['capacity', 'allowed', 'capable', 'appropriate']
  const answers = (way: string, met: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      ids.flatMap((id) => [
        [`met-${way}-${id}`, met[id] ?? 'yes'],
        [`reason-${way}-${id}`, `Because of ${id}`],
      ]),
    )
  const signed = {
    way: 'own',
    agreedHow: 'in_writing',
    signedBy: 'Margaret Tolley',
    ...dated('signedOn', 2),
  }
  const post = (id: string, more: Record<string, string>) =>
    jo.post(`/payments/${id}/agreement`, { step: 'agreement', id: newId(), ...more })

  it('keeps each condition with its reason, and lets the payment go out', async () => {
    const { id } = await aDirectPayment(house, { agreement: 'none' })
    assert.match((await mo.get('/payments/runs')).html, new RegExp(id))
    assert.equal((await post(id, { ...signed, ...answers('own') })).status, 303)
    assert.match(
      (await jo.get(`/payments/${id}`)).text,
      /Signed on 2 April 2018 by Margaret Tolley/,
    )
    const page = await jo.get(`/payments/${id}/agreement`)
    assert.match(page.text, /Every condition is met.*Because of capacity \(s.31\(4\)\)/)
    assert.doesNotMatch((await mo.get('/payments/runs')).html, new RegExp(`/payments/${id}`))
  })

  it('names the condition that is not met, and keeps the payment back', async () => {
    const { id } = await aDirectPayment(house, { agreement: 'none' })
    assert.equal((await post(id, { way: 'own', ...answers('own', { capable: 'no' }) })).status, 303)
    const page = await jo.get(`/payments/${id}/agreement`)
    assert.match(page.text, /Not met: Can the carer manage.*\(s.31\(6\)\). Because of capable/)
    assert.match(
      (await mo.get('/payments/runs')).text,
      /conditions for a direct payment are not all met/,
    )
  })

  it('of a nominee names them', async () => {
    const { id } = await aDirectPayment(house, { agreement: 'none' })
    const named = { ...signed, way: 'nominee', who: 'Ruth Tolley', ...answers('nominee') }
    assert.equal((await post(id, named)).status, 303)
    assert.match((await jo.get(`/payments/${id}`)).text, /looked after by Ruth Tolley/)
  })

  const refusals: readonly [string, Record<string, string>, RegExp][] = [
    ['without a way', { ...signed, way: '' }, /Select who looks after the money/],
    ['of a nominee without a name', { ...signed, way: 'nominee' }, /Enter the name of the person/],
    [
      'without an answer',
      { ...signed, ...answers('own'), 'met-own-allowed': '' },
      /Answer the condition of s.31\(5\)/,
    ],
    [
      'without a reason',
      { ...signed, ...answers('own'), 'reason-own-allowed': '' },
      /Write the reason for your answer to s.31\(5\)/,
    ],
    [
      'agreed, but not how',
      { ...signed, agreedHow: '', ...answers('own') },
      /Enter who agreed, and how/,
    ],
    [
      'signed in the future',
      { ...signed, ...dated('signedOn', 9), ...answers('own') },
      /today or in the past/,
    ],
  ]
  for (const [name, fields, words] of refusals) {
    it(`${name} is refused`, async () => {
      const { id } = await aDirectPayment(house, { agreement: 'none' })
      const again = await post(id, fields)
      assert.deepEqual([again.status, words.test(again.text)], [422, true])
    })
  }

  it('sets the days of a payment until money has gone out', async () => {
    const id = await anAgreedGrant(house, { frequency: 'monthly' })
    const at = `/payments/${id}/agreement`
    const version = Number((await jo.get(at)).field('version'))
    const days = { step: 'calendar', version, ...dated('startsOn', 9), ...dated('endsOn', 9, 9) }
    assert.equal((await jo.post(at, { ...days, ...dated('endsOn', 8) })).status, 422)
    assert.equal((await jo.post(at, days)).status, 303)
    assert.equal((await jo.post(at, days)).status, 303, 'the same again acts once')
    assert.match((await jo.get(`/payments/${id}`)).text, /From 9 April 2018 to 9 September 2018/)
    assert.equal((await jo.post(at, { ...days, ...dated('startsOn', 10) })).status, 409)
    await payByHand(id, version + 1)
    const late = await jo.post(at, { ...days, version: version + 2, ...dated('startsOn', 10) })
    assert.match(late.text, /Money has gone out already/)
  })
})

describe('a direct payment and a prevention grant', () => {
  const wrong: readonly [string, Parameters<typeof aDirectPayment>[1], RegExp][] = [
    [
      'what meets no eligible need does not go out as a direct payment',
      { eligible: false },
      /a direct payment meets an assessed eligible need/,
    ],
    [
      'what meets an eligible need does not go out as a grant',
      { basis: 'prevention_grant' },
      /is a direct payment, not a prevention grant/,
    ],
  ]
  for (const [name, about, why] of wrong) {
    it(name, async () => {
      const { id } = await aDirectPayment(house, about)
      await assert.rejects(
        house.as(mo.actor, (tx) =>
          sql`insert into payment_instalment (authority_id, id, payment_id, person_id, organisation_id, number, due_on,
                amount_pence, basis, paid_on)
              select authority_id, gen_random_uuid(), id, person_id, organisation_id, 1, '2018-04-03', amount_pence, basis, '2018-04-03'
                from payment where id = ${id}`.execute(tx),
        ),
        why,
      )
    })
  }

  it('goes out in its own amount and to its own person alone', async () => {
    const id = await anAgreedGrant(house)
    await assert.rejects(
      house.as(mo.actor, (tx) =>
        sql`insert into payment_instalment (authority_id, id, payment_id, person_id, organisation_id, number, due_on,
              amount_pence, basis, paid_on)
            select authority_id, gen_random_uuid(), id, person_id, organisation_id, 1, '2018-04-03', amount_pence + 1, basis, '2018-04-03'
              from payment where id = ${id}`.execute(tx),
      ),
      /same person, amount and kind/,
    )
  })
})

describe('what the money was used for', () => {
  const told = {
    ...dated('fromOn', 1),
    ...dated('toOn', 3),
    spentPence: '120.50',
    usedFor: 'Eight lessons',
  }
  const pdf = { field: 'receipts', name: 'lessons.pdf', bytes: Buffer.from('%PDF-1.7 receipt') }
  const upload = (id: string, more: Record<string, string>, files = [pdf], as = newId()) =>
    jo.upload(`/payments/${id}/used`, { id: as, ...told, ...more }, files)

  it('is kept once with its receipts, looked at, and leaves the balance', async () => {
    const id = await anAgreedGrant(house)
    await payByHand(id)
    const same = newId()
    for (const _ of [1, 2]) assert.equal((await upload(id, {}, [pdf], same)).status, 303)
    const page = await mo.get(`/payments/${id}`)
    assert.match(page.text, /Shown as spent £120.50 Unspent, or not told yet £129.50/)
    const receipt = /\/payments\/receipts\/[\w-]+/.exec(page.html)![0]
    const kept = await mo.get(receipt)
    assert.equal(kept.html, '%PDF-1.7 receipt')
    assert.match(String(kept.response.headers['content-disposition']), /^attachment/)
    const look = `/payments/${id}/used/${same}`
    assert.match((await mo.get(look)).text, /not checked for viruses here/)
    assert.match((await mo.post(look, { finding: 'query', words: '' })).text, /Write what you ask/)
    assert.equal((await mo.post(look, { finding: 'query', words: 'Which school?' })).status, 303)
    assert.equal((await mo.post(look, { finding: 'in_order', words: '' })).status, 303)
    assert.match((await mo.get(`/payments/${id}`)).text, /Mo Adeyemi found it in order/)
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
    assert.equal((await elsewhere.get(receipt)).status, 404)
  })

  const refusals: readonly [string, Record<string, string>, (typeof pdf)[], RegExp][] = [
    ['without what for', { usedFor: '' }, [pdf], /Write what the money was used for/],
    ['without an amount', { spentPence: '' }, [pdf], /Enter how much was spent/],
    [
      'ending before it began',
      { ...dated('fromOn', 3), ...dated('toOn', 2) },
      [pdf],
      /must not be before the first/,
    ],
    ['about the future', dated('toOn', 4), [pdf], /must be today or in the past/],
    ['without receipts or a reason', {}, [], /Choose the receipts, or write why there are none/],
    [
      'with a file that is no receipt',
      {},
      [{ ...pdf, bytes: Buffer.from('MZ') }],
      /must be a PDF, a JPG or a PNG/,
    ],
  ]
  for (const [name, more, files, words] of refusals) {
    it(`${name} is refused, and what was typed stays`, async () => {
      const again = await upload(await anAgreedGrant(house), more, files)
      assert.deepEqual([again.status, words.test(again.text)], [422, true])
      assert.equal(again.field('spentPence'), more['spentPence'] ?? '120.50')
    })
  }
})

describe('money that comes back', () => {
  const step = (kind: string, amountPence: string, reason = 'Not used') => ({
    id: newId(),
    step: kind,
    amountPence,
    ...dated('takenOn', 3),
    reason,
  })

  it('is asked for, repaid in part, and the rest written off by somebody else', async () => {
    const id = await anAgreedGrant(house)
    await payByHand(id)
    const at = `/payments/${id}/recovery`
    assert.match((await mo.post(at, step('asked', '250.01'))).text, /Ask back £250 or less/)
    const asked = step('asked', '100')
    for (const _ of [1, 2]) assert.equal((await mo.post(at, asked)).status, 303)
    assert.match((await mo.post(at, step('repaid', '100.01'))).text, /Enter £100 or less/)
    assert.equal((await mo.post(at, step('repaid', '60', ''))).status, 303)
    assert.match((await mo.post(at, step('written_off', '40'))).text, /does not also write it off/)
    assert.match(
      (await ann.post(at, step('written_off', '40', ''))).text,
      /Write why it is written off/,
    )
    assert.equal((await ann.post(at, step('written_off', '40', 'She has died'))).status, 303)
    assert.match(
      (await mo.get(`/payments/${id}`)).text,
      /Unspent, or not told yet £150 Asked back £100 Repaid £60 Written off £40 Still owed £0.*£40 written off on 3 April 2018, by Ann Ray: She has died/,
    )
    assert.equal((await jo.get(at)).status, 403)
  })

  it('is never changed afterwards', async () => {
    await assert.rejects(
      house.as(mo.actor, (tx) => sql`update payment_recovery set amount_pence = 1`.execute(tx)),
      /permission denied/,
    )
  })
})

describe('payments against the budget', () => {
  it('shows paid, committed and forecast, and each figure opens to rows that come to it', async () => {
    const own = await supportHouseOf()
    const { mo: pays, house: there } = own
    await pays.post('/payments/budget?year=2018', {
      direct_payment: '1000',
      prevention_grant: '200',
    })
    const once = await anAgreedGrant(there, { amountPence: 120_25 })
    await pays.post(`/payments/${once}`, { step: 'pay', version: 2, ...dated('paidOn', 3) })
    await anAgreedGrant(there, { amountPence: 10_00, frequency: 'monthly', startsOn: '2018-04-20' })
    await aDirectPayment(there, { amountPence: 300_00 })
    const page = await pays.get('/payments/budget?year=2018')
    assert.match(page.text, /Direct payment £1,000 £0 , paid £300 , committed £300 , forecast £700/)
    assert.match(
      page.text,
      /Prevention grant £200 £120.25 , paid £120 , committed £240.25 , forecast £40.25 over/,
    )
    const rows = await pays.get(
      '/payments/budget/rows?year=2018&basis=prevention_grant&figure=forecast',
    )
    assert.match(rows.text, /£240.25 in 13 payments/)
    assert.match(
      (await pays.get('/payments/budget/rows?year=2018&basis=prevention_grant&figure=paid')).text,
      /£120.25 in 1 payment/,
    )
    assert.match((await pays.get('/payments/budget?year=2017')).text, /Not set £0 , paid/)
  })

  it('a budget that is no money is refused', async () => {
    const again = await mo.post('/payments/budget?year=2018', {
      direct_payment: 'lots',
      prevention_grant: '',
    })
    assert.deepEqual(
      [again.status, /Enter what there is for prevention grants/.test(again.text)],
      [422, true],
    )
  })

  async function supportHouseOf() {
    const there = await supportHouse([payments])
    return { house: there, mo: there.manager }
  }
})

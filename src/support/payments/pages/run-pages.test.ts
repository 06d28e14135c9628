import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/lib/ids.ts'
import { supportHouse } from '../../testing.ts'
import { aDirectPayment, anAgreedGrant, aPaidCarer } from '../money.fixture.ts'
import { payments } from '../room.ts'

const house = await supportHouse([payments])
const { assessor: jo, manager: mo } = house
const ann = await house.signIn({ duties: ['manager'], name: 'Ann Ray' })
const dated = (name: string, day: number, month = 4, year = 2018) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const days = { ...dated('upTo', 30), ...dated('payOn', 6) }

async function gathered() {
  const { location } = await mo.post('/payments/runs', { id: newId(), ...days })
  assert.match(location ?? '', /^\/payments\/runs\//)
  return location!
}

async function approved() {
  const at = await gathered()
  const seen = (await ann.get(at)).field('seen')!
  assert.equal((await ann.post(at, { step: 'approve', seen })).status, 303)
  return at
}

describe('the pages of payment runs', () => {
  it('gather, approve by a second person, give the file and mark as paid, each form sent twice acting once', async () => {
    const grant = await anAgreedGrant(house, { amountPence: 1_250_50 })
    const id = newId()
    const { location: at } = await mo.post('/payments/runs', { id, ...days })
    assert.equal((await mo.post('/payments/runs', { id, ...days })).location, at)
    const page = await mo.get(at!)
    assert.match(page.text, /To be approved.*Sum £1,250.50.*cannot also approve it/)
    assert.equal((await mo.post(at!, { step: 'approve', seen: 'x' })).status, 422)
    const seen = (await ann.get(at!)).field('seen')!
    assert.match((await mo.post(at!, { step: 'approve', seen })).text, /Ask a second person/)
    for (const _ of [1, 2])
      assert.equal((await ann.post(at!, { step: 'approve', seen })).status, 303)
    const file = await ann.get(`${at}/file`)
    assert.match(
      file.html,
      /^H,1,PAY-\w{5}-\w,worcestershire,20180406,GBP\r\nD,1,089999,31926819,125050,MARGARET TOLLEY,PAY-\w+-\w 1,/,
    )
    for (const _ of [1, 2]) assert.equal((await ann.post(at!, { step: 'send' })).status, 303)
    assert.match((await mo.get(at!)).text, /How it stands Paid/)
    assert.match(
      (await mo.get(`/payments/${grant}`)).text,
      /What went out £1,250.50 paid on 6 April 2018, run PAY/,
    )
    assert.match((await mo.get('/payments/runs')).text, /Paid Mo Adeyemi 1 £1,250.50/)
  })

  it('say what is due and held back, and why', async () => {
    await aDirectPayment(house, { agreement: 'none', amountPence: 77_00 })
    assert.match(
      (await mo.get('/payments/runs')).text,
      /cannot be paid yet.*26 March 2018 No direct payment agreement is recorded £77/,
    )
  })

  it('refuse a day of payment that is past, and a day that is none', async () => {
    const past = await mo.post('/payments/runs', { id: newId(), ...days, ...dated('payOn', 2) })
    assert.deepEqual([past.status, /must be today or in the future/.test(past.text)], [422, true])
    const none = await mo.post('/payments/runs', { id: newId(), ...days, 'upTo-day': '' })
    assert.equal(none.status, 422)
    assert.equal(none.field('payOn-day'), '6')
  })

  it('give no file before approval, and are closed to who does not pay', async () => {
    await anAgreedGrant(house)
    const at = await gathered()
    assert.equal((await mo.get(`${at}/file`)).status, 409)
    for (const path of ['/payments/runs', at, `${at}/file`, '/payments/budget'])
      assert.equal((await jo.get(path)).status, 403)
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'Another hub' })
    assert.equal((await elsewhere.get(at)).status, 404)
    assert.equal((await elsewhere.post(at, { step: 'send' })).status, 404)
    assert.equal((await mo.post(at, { step: 'refund' })).status, 400)
    assert.equal((await mo.post(at, { step: 'give-up' })).status, 303)
    assert.match((await mo.get(at)).text, /Given up/)
  })

  it('a payment whose money is on its way cannot be cancelled or paid by hand', async () => {
    const grant = await anAgreedGrant(house)
    await approved()
    const at = `/payments/${grant}`
    const not = await mo.post(at, { step: 'cancel', version: 2, reason: 'Too late' })
    assert.deepEqual([not.status, /is on its way in run PAY/.test(not.text)], [422, true])
    const twice = await mo.post(at, { step: 'pay', version: 2, ...dated('paidOn', 3) })
    assert.deepEqual(
      [twice.status, /stands in a payment run already/.test(twice.text)],
      [422, true],
    )
  })

  it('one that was paid by hand is in no run', async () => {
    const grant = await anAgreedGrant(house)
    await mo.post(`/payments/${grant}`, { step: 'pay', version: 2, ...dated('paidOn', 3) })
    assert.match((await mo.get(`/payments/${grant}`)).text, /£250 paid on 3 April 2018, by hand/)
    assert.doesNotMatch((await mo.get(await gathered())).html, new RegExp(grant))
  })
})

describe('bank details', () => {
  const given = {
    accountName: 'M Tolley',
    sortCode: '08-99-99',
    accountNumber: '6637 4958',
    givenHow: 'in_person',
  }

  it('are taken down by an assessor, masked for all, shown in full to who pays, and that look is kept', async () => {
    const carer = await house.aCarer()
    const at = `/carers/${carer.id}/bank-details`
    const id = newId()
    for (const _ of [1, 2]) assert.equal((await jo.post(at, { id, ...given })).status, 303)
    const masked = await jo.get(at)
    assert.match(masked.text, /M Tolley.*••••••58/)
    assert.doesNotMatch(masked.html, /66374958|Show the whole number/)
    assert.doesNotMatch((await jo.post(at, { step: 'open' })).html, /66374958/)
    assert.doesNotMatch((await mo.get(at)).html, /66374958/)
    assert.match((await mo.post(at, { step: 'open' })).text, /089999 Account number 66374958/)
    const { rows } = await house.asSystem((tx) =>
      sql<{ name: string }>`select reader_name as name from read_log
        where person_id = ${carer.id} and what = 'bank details'`.execute(tx),
    )
    assert.deepEqual(rows, [{ name: 'Mo Adeyemi' }])
  })

  it('stand in no history and are never changed', async () => {
    const carer = await aPaidCarer(house, '55779911')
    await jo.post(`/carers/${carer.id}/bank-details`, { id: newId(), ...given })
    const { rows } = await house.asSystem((tx) =>
      sql`select from history where before::text like '%55779911%'`.execute(tx),
    )
    assert.deepEqual(rows, [])
    for (const statement of [
      sql`update payee_account set account_number = '00000000'`,
      sql`delete from payee_account`,
      sql`update payee set account_name = 'X'`,
    ])
      await assert.rejects(
        house.as(mo.actor, (tx) => statement.execute(tx)),
        /permission denied/,
      )
  })

  it('of another hub are not there for a manager', async () => {
    await aPaidCarer(house)
    const elsewhere = await house.signIn({ duties: ['manager'], organisation: 'A third hub' })
    const read = sql<{ count: number }>`select count(*) as count from payee_account`
    assert.equal((await house.as(elsewhere.actor, (tx) => read.execute(tx))).rows[0]?.count, 0)
    assert.equal((await house.as(jo.actor, (tx) => read.execute(tx))).rows[0]?.count, 0)
  })

  const refusals: readonly [string, Partial<typeof given>, RegExp][] = [
    ['without a name', { accountName: '' }, /Enter the name on the account/],
    ['with a name no bank can write', { accountName: '漢字' }, /in letters A to Z/],
    ['without a sort code', { sortCode: '' }, /Enter the sort code/],
    ['with a short sort code', { sortCode: '08999' }, /sort code of six figures/],
    [
      'with letters in the account',
      { accountNumber: '6637495x' },
      /account number of eight figures/,
    ],
    ['without how they were given', { givenHow: '' }, /Select how you were given them/],
  ]
  for (const [name, change, words] of refusals) {
    it(`${name} are refused, and what was typed stays`, async () => {
      const carer = await house.aCarer()
      const again = await jo.post(`/carers/${carer.id}/bank-details`, {
        id: newId(),
        ...given,
        ...change,
      })
      assert.deepEqual([again.status, words.test(again.text)], [422, true])
      assert.equal(again.field('accountName'), change.accountName ?? 'M Tolley')
    })
  }
})

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
  [`${name}-day`]: String(day),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
})
const asCarer = (personId: string) => house.signIn({ duties: ['carer'], personId })

/** An agreement of which every condition is met, and that waits for the carer. */
async function waiting(personal: { email?: string } = {}) {
  const direct = await aDirectPayment(house, {
    agreement: 'none',
    amountPence: 300_00,
    ...personal,
  })
  const answers = ['capacity', 'allowed', 'capable', 'appropriate'].flatMap((id) => [
    [`met-own-${id}`, 'yes'],
    [`reason-own-${id}`, 'Asked and answered'],
  ])
  const sent = await jo.post(`/payments/${direct.id}/agreement`, {
    step: 'agreement',
    id: newId(),
    way: 'own',
    terms: 'Keep the train tickets.',
    ...Object.fromEntries(answers),
  })
  assert.equal(sent.status, 303)
  return { ...direct, me: await asCarer(direct.carer.id) }
}

describe('a direct payment agreement', () => {
  it('waits for the carer, is sent once as they read, agreed to by them, and kept as agreed', async () => {
    const { id, carer, me } = await waiting()
    const at = `/payments/${id}/agreement`
    assert.match((await mo.get('/payments/runs')).html, new RegExp(id))
    const copy = { id: newId(), way: 'email', format: 'text' }
    for (const _ of [1, 2]) assert.equal((await jo.post(`${at}/send`, copy)).status, 303)
    const { rows } = await house.asSystem((tx) =>
      sql<{ body: string; format: string }>`
        select body, format from message where person_id = ${carer.id}`.execute(tx),
    )
    assert.equal(rows.length, 1)
    assert.match(rows[0]!.body, /Keep the train tickets.*/s)
    const mine = await me.get(`/my/money/${id}`)
    assert.match(mine.text, /We need you to agree before it is paid/)
    const agreement = mine.field('agreement')!
    assert.equal((await me.post(`/my/money/${id}`, { agreement: newId() })).status, 409)
    for (const _ of [1, 2])
      assert.equal((await me.post(`/my/money/${id}`, { agreement })).status, 303)
    assert.match(
      (await me.get(`/my/money/${id}`)).text,
      /Agreed on 3 April 2018, online, signed in/,
    )
    const kept = await me.get(`/my/money/${id}/agreement/text`)
    assert.match(kept.html, /Direct payment agreement/i)
    assert.match(kept.html, /Keep the train tickets/)
    assert.doesNotMatch((await mo.get('/payments/runs')).html, new RegExp(`/payments/${id}`))
    await house.asSystem((tx) =>
      sql`update person set family_name = 'Changed' where id = ${carer.id}`.execute(tx),
    )
    assert.equal((await me.get(`/my/money/${id}/agreement/text`)).html, kept.html)
    const count = await house.asSystem((tx) =>
      sql`select from payment_agreement where payment_id = ${id}`.execute(tx),
    )
    assert.equal(count.rows.length, 2)
  })

  it('is refused a way or format that is none, and another carer sees nothing of it', async () => {
    const { id } = await waiting()
    const at = `/payments/${id}/agreement/send`
    const not = await jo.post(at, { id: newId(), way: 'pigeon', format: 'text' })
    assert.deepEqual([not.status, /Select how to send it/.test(not.text)], [422, true])
    const other = await asCarer((await house.aCarer()).id)
    for (const path of [
      `/my/money/${id}`,
      `/my/money/${id}/used`,
      `/my/money/${id}/agreement/text`,
    ])
      assert.equal((await other.get(path)).status, 404)
    assert.equal((await other.post(`/my/money/${id}`, { agreement: newId() })).status, 404)
    const grant = await anAgreedGrant(house)
    assert.equal((await jo.get(`/payments/${grant}/agreement/send`)).status, 404)
  })
})

async function paidGrant(amountPence = 250_00) {
  const carer = await aPaidCarer(house)
  const id = await anAgreedGrant(house, { personId: carer.id, amountPence })
  await mo.post(`/payments/${id}`, { step: 'pay', version: 2, ...dated('paidOn', 2) })
  return { id, me: await asCarer(carer.id) }
}
const use = (more: Record<string, string> = {}) => ({
  id: newId(),
  ...dated('fromOn', 2),
  ...dated('toOn', 3),
  spentPence: '40.25',
  usedFor: 'Two lessons',
  withoutReceipts: '',
  ...more,
})
const photograph = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
const receipt = (bytes: Buffer = photograph) => ({ field: 'receipts', name: 'lesson.jpg', bytes })

describe('the carer’s own page on money', () => {
  it('says what was paid and for what, takes what it was used for with receipts, and what is left', async () => {
    const { id, me } = await paidGrant()
    assert.match((await me.get('/my/money')).text, /£250: Driving lessons Paid. £250 paid so far/)
    const told = use()
    for (const _ of [1, 2])
      assert.equal((await me.upload(`/my/money/${id}/used`, told, [receipt()])).status, 303)
    await me.post(`/my/money/${id}/used`, use({ spentPence: '9.75', withoutReceipts: 'The bus' }))
    const page = await me.get(`/my/money/${id}`)
    assert.match(page.text, /You told us you spent £50 Left, or not told yet £200/)
    assert.match(page.text, /Two lessons \(lesson.jpg\)/)
    assert.match(page.text, /Ask us a question/)
    assert.match((await jo.get(`/payments/${id}`)).text, /£40.25.*Look at this return/)
  })

  const refusals: readonly [string, Record<string, string>, Buffer | null, RegExp][] = [
    ['less than nothing', { spentPence: '-5' }, photograph, /amount in pounds/],
    ['no amount', { spentPence: '' }, photograph, /Enter how much was spent/],
    ['a day to come', dated('toOn', 9), photograph, /today or in the past/],
    ['days the wrong way round', dated('toOn', 1), photograph, /must not be before the first/],
    ['nothing said', { usedFor: '' }, photograph, /Write what the money was used for/],
    ['neither receipt nor words', {}, null, /write why there are none/],
    ['a file of a wrong kind', {}, Buffer.from('MZ program'), /must be a PDF, a JPG or a PNG/],
    ['an empty file', {}, Buffer.alloc(0), /is empty|write why there are none/],
    [
      'a file too large',
      {},
      Buffer.concat([photograph, Buffer.alloc(5 * 1024 * 1024)]),
      /smaller than 5MB/,
    ],
  ]
  it('refuses what cannot be, keeps what was typed, and writes nothing down', async () => {
    const { id, me } = await paidGrant()
    for (const [name, change, bytes, words] of refusals) {
      const files = bytes === null ? [] : [receipt(bytes)]
      const again = await me.upload(`/my/money/${id}/used`, use(change), files)
      assert.deepEqual([again.status, words.test(again.text)], [422, true], name)
      assert.equal(again.field('spentPence'), change['spentPence'] ?? '40.25', name)
    }
    assert.match((await me.get(`/my/money/${id}`)).text, /You told us you spent £0/)
  })

  it('says nothing of what is only put forward, and is closed to staff', async () => {
    const carer = await house.aCarer()
    const me = await asCarer(carer.id)
    await jo.post(`/carers/${carer.id}/payments/new`, {
      id: newId(),
      purpose: 'A secret surprise',
      amountPence: '50',
    })
    assert.match((await me.get('/my/money')).text, /Nothing has been agreed for you yet/)
    assert.equal((await ann.get('/my/money')).status, 403)
  })
})

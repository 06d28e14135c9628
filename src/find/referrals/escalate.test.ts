import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { clockAt, isoDate } from '#platform/lib/dates.ts'
import { testHouse } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { escalateStalled } from '../referral-clock/escalate.jobs.ts'
import { referralClock } from '../referral-clock/room.ts'
import { sendersToTell, stalledReferrals } from './on-today.ts'
import { ownReferrals } from './own-referrals.panel.ts'
import { referrals } from './room.ts'
import { aReferral } from './testing.ts'

const house = await testHouse([persons, caring, referralClock, referrals], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const helen = await house.signIn({ duties: ['manager'], name: 'Helen Walsh' })
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery',
  kind: 'gp_practice',
})

const runOn = (day: string) =>
  escalateStalled.run({ db: house.db, config: house.house.config, clock: clockAt(day) }, {})
const row = (id: string) =>
  house.asSystem((tx) =>
    tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
const lettersTo = (accountId: string | null) =>
  house.asSystem((tx) =>
    tx.selectFrom('message').select('subject').where('accountId', '=', accountId).execute(),
  )
const listOf = (source: typeof stalledReferrals, actor: typeof jo.actor, day = '2018-03-29') =>
  asActor(house.db, actor, (tx) => source.list(tx, { actor, today: isoDate(day), limit: 20 }))

test('what stalls goes on the manager’s list once, with one letter, even where two jobs run at once', async () => {
  const late = await aReferral(house, surgery.actor, { receivedOn: '2018-03-12' })
  const inTime = await aReferral(house, surgery.actor, { receivedOn: '2018-03-22' })
  await Promise.all([runOn('2018-03-29'), runOn('2018-03-29')])
  await runOn('2018-03-29')
  assert.equal((await row(late)).escalatedOn, '2018-03-29')
  assert.equal((await row(inTime)).escalatedOn, null)
  assert.deepEqual(
    (await lettersTo(helen.actor.accountId)).map(({ subject }) => subject),
    ['A referral has stalled'],
  )
  const { items, total } = await listOf(stalledReferrals, helen.actor)
  assert.equal(total, 1)
  assert.equal(items[0]?.title, 'Stalled, no answer yet: Margaret Tolley')
  assert.equal(items[0]?.dueOn, '2018-03-19')
  const page = await jo.get(`/referrals/${late}`)
  assert.ok(page.text.includes('Stalled: on the manager’s list since 29 March 2018'))
  await house.asSystem((tx) =>
    tx.updateTable('referral').set({ state: 'declined' }).where('id', '=', late).execute(),
  )
  assert.equal((await listOf(stalledReferrals, helen.actor)).total, 0)
})

test('a carer taken on and not rung by the day that was set stalls too', async () => {
  const id = await aReferral(house, surgery.actor, { receivedOn: '2018-03-19' })
  await house.asSystem((tx) =>
    tx
      .updateTable('referral')
      .set({
        state: 'accepted',
        triagedOn: '2018-03-20',
        contactDueOn: '2018-03-27',
        workerId: jo.actor.accountId,
      })
      .where('id', '=', id)
      .execute(),
  )
  await runOn('2018-03-27')
  assert.equal((await row(id)).escalatedOn, null)
  await runOn('2018-03-28')
  assert.equal((await row(id)).escalatedOn, '2018-03-28')
  const { items } = await listOf(stalledReferrals, helen.actor)
  assert.ok(items.some(({ title }) => title === 'Stalled, nobody has rung: Margaret Tolley'))
})

test('a sender without an account who left a number is rung, and then no more', async () => {
  const id = await aReferral(house, surgery.actor, {
    referrerAccountId: null,
    referrerName: 'Lynne Parry',
    referrerTelephone: '01632960478',
  })
  await house.asSystem((tx) =>
    tx
      .updateTable('referral')
      .set({ state: 'declined', triagedOn: '2018-03-29', triagedBy: jo.actor.accountId })
      .where('id', '=', id)
      .execute(),
  )
  const before = await listOf(sendersToTell, jo.actor)
  assert.deepEqual(
    before.items.map(({ title }) => title),
    ['Tell the sender: Lynne Parry'],
  )
  const page = await jo.get(`/referrals/${id}`)
  assert.ok(page.text.includes('01632 960478'))
  for (const time of ['first', 'second'])
    assert.equal((await jo.post(`/referrals/${id}/sender-told`, {})).status, 303, time)
  assert.equal((await row(id)).senderToldOn, '2018-03-29')
  assert.equal((await listOf(sendersToTell, jo.actor)).total, 0)
})

test('carers see on their own page how long they have waited, by the hub’s own clock, and no one else’s', async () => {
  const carer = await aPerson(house.db, jo.actor, { givenName: 'Margaret' })
  const mine = await house.signIn({ duties: ['carer'], personId: carer.id })
  const id = await aReferral(house, surgery.actor, { receivedOn: '2018-03-19' })
  await house.asSystem((tx) =>
    tx
      .updateTable('referral')
      .set({
        state: 'accepted',
        personId: carer.id,
        triagedOn: '2018-03-22',
        contactDueOn: '2018-04-06',
      })
      .where('id', '=', id)
      .execute(),
  )
  const shown = (actor: typeof mine.actor) =>
    asActor(house.db, actor, (tx) =>
      ownReferrals.show(tx, { personId: carer.id, actor, today: isoDate('2018-03-29') }),
    )
  const own = String((await shown(mine.actor))?.body)
  for (const words of [
    'We were asked on 19 March 2018.',
    'We answered on 22 March 2018.',
    'Someone rings you by Friday 6 April 2018.',
  ])
    assert.ok(own.includes(words), own)
  const another = await aPerson(house.db, jo.actor, { givenName: 'Colin' })
  const colin = await house.signIn({ duties: ['carer'], personId: another.id })
  assert.equal(await shown(colin.actor), null)
})

test('a manager promises more from a day on, and nobody promises for what has come', async () => {
  const form = {
    id: '0190163d-8694-7397-b6a2-2a1e4b3c5d60',
    kind: 'adult_carer',
    'fromOn-day': '29',
    'fromOn-month': '3',
    'fromOn-year': '2018',
    answerDays: '2',
    amberDays: '1',
    talkDays: '4',
  }
  const early = await helen.post('/referrals/promises', { ...form, 'fromOn-day': '28' })
  assert.equal(early.status, 422)
  assert.ok(early.text.includes('It can hold from today on, not from earlier'))
  const amber = await helen.post('/referrals/promises', { ...form, amberDays: '3' })
  assert.ok(amber.text.includes('It must turn amber before the answer is due'))
  assert.equal(amber.field('talkDays'), '4')
  for (const time of ['first', 'second'])
    assert.equal((await helen.post('/referrals/promises', form)).status, 303, time)
  const page = await helen.get('/referrals/promises')
  assert.equal(page.text.match(/29 March 2018/g)?.length, 1)
  const id = await aReferral(house, surgery.actor)
  const old = await aReferral(house, surgery.actor, { receivedOn: '2018-03-28' })
  assert.ok((await jo.get(`/referrals/${id}`)).text.includes('0 of 2 working days'))
  assert.ok((await jo.get(`/referrals/${old}`)).text.includes('1 of 5 working days'))
  assert.equal((await jo.get('/referrals/promises')).status, 403)
})

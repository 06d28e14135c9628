import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { plainText } from '#platform/documents/plain-text.ts'
import { clockAt, isoDate } from '#platform/lib/dates.ts'
import { anOrganisation, testHouse } from '#platform/web/testing.ts'
import { findSendersLike } from '../../referrals/comparison.sql.ts'
import { referrals } from '../../referrals/room.ts'
import { aReferral } from '../../referrals/testing.ts'
import { letterFrom, senderLetter } from '../letter.ts'
import { yearlyLetters } from '../letters.jobs.ts'
import { senderLetters } from '../room.ts'

const house = await testHouse([referrals, senderLetters], { today: '2018-04-08' })
const { id: authorityId } = house.house.authority
await house.signIn({ duties: ['adviser'] })
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery',
  kind: 'gp_practice',
})
const practice = surgery.actor.organisationIds[0]!
const year = { from: isoDate('2017-04-01'), to: isoDate('2018-03-31') }
const writer = { name: 'Test hub', town: 'Worcester', telephone: '01632 960100' }

/** Referrals of another practice in that year, as the house would write them. */
async function another(name: string, sent: number): Promise<number> {
  const id = await house.asSystem((tx) => anOrganisation(tx, authorityId, name, 'gp_practice'))
  const actor = { ...surgery.actor, organisationIds: [id] }
  for (let count = 0; count < sent; count += 1)
    await aReferral(house, actor, { receivedOn: '2017-11-01' })
  return id
}

for (const [receivedOn, state] of [
  ['2017-05-01', 'accepted'],
  ['2017-09-01', 'closed'],
  ['2018-03-31', 'declined'],
  ['2018-04-01', 'new'],
]) {
  const id = await aReferral(house, surgery.actor, { receivedOn: receivedOn! })
  const values =
    state === 'closed' ? { outcome: 'supported_by_hub', firstContactOn: '2017-09-05' } : {}
  await house.asSystem((tx) =>
    tx
      .updateTable('referral')
      .set({ state: state!, ...values })
      .where('id', '=', id)
      .execute(),
  )
}

const letterNow = () =>
  asActor(house.db, surgery.actor, async (tx) => {
    const organisation = {
      id: practice,
      name: 'Davenal House Surgery',
      kind: 'gp_practice',
      town: 'Bromsgrove',
    }
    const today = isoDate('2018-04-08')
    const from = { organisation, year, writer, authority: 'Worcestershire', today }
    return plainText(senderLetter(await letterFrom(tx, from)))
  })

test('the letter tells the practice its own numbers of the year, and no name', async () => {
  const letter = await letterNow()
  for (const words of [
    '3 people who look after someone',
    '1 was not taken on',
    'Supported by the hub',
    'typically came 4 days',
  ])
    assert.ok(letter.replaceAll(/\s+/g, ' ').includes(words), letter)
  assert.ok(!letter.includes('Tolley') && !letter.includes('Margaret'))
})

test('it is compared with others of its kind only where there are five of them', async () => {
  const like = () =>
    asActor(house.db, surgery.actor, (tx) =>
      findSendersLike(tx, { ...year, organisationId: practice }),
    )
  for (const [name, sent] of [
    ['One', 6],
    ['Two', 7],
    ['Three', 8],
    ['Four', 9],
  ] as const)
    await another(name, sent)
  assert.equal(await like(), null)
  assert.ok((await letterNow()).includes('Fewer than 5 other GP practices'))
  const fifth = await another('Five', 10)
  assert.deepEqual(await like(), {
    senders: 5,
    lowerSent: 7,
    middleSent: 8,
    upperSent: 9,
    takenOnPercent: 0,
  })
  const page = await surgery.get('/referrals/sent?from=2017-04-01&to=2018-03-31')
  assert.ok(page.text.includes('You referred fewer carers than most GP practices'))
  const theirs = asActor(house.db, surgery.actor, (tx) =>
    findSendersLike(tx, { ...year, organisationId: fifth }),
  )
  assert.equal(await theirs, null, 'nobody compares for another')
})

test('a practice opens its letters as PDF and as text, and nobody else’s', async () => {
  const list = await surgery.get('/referrals/letters')
  assert.ok(list.text.includes('1 April 2017 to 31 March 2018'))
  const path = `/referrals/letters/${practice}/2017`
  const pdf = await surgery.get(`${path}/pdf`)
  assert.equal(pdf.response.headers['content-type'], 'application/pdf')
  assert.ok(pdf.response.rawPayload.subarray(0, 5).equals(Buffer.from('%PDF-')))
  assert.ok((await surgery.get(`${path}/text`)).html.includes('3 people who look after someone'))
  const other = await house.signIn({
    duties: ['referrer'],
    organisation: 'One',
    kind: 'gp_practice',
  })
  assert.equal((await other.get(`${path}/pdf`)).status, 404)
  assert.equal((await surgery.get(`/referrals/letters/${practice}/2009/pdf`)).status, 404)
})

test('the job writes to each practice once, by post where nobody there has an account', async () => {
  const run = () =>
    yearlyLetters.run(
      { db: house.db, config: house.house.config, clock: clockAt('2018-04-08') },
      {},
    )
  const silent = await house.asSystem((tx) =>
    anOrganisation(tx, authorityId, 'Referred nobody', 'gp_practice'),
  )
  await Promise.all([run(), run()])
  await run()
  const sent = await house.asSystem((tx) =>
    tx
      .selectFrom('message')
      .innerJoin('messageAttachment', 'messageAttachment.messageId', 'message.id')
      .select(['message.channel', 'message.recipient', 'messageAttachment.name'])
      .where('message.subject', 'like', 'The carers you referred:%')
      .execute(),
  )
  const to = (wanted: string) => sent.filter(({ recipient }) => recipient === wanted)
  assert.equal(to(`${surgery.actor.accountId}@example.org`).length, 1)
  assert.deepEqual(to('Two'), [
    { channel: 'letter', recipient: 'Two', name: 'carers-you-referred-2017.pdf' },
  ])
  assert.equal(sent.length, 6)
  const letters = await house.asSystem((tx) =>
    tx.selectFrom('referralLetter').select('organisationId').execute(),
  )
  assert.ok(
    letters.length === 6 && letters.every(({ organisationId }) => organisationId !== silent),
  )
})

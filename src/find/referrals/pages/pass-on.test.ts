import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { testHouse, type Visitor } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { saveIntake } from '../../referral-routes/intakes.sql.ts'
import { getSent, listSentPassings } from '../sent-referrals.sql.ts'
import { referrals } from '../room.ts'
import { aReferral } from '../testing.ts'

const house = await testHouse([persons, caring, referrals], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const circle = await house.signIn({
  duties: ['adviser'],
  organisation: 'Carers’ Circle',
  kind: 'charity',
  name: 'Gwen Morris',
})
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery',
  kind: 'gp_practice',
})
const circleId = circle.actor.organisationIds[0]!
await house.asSystem((tx) =>
  saveIntake(tx, {
    authorityId: house.house.authority.id,
    organisationId: circleId,
    kinds: ['adult_carer'],
    areas: [],
    reasons: [],
    capacity: null,
    paused: false,
    pausedUntil: null,
    pausedBecause: null,
    place: 5,
    version: 1,
  }),
)

const row = (id: string) =>
  house.asSystem((tx) =>
    tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
const passings = (id: string) =>
  house.asSystem((tx) =>
    tx.selectFrom('referralPassing').selectAll().where('referralId', '=', id).execute(),
  )

async function passing(by: Visitor, id: string, more: Record<string, string> = {}) {
  const page = await by.get(`/referrals/${id}`)
  return { version: page.field('version') ?? '', to: String(circleId), why: 'full', ...more }
}

test('a referral passed on with the carer’s agreement is with the next, its clock still running', async () => {
  const workerId = jo.actor.accountId
  const about = { mayPassOn: true, receivedOn: '2018-03-26', workerId }
  const id = await aReferral(house, surgery.actor, about)
  const page = await jo.get(`/referrals/${id}`)
  assert.ok(page.text.includes('that it may be passed on'))
  const passed = await jo.post(`/referrals/${id}/pass-on`, await passing(jo, id))
  assert.equal(passed.location, '/referrals?show=passed')
  const { toOrganisationId, state, receivedOn, readers, workerId: then } = await row(id)
  assert.deepEqual(
    { toOrganisationId, state, receivedOn, readers, workerId: then },
    {
      workerId: null,
      toOrganisationId: circleId,
      state: 'new',
      receivedOn: '2018-03-26',
      readers: [circleId, jo.actor.organisationIds[0]],
    },
  )
  const there = await circle.get(`/referrals/${id}`)
  assert.ok(there.text.includes('It was passed on'))
  assert.ok(there.text.includes('3 of 5 working days gone'))
  assert.equal((await jo.get(`/referrals/${id}`)).status, 404)
  const list = await jo.get('/referrals?show=passed')
  assert.ok(list.text.includes('Passed on 1') && list.text.includes('Carers’ Circle'))
})

test('its first sender goes on hearing of it, and reads where it went', async () => {
  const id = await aReferral(house, surgery.actor, { mayPassOn: true })
  await jo.post(`/referrals/${id}/pass-on`, await passing(jo, id, { inWords: 'Ring after ten.' }))
  const page = await circle.get(`/referrals/${id}`)
  const words = 'She would rather wait'
  await circle.post(`/referrals/${id}/decline`, {
    version: page.field('version') ?? '',
    outcome: 'declined_by_carer',
    words,
  })
  const seen = await asActor(house.db, surgery.actor, async (tx) => ({
    sent: await getSent(tx, id),
    passings: await listSentPassings(tx, id),
  }))
  assert.equal(seen.sent.outcome, 'declined_by_carer')
  assert.equal(seen.sent.outcomeWords, words)
  assert.equal(seen.sent.to, 'Carers’ Circle')
  assert.deepEqual(
    seen.passings.map(({ from, to, why, words: told }) => ({ from, to, why, told })),
    [{ from: 'Test hub', to: 'Carers’ Circle', why: 'full', told: 'Ring after ten.' }],
  )
  const mail = await house.asSystem((tx) =>
    tx
      .selectFrom('message')
      .select('subject')
      .where('accountId', '=', surgery.actor.accountId)
      .execute(),
  )
  assert.ok(mail.some(({ subject }) => subject?.startsWith('We have passed on your referral')))
})

test('without the carer’s agreement nothing is passed on, and nothing typed is lost', async () => {
  const id = await aReferral(house, surgery.actor)
  const refused = await jo.post(
    `/referrals/${id}/pass-on`,
    await passing(jo, id, { inWords: 'We have no room till May' }),
  )
  assert.equal(refused.status, 422)
  assert.ok(refused.text.includes('Ask the carer first'))
  assert.ok(refused.html.includes('We have no room till May'))
  const half = await jo.post(`/referrals/${id}/pass-on`, await passing(jo, id, { agreed: 'yes' }))
  assert.ok(half.text.includes('Select how the carer agreed'))
  assert.equal((await passings(id)).length, 0)
  const asked = await passing(jo, id, { agreed: 'yes', agreedHow: 'spoken' })
  assert.equal((await jo.post(`/referrals/${id}/pass-on`, asked)).status, 303)
  const [step] = await passings(id)
  assert.equal(step?.agreedOn, '2018-03-29')
  assert.equal(step?.agreedHow, 'spoken')
})

test('the database has no step without an agreement either', async () => {
  const id = await aReferral(house, surgery.actor)
  await assert.rejects(
    asActor(house.db, jo.actor, (tx) =>
      tx
        .updateTable('referral')
        .set({ toOrganisationId: circleId, passedBy: [...jo.actor.organisationIds] })
        .where('id', '=', id)
        .execute(),
    ),
    /referral_passed_by_agreement/,
  )
})

test('nobody gets what they cannot take, nor what they have had', async () => {
  const young = await aReferral(house, surgery.actor, { mayPassOn: true, kind: 'parent_carer' })
  assert.ok((await jo.get(`/referrals/${young}`)).text.includes('Nobody else can take it just now'))
  const refused = await jo.post(`/referrals/${young}/pass-on`, await passing(jo, young))
  assert.equal(refused.status, 422)
  assert.ok(refused.text.includes('does not take this kind of carer'))
  const id = await aReferral(house, surgery.actor, { mayPassOn: true })
  await jo.post(`/referrals/${id}/pass-on`, await passing(jo, id))
  const back = await passing(circle, id, { to: String(jo.actor.organisationIds[0]) })
  assert.equal((await circle.post(`/referrals/${id}/pass-on`, back)).status, 422)
})

test('of one who takes it on and one who passes it on at once, one wins and the other is told', async () => {
  const id = await aReferral(house, surgery.actor, { mayPassOn: true })
  const form = await passing(jo, id)
  const page = await jo.get(`/referrals/${id}`)
  const [passed, accepted] = await Promise.all([
    jo.post(`/referrals/${id}/pass-on`, form),
    jo.post(`/referrals/${id}/accept`, {
      version: page.field('version') ?? '',
      newId: page.field('newId') ?? '',
      record: 'new',
      worker: jo.actor.accountId ?? '',
      'contactBy-day': '13',
      'contactBy-month': '4',
      'contactBy-year': '2018',
    }),
  ])
  const statuses = [passed.status, accepted.status].toSorted((a, b) => a - b)
  assert.equal(statuses[0], 303)
  assert.ok([404, 409].includes(statuses[1]!), String(statuses))
  const { state, toOrganisationId } = await row(id)
  assert.equal(toOrganisationId === circleId, state === 'new')
})

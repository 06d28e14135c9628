import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { insertReferral } from '#find/referrals/referrals.sql.ts'
import { referrals } from '#find/referrals/room.ts'
import { listContacts } from '../contacts.sql.ts'
import { promisedCalls } from '../on-today.ts'
import { contacts } from '../room.ts'

const house = await testHouse([persons, referrals, contacts], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })
const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })

const carer = () =>
  aPerson(house.db, jo.actor, { safeContact: 'No voicemail', homePhone: '01632960287' })

const contactsOf = (id: string) => asActor(house.db, jo.actor, (tx) => listContacts(tx, id))

const answers = (more: Record<string, string> = {}) => ({
  id: newId(),
  keeps: '',
  channel: 'phone',
  direction: 'out',
  outcome: 'spoke',
  words: 'Has not slept for a week',
  'on-day': '28',
  'on-month': '3',
  'on-year': '2018',
  time: '2.30pm',
  minutes: '12',
  followUpBy: jo.actor.accountId!,
  ...more,
})

const promise = {
  followUp: 'Ring about the sitting service',
  'followUpOn-day': '6',
  'followUpOn-month': '4',
  'followUpOn-year': '2018',
}

test('the page reminds of what to beware of before the telephone is picked up', async () => {
  const { id } = await carer()
  const page = await jo.get(`/carers/${id}/contacts/new`)
  assert.ok(page.text.includes('No voicemail') && page.text.includes('01632 960287'))
  assert.equal(page.field('on-day'), '29')
  assert.equal(page.field('channel'), 'phone')
})

test('a contact is kept with its hour, once however often the form is sent, and stands on the timeline', async () => {
  const { id } = await carer()
  const sent = answers()
  for (const page of [
    await jo.post(`/carers/${id}/contacts/new`, sent),
    await jo.post(`/carers/${id}/contacts/new`, sent),
  ]) {
    assert.equal(page.location, `/carers/${id}`)
  }
  const [contact, ...others] = await contactsOf(id)
  assert.equal(others.length, 0)
  assert.equal(new Date(contact!.at).toISOString(), '2018-03-28T13:30:00.000Z')
  const record = await jo.get(`/carers/${id}?show=contact`)
  assert.ok(
    record.text.includes('Phone to them, 12 minutes') &&
      record.text.includes('28 March 2018, 2:30pm'),
  )
  assert.ok(record.text.includes('Has not slept for a week'))
})

const refusals: readonly [name: string, typed: Record<string, string>, message: string][] = [
  ['a way of contact nobody knows', { channel: 'pigeon' }, 'Select how you were in touch'],
  ['no outcome', { outcome: '' }, 'Select what came of it'],
  ['a talk without a word of it', { words: ' ' }, 'Enter what was said, in a few words'],
  ['a contact tomorrow', { 'on-day': '30' }, 'The day of the contact must be today or earlier'],
  [
    'a day that never was',
    { 'on-day': '31', 'on-month': '2' },
    'The day of the contact must be a real date',
  ],
  ['a time that is none', { time: 'after lunch' }, 'Enter a time, like 2:30pm or 14:30'],
  ['minutes beyond a day', { minutes: '5000' }, 'Minutes must be a number between 1 and 600'],
  [
    'a promise without a day',
    { followUp: 'Ring back' },
    'Enter the day by which the promise is kept',
  ],
  ['a day without a promise', { ...promise, followUp: '' }, 'Enter what was promised'],
  [
    'a promise for yesterday',
    { ...promise, 'followUpOn-day': '28', 'followUpOn-month': '3' },
    'The day of the promise must be today or later',
  ],
  [
    'a promise that a stranger keeps',
    { followUpBy: stranger.actor.accountId! },
    'Select who keeps the promise',
  ],
]

for (const [name, typed, message] of refusals) {
  test(`${name} is refused, and all that was typed stays`, async () => {
    const { id } = await carer()
    const page = await jo.post(`/carers/${id}/contacts/new`, answers(typed))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.equal(page.field('words'), typed['words'] ?? 'Has not slept for a week')
    assert.deepEqual(await contactsOf(id), [])
  })
}

test('nobody answering needs no words', async () => {
  const { id } = await carer()
  assert.equal(
    (await jo.post(`/carers/${id}/contacts/new`, answers({ outcome: 'no_answer', words: '' })))
      .status,
    303,
  )
})

const dayOf = (by: typeof jo) =>
  asActor(house.db, by.actor, (tx) =>
    promisedCalls.list(tx, { actor: by.actor, today: house.house.clock.today(), limit: 50 }),
  )

test('a promise stands on the day of whoever keeps it, until it is ticked off, once', async () => {
  const { id } = await carer()
  await jo.post(
    `/carers/${id}/contacts/new`,
    answers({ ...promise, followUpBy: mo.actor.accountId! }),
  )
  const mine = (await dayOf(mo)).items.find(
    ({ detail }) => detail === 'Ring about the sitting service',
  )
  assert.equal(mine?.dueOn, '2018-04-06')
  assert.equal(
    (await dayOf(jo)).items.some(({ href }) => href === mine?.href),
    false,
  )
  assert.ok(
    (await jo.get(`/carers/${id}`)).text.includes(
      'Promised Ring about the sitting service Mo Adeyemi, by Friday 6 April 2018',
    ),
  )
  assert.equal((await mo.post(`${mine!.href}/kept`, {})).location, `/carers/${id}`)
  const [first] = await contactsOf(id)
  await mo.post(`${mine!.href}/kept`, {})
  assert.deepEqual((await contactsOf(id))[0], first)
  assert.equal(
    (await dayOf(mo)).items.some(({ href }) => href === mine?.href),
    false,
  )
})

test('a contact that keeps a promise ticks it off', async () => {
  const { id } = await carer()
  await jo.post(`/carers/${id}/contacts/new`, answers(promise))
  const [made] = await contactsOf(id)
  const page = await jo.get(`/carers/${id}/contacts/new?keeps=${made!.id}`)
  assert.ok(page.text.includes('Keeps the promise: Ring about the sitting service'))
  await jo.post(
    `/carers/${id}/contacts/new`,
    answers({ keeps: page.field('keeps')!, outcome: 'no_answer', words: '' }),
  )
  const kept = (await contactsOf(id)).find((each) => each.id === made!.id)
  assert.notEqual(kept?.followUpDoneAt, null)
})

test('a first talk is written on the referral that waited for it, a missed call is not', async () => {
  const { id } = await carer()
  const referralId = newId()
  await house.asSystem((tx) =>
    insertReferral(tx, {
      authorityId: jo.actor.authorityId,
      id: referralId,
      kind: 'adult_carer',
      receivedOn: '2018-03-20',
      source: 'self',
      toOrganisationId: jo.actor.organisationIds[0]!,
      state: 'accepted',
      personId: id,
      workerId: jo.actor.accountId,
    }),
  )
  const contacted = () =>
    house.asSystem((tx) =>
      tx
        .selectFrom('referral')
        .select('firstContactOn')
        .where('id', '=', referralId)
        .executeTakeFirst(),
    )
  await jo.post(`/carers/${id}/contacts/new`, answers({ outcome: 'no_answer' }))
  assert.equal((await contacted())?.firstContactOn, null)
  await jo.post(`/carers/${id}/contacts/new`, answers())
  assert.equal((await contacted())?.firstContactOn, '2018-03-28')
  await jo.post(`/carers/${id}/contacts/new`, answers({ 'on-day': '29', time: '' }))
  assert.equal((await contacted())?.firstContactOn, '2018-03-28', 'the first talk stays the first')
})

test('a draft keeps what was typed, right or wrong, for the one who typed it, until it is saved', async () => {
  const { id } = await carer()
  const begun = answers({ words: 'Half a sent', time: 'soon' })
  assert.equal((await jo.post(`/carers/${id}/contacts/draft`, begun)).location, `/carers/${id}`)
  await jo.post(`/carers/${id}/contacts/draft`, { ...begun, words: 'Half a sentence' })
  const again = await jo.get(`/carers/${id}/contacts/new`)
  assert.deepEqual(
    [again.field('words'), again.field('time'), again.field('id')],
    ['Half a sentence', 'soon', begun.id],
  )
  assert.ok(again.text.includes('You began this on 29 March 2018'))
  assert.equal((await mo.get(`/carers/${id}/contacts/new`)).field('words'), '')
  await jo.post(`/carers/${id}/contacts/new`, { ...begun, words: 'A whole one', time: '' })
  assert.equal((await jo.get(`/carers/${id}/contacts/new`)).field('words'), '')
})

test('a draft can be thrown away', async () => {
  const { id } = await carer()
  await jo.post(`/carers/${id}/contacts/draft`, answers({ words: 'Half a sentence' }))
  await jo.post(`/carers/${id}/contacts/draft/away`, {})
  assert.equal((await jo.get(`/carers/${id}/contacts/new`)).field('words'), '')
})

test('contacts of another organisation’s carer can be neither read nor written', async () => {
  const { id } = await carer()
  await jo.post(`/carers/${id}/contacts/new`, answers(promise))
  const [contact] = await contactsOf(id)
  for (const path of [`/contacts/${contact!.id}`, `/carers/${id}/contacts/new`]) {
    assert.equal((await stranger.get(path)).status, 404)
  }
  for (const path of [
    `/contacts/${contact!.id}/kept`,
    `/carers/${id}/contacts/new`,
    `/carers/${id}/contacts/draft`,
  ]) {
    assert.equal((await stranger.post(path, answers())).status, 404)
  }
  assert.equal((await contactsOf(id)).length, 1)
})

test('a contact kept from the carer is not theirs to read, any other is', async () => {
  const { id } = await carer()
  await jo.post(`/carers/${id}/contacts/new`, answers({ words: 'Open' }))
  await jo.post(`/carers/${id}/contacts/new`, answers({ words: 'Kept back', withheld: 'yes' }))
  const own = await house.signIn({ duties: ['carer'], personId: id })
  const seen = await asActor(house.db, own.actor, (tx) =>
    tx.selectFrom('contact').select('words').execute(),
  )
  assert.deepEqual(seen, [{ words: 'Open' }])
})

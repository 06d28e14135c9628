import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse, type Visitor } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { insertReferral } from '../referrals.sql.ts'
import { referrals } from '../room.ts'
import { aReferral as aReferralOf } from '../testing.ts'

const house = await testHouse([persons, caring, referrals], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery',
  kind: 'gp_practice',
  name: 'Dr Amin',
})
const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })

const aReferral = (more: Parameters<typeof aReferralOf>[2] = {}) =>
  aReferralOf(house, surgery.actor, more)

/** The accept form as the page holds it, with a record chosen. */
async function acceptance(by: Visitor, id: string, record: string) {
  const page = await by.get(`/referrals/${id}`)
  return {
    version: page.field('version') ?? '',
    newId: page.field('newId') ?? '',
    record,
    worker: jo.actor.accountId ?? '',
    'contactBy-day': '13',
    'contactBy-month': '4',
    'contactBy-year': '2018',
  }
}

const row = (id: string) =>
  house.asSystem((tx) =>
    tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )

test('a new carer accepted has a record, is registered, has somebody who rings, and the referrer may hear', async () => {
  const id = await aReferral()
  const accepted = await jo.post(`/referrals/${id}/accept`, await acceptance(jo, id, 'new'))
  assert.match(accepted.location ?? '', /^\/carers\//)
  const { state, personId, workerId, contactDueOn, triagedBy } = await row(id)
  assert.deepEqual(
    { state, workerId, contactDueOn, triagedBy },
    {
      state: 'accepted',
      workerId: jo.actor.accountId,
      contactDueOn: '2018-04-13',
      triagedBy: jo.actor.accountId,
    },
  )
  const record = await jo.get(accepted.location!)
  for (const words of [
    'Margaret Tolley',
    '71 years old',
    'Jo Pugh since 29 March 2018',
    'Referral from Davenal House Surgery',
    'Asked ✓',
  ]) {
    assert.ok(record.text.includes(words), words)
  }
  const kept = await house.asSystem(async (tx) => ({
    registrations: await tx
      .selectFrom('registration')
      .select(['state', 'referralSource'])
      .where('personId', '=', personId)
      .execute(),
    agreements: await tx
      .selectFrom('agreement')
      .select(['purposes', 'howGiven', 'organisationId'])
      .where('personId', '=', personId)
      .execute(),
  }))
  assert.deepEqual(kept, {
    registrations: [{ state: 'active', referralSource: 'gp_practice' }],
    agreements: [
      {
        purposes: ['outcome'],
        howGiven: 'written',
        organisationId: surgery.actor.organisationIds[0],
      },
    ],
  })
})

test('the agreement to hear the outcome opens no record to the referrer', async () => {
  const id = await aReferral()
  await jo.post(`/referrals/${id}/accept`, await acceptance(jo, id, 'new'))
  const { personId } = await row(id)
  const seen = await asActor(house.db, surgery.actor, async (tx) => [
    ...(await tx.selectFrom('person').select('id').execute()),
    ...(await tx.selectFrom('registration').select('id').execute()),
    ...(await tx.selectFrom('searchKey').select('key').execute()),
  ])
  assert.deepEqual(seen, [])
  assert.equal((await surgery.get(`/carers/${personId}`)).status, 403)
})

test('a record that is likely theirs is offered with what speaks for it and against it, and can be chosen', async () => {
  const known = await aPerson(house.db, jo.actor, {
    givenName: 'Margret',
    knownAs: 'Peg',
    dateOfBirth: '1946-06-01',
    homePhone: '01632960287',
    organisationIds: stranger.actor.organisationIds.concat(jo.actor.organisationIds),
  })
  const son = await aPerson(house.db, jo.actor, {
    givenName: 'Colin',
    dateOfBirth: '1970-01-09',
    homePhone: '01632960287',
  })
  const id = await aReferral()
  const page = await jo.get(`/referrals/${id}`)
  assert.ok(
    page.text.indexOf(known.reference) < page.text.indexOf(son.reference) ||
      !page.text.includes(son.reference),
  )
  assert.ok(
    page.text.includes('Very likely the same person') ||
      page.text.includes('Perhaps the same person'),
  )
  const accepted = await jo.post(`/referrals/${id}/accept`, await acceptance(jo, id, known.id))
  assert.equal(accepted.location, `/carers/${known.id}`)
  const involvements = await house.asSystem((tx) =>
    tx
      .selectFrom('involvement')
      .select('id')
      .where('personId', '=', known.id)
      .where('organisationId', '=', jo.actor.organisationIds[0]!)
      .execute(),
  )
  assert.equal(involvements.length, 1, 'known already, so not begun a second time')
})

test('any other record can be chosen by its reference, and one that is not theirs to see cannot', async () => {
  const colin = await aPerson(house.db, jo.actor, { givenName: 'Colin', familyName: 'Marsh' })
  const hidden = await aPerson(house.db, stranger.actor, { givenName: 'Hidden' })
  const id = await aReferral({ told: { givenName: 'Colin', familyName: 'Marsh' } })
  const by = async (reference: string) => ({
    ...(await acceptance(jo, id, 'reference')),
    reference,
  })
  assert.ok(
    (await jo.post(`/referrals/${id}/accept`, await by(hidden.reference))).text.includes(
      'No record of yours has this reference',
    ),
  )
  assert.ok(
    (await jo.post(`/referrals/${id}/accept`, await by('ALG-22222-3'))).text.includes(
      'Check the reference',
    ),
  )
  assert.ok(
    (await jo.post(`/referrals/${id}/accept`, await by(''))).text.includes(
      'Enter the reference of their record',
    ),
  )
  assert.equal(
    (await jo.post(`/referrals/${id}/accept`, await by(colin.reference.toLowerCase()))).location,
    `/carers/${colin.id}`,
  )
})

const refusals: readonly [name: string, typed: Record<string, string>, message: string][] = [
  ['no record chosen', { record: '' }, 'Select the record of this carer, or a new one'],
  ['nobody who takes it on', { worker: '' }, 'Select who takes this on'],
  ['a worker of nowhere', { worker: newId() }, 'Select who takes this on'],
  [
    'a day that has passed',
    { 'contactBy-day': '1', 'contactBy-month': '3' },
    'The day must be today or later',
  ],
  ['a day far off', { 'contactBy-year': '2019' }, 'The day must be within three months'],
]

for (const [name, typed, message] of refusals) {
  test(`taking on with ${name} is refused`, async () => {
    const id = await aReferral()
    const page = await jo.post(`/referrals/${id}/accept`, {
      ...(await acceptance(jo, id, 'new')),
      ...typed,
    })
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
    assert.equal((await row(id)).state, 'new')
  })
}

test('of two who triage one referral at once, one wins and the other is told', async () => {
  const id = await aReferral({ told: { givenName: 'Once', familyName: 'Only' } })
  const [mine, theirs] = [await acceptance(jo, id, 'new'), await acceptance(mo, id, 'new')]
  const answers = await Promise.all([
    jo.post(`/referrals/${id}/accept`, mine),
    mo.post(`/referrals/${id}/accept`, theirs),
  ])
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 409]))
  const loser = answers.find(({ status }) => status === 409)
  assert.match(
    loser!.text,
    /(Jo Pugh|Mo Adeyemi) decided on 29 March 2018: accepted\. What you sent was not done/,
  )
  const made = await house.asSystem((tx) =>
    tx.selectFrom('person').select('id').where('givenName', '=', 'Once').execute(),
  )
  assert.equal(made.length, 1)
})

test('the same acceptance sent twice acts once and leads to the same record', async () => {
  const id = await aReferral({ told: { givenName: 'Twice', familyName: 'Sent' } })
  const form = await acceptance(jo, id, 'new')
  const [first, second] = [
    await jo.post(`/referrals/${id}/accept`, form),
    await jo.post(`/referrals/${id}/accept`, form),
  ]
  assert.equal(first.location, second.location)
  const made = await house.asSystem((tx) =>
    tx.selectFrom('person').select('id').where('givenName', '=', 'Twice').execute(),
  )
  assert.equal(made.length, 1)
})

test('a question goes to the sender, the answer comes back, and it is triaged then', async () => {
  const id = await aReferral()
  const { version } = await acceptance(jo, id, 'new')
  assert.equal((await jo.post(`/referrals/${id}/ask`, { version, question: ' ' })).status, 422)
  assert.equal(
    (await jo.post(`/referrals/${id}/ask`, { version, question: 'Is there a better number?' }))
      .location,
    '/referrals',
  )
  const asked = await surgery.get(`/referrals/sent/${id}`)
  assert.ok(asked.text.includes('Is there a better number?'))
  assert.equal(
    (await surgery.post(`/referrals/sent/${id}`, { version: asked.field('version')!, answer: '' }))
      .status,
    422,
  )
  const answer = { version: asked.field('version')!, answer: 'Ring her daughter' }
  assert.equal((await surgery.post(`/referrals/sent/${id}`, answer)).status, 303)
  assert.equal(
    (await surgery.post(`/referrals/sent/${id}`, answer)).status,
    303,
    'the same answer again is taken as sent',
  )
  const late = await surgery.post(`/referrals/sent/${id}`, { ...answer, answer: 'No, her son' })
  assert.equal(late.status, 409)
  assert.ok(late.text.includes('No, her son'), 'nothing typed is lost')
  assert.ok((await jo.get(`/referrals/${id}`)).text.includes('Ring her daughter'))
  assert.equal(
    (await jo.post(`/referrals/${id}/accept`, await acceptance(jo, id, 'new'))).status,
    303,
  )
})

test('whoever sent it is written to at each step, without a word of whom it is about', async () => {
  const id = await aReferral({ told: { givenName: 'Zebedee' } })
  const { reference } = await row(id)
  const version = async () => (await acceptance(jo, id, 'new')).version
  await jo.post(`/referrals/${id}/ask`, { version: await version(), question: 'Which day?' })
  await jo.post(`/referrals/${id}/accept`, await acceptance(jo, id, 'new'))
  const messages = await house.asSystem((tx) =>
    tx
      .selectFrom('message')
      .select(['recipient', 'subject', 'body'])
      .where('accountId', '=', surgery.actor.accountId)
      .orderBy('id')
      .execute(),
  )
  const about = messages.filter(({ subject }) => subject?.includes(reference))
  assert.deepEqual(
    about.map(({ subject }) => subject),
    [
      `We have a question about your referral: ${reference}`,
      `We have taken on your referral: ${reference}`,
    ],
  )
  for (const { body, recipient } of about) {
    assert.ok(!body.includes('Zebedee') && body.includes(`/referrals/sent/${id}`))
    assert.match(recipient, /@example\.org$/)
  }
})

test('a referral without a sender cannot be asked about', async () => {
  const id = newId()
  await house.asSystem((tx) =>
    insertReferral(tx, {
      authorityId: jo.actor.authorityId,
      id,
      kind: 'adult_carer',
      receivedOn: '2018-03-28',
      source: 'self',
      toOrganisationId: jo.actor.organisationIds[0]!,
      state: 'new',
      told: { givenName: 'Olive', familyName: 'Marsh' },
    }),
  )
  assert.ok(!(await jo.get(`/referrals/${id}`)).text.includes('Ask the sender'))
  const refused = await jo.post(`/referrals/${id}/ask`, { version: '1', question: 'Why?' })
  assert.equal(refused.status, 422)
  assert.ok(refused.text.includes('ring the carer instead'))
})

test('a referral not taken on says why, and the sender reads it only if the carer agreed', async () => {
  for (const [shareOutcome, told] of [
    ['yes', true],
    ['', false],
  ] as const) {
    const id = await aReferral({ shareOutcome: shareOutcome === 'yes' })
    const { version } = await acceptance(jo, id, 'new')
    assert.equal(
      (await jo.post(`/referrals/${id}/decline`, { version, outcome: 'not_a_carer', words: '' }))
        .status,
      422,
    )
    assert.equal(
      (await jo.post(`/referrals/${id}/decline`, { version, outcome: 'nonsense', words: 'No' }))
        .status,
      422,
    )
    await jo.post(`/referrals/${id}/decline`, {
      version,
      outcome: 'not_a_carer',
      words: 'She is paid for it',
    })
    const { text } = await surgery.get(`/referrals/sent/${id}`)
    assert.ok(text.includes('Not taken on'))
    assert.equal(text.includes('She is paid for it') && text.includes('Not a carer'), told)
  }
})

test('what became of a carer taken on is told to the sender, until the carer ends that agreement', async () => {
  const id = await aReferral()
  await jo.post(`/referrals/${id}/accept`, await acceptance(jo, id, 'new'))
  const form = await jo.get(`/referrals/${id}/outcome`)
  const outcome = {
    version: form.field('version')!,
    outcome: 'supported_by_hub',
    words: 'A plan is agreed',
  }
  assert.equal((await jo.post(`/referrals/${id}/outcome`, { ...outcome, outcome: '' })).status, 422)
  assert.equal((await jo.post(`/referrals/${id}/outcome`, outcome)).status, 303)
  assert.equal(
    (await mo.post(`/referrals/${id}/outcome`, { ...outcome, outcome: 'declined_by_carer' }))
      .status,
    409,
  )
  assert.ok((await surgery.get(`/referrals/sent/${id}`)).text.includes('Supported by the hub'))
  const { personId } = await row(id)
  await house.asSystem((tx) =>
    tx
      .updateTable('agreement')
      .set({ endedOn: '2018-03-29' })
      .where('personId', '=', personId)
      .execute(),
  )
  const { text } = await surgery.get(`/referrals/sent/${id}`)
  assert.ok(
    !text.includes('Supported by the hub') && text.includes('did not agree to your hearing this'),
  )
})

test('a step that cannot be taken from where a referral stands is refused', async () => {
  const id = await aReferral()
  const { version } = await acceptance(jo, id, 'new')
  await jo.post(`/referrals/${id}/decline`, { version, outcome: 'not_a_carer', words: 'No' })
  const now = String((await row(id)).version)
  const accepted = { ...(await acceptance(jo, id, 'new')), version: now, newId: newId() }
  assert.equal((await jo.post(`/referrals/${id}/accept`, accepted)).status, 409)
  assert.equal(
    (await jo.post(`/referrals/${id}/ask`, { version: now, question: 'Why?' })).status,
    409,
  )
  assert.equal(
    (await jo.post(`/referrals/${id}/outcome`, { version: now, outcome: 'supported_by_hub' }))
      .status,
    409,
  )
  assert.equal((await row(id)).state, 'declined')
})

test('referrals to another organisation are not found, and do not stand in the list', async () => {
  const id = await aReferral({ told: { givenName: 'Unseen' } })
  assert.equal((await stranger.get(`/referrals/${id}`)).status, 404)
  assert.equal(
    (
      await stranger.post(`/referrals/${id}/decline`, {
        version: '1',
        outcome: 'other',
        words: 'x',
      })
    ).status,
    404,
  )
  assert.ok(!(await stranger.get('/referrals')).text.includes('Unseen'))
  assert.ok((await jo.get('/referrals')).text.includes('Unseen'))
  assert.equal((await surgery.get(`/referrals/${id}`)).status, 403)
})

test('the list is filtered in the address, counts every state, and bears nonsense', async () => {
  const declined = await jo.get('/referrals?show=declined')
  assert.ok(declined.text.includes('Not taken on 3'))
  assert.equal((await jo.get('/referrals?show=nonsense&page=-4')).status, 200)
})

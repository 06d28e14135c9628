import { test } from 'node:test'
import assert from 'node:assert/strict'
import { newId } from '#platform/lib/ids.ts'
import { anOrganisation, testHouse, type TestPage } from '#platform/web/testing.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { referrals } from '../../referrals/room.ts'
import { toldSchema } from '../../referrals/referral.ts'
import { doorOfOrganisation, doors, selfDoor } from '../doors.ts'
import { askingOf } from '../questions.ts'
import { referralDoors } from '../room.ts'

const house = await testHouse([persons, referrals, referralDoors], { today: '2018-11-06' })
const { id: authorityId } = house.house.authority
await house.asSystem((tx) => anOrganisation(tx, authorityId, 'Test hub', 'hub'))
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const young = await house.asSystem((tx) =>
  anOrganisation(tx, authorityId, 'Young service', 'young_carers'),
)

const agreed = { agreed: 'yes', agreedHow: 'spoken' }

/** What each door's referrer would type, whoever types it. */
const typed: Readonly<Record<string, Record<string, string>>> = {
  self: { telephone: '01632 960287' },
  'someone-you-know': { telephone: '01632 960287', knowsThem: 'I live next door' },
  'gp-practice': {
    'dateOfBirth-day': '1',
    'dateOfBirth-month': '6',
    'dateOfBirth-year': '1946',
    telephone: '01632 960287',
  },
  ward: {
    ward: 'Acute Stroke Unit',
    telephone: '01632 960287',
    'dischargeOn-day': '9',
    'dischargeOn-month': '11',
    'dischargeOn-year': '2018',
    willingAndAble: 'willing',
  },
  school: {
    age: '13',
    schoolYear: '8',
    parentKnows: 'no',
    reachThrough: 'Ms Mellor, 01632 960466',
  },
  'social-worker': { telephone: '01632 960287', age: '60', kind: 'parent_carer' },
  jobcentre: { telephone: '01632 960287', work: 'left_to_care' },
  charity: { telephone: '01632 960287', age: '60', kind: 'adult_carer' },
}

const speaksForOne = (slug: string) => !['self', 'someone-you-know'].includes(slug)

const form = (slug: string, more: Record<string, string> = {}) => ({
  id: newId(),
  givenName: 'Margaret',
  familyName: 'Tolley',
  senderName: 'Bola Ajayi',
  ...(speaksForOne(slug) ? { senderOrganisation: 'Where I work' } : {}),
  ...typed[slug],
  ...agreed,
  ...more,
})

const row = (id: string) =>
  house.asSystem((tx) =>
    tx.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
const count = () =>
  house.asSystem(async (tx) => (await tx.selectFrom('referral').select('id').execute()).length)
const toldOf = async (id: string) => toldSchema.parse((await row(id)).told)

/** A refused page still holds every line that was typed. */
function holds(page: TestPage, sent: Record<string, string>): void {
  for (const [name, value] of Object.entries(sent))
    assert.equal(page.field(name), value, `${name} was lost`)
}

for (const door of doors) {
  const sent = form(door.slug)
  const path = `/refer/${door.slug}`

  test(`${door.name}: a visitor refers on one page without an account, and gets a reference`, async () => {
    const page = await house.visitor.get(path)
    assert.equal(page.status, 200)
    assert.ok(page.text.includes(door.title))
    const answer = await house.visitor.post(path, sent)
    assert.equal(answer.location, `/refer/sent/${sent.id}`, answer.text)
    const receipt = await house.visitor.get(answer.location)
    assert.match(receipt.text, /REF-\w{5}-\w/)
    assert.ok(receipt.text.includes('reads it by Tuesday 13 November 2018'))
    assert.ok(!receipt.text.includes('Tolley'))
    const { door: through, source, fromOrganisationId, takenBy, carerAgreed } = await row(sent.id)
    assert.deepEqual(
      { through, source, fromOrganisationId, takenBy, carerAgreed },
      {
        through: door.slug,
        source: door.source,
        fromOrganisationId: null,
        takenBy: null,
        carerAgreed: true,
      },
    )
  })

  test(`${door.name}: what is needed and left out is asked for, and nothing typed is lost`, async () => {
    const before = await count()
    for (const needed of door.needs) {
      const without = Object.fromEntries(
        Object.entries(form(door.slug)).filter(([name]) => name.split('-')[0] !== needed),
      )
      const page = await house.visitor.post(path, without)
      assert.equal(page.status, 422)
      assert.ok(page.text.includes(askingOf(needed).missing), `${needed}: ${page.text}`)
      holds(page, without)
    }
    assert.equal(await count(), before)
  })

  test(`${door.name}: it asks for no email, and nobody must give one`, () => {
    assert.ok(!door.needs.includes('email'))
    assert.ok(door.reachBy.length > 0 && door.reachBy.some((question) => question !== 'email'))
  })
}

for (const door of [selfDoor, ...doors]) {
  test(`${door.name} on the telephone: the hub takes down the same door, with who rang and for whom`, async () => {
    const sent = form(door.slug, { mayPassOn: 'yes' })
    const answer = await jo.post(`/referrals/take/${door.slug}`, sent)
    assert.equal(answer.location, `/referrals/taken/${sent.id}`, answer.text)
    const receipt = await jo.get(answer.location)
    assert.match(receipt.text, /Reference to read out REF-\w{5}-\w/)
    const { takenBy, referrerName, fromName, mayPassOn } = await row(sent.id)
    assert.equal(takenBy, jo.actor.accountId)
    assert.equal(mayPassOn, true)
    assert.equal(referrerName, 'Bola Ajayi')
    assert.equal(fromName, speaksForOne(door.slug) ? 'Where I work' : null)
    const other = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
    assert.equal((await other.get(answer.location)).status, 404)
  })
}

test('four fields are a yellow card', () => {
  assert.equal(doorOfOrganisation('gp_practice').asks.length, 4)
})

test('each kind of organisation has a door of its own, and each asks something that the others do not', () => {
  for (const kind of [
    'hub',
    'young_carers',
    'council',
    'gp_practice',
    'hospital',
    'school',
    'charity',
    'jobcentre',
    'employer',
  ])
    assert.ok(doorOfOrganisation(kind).asks.includes('givenName'), kind)
  assert.equal(new Set(doors.map(({ asks }) => asks.join())).size, doors.length)
})

test('a ward’s own answers stand in triage: the ward, the day, and whether the carer is willing and able', async () => {
  const sent = form('ward')
  await house.visitor.post('/refer/ward', sent)
  const page = await jo.get(`/referrals/${sent.id}`)
  for (const words of [
    'Acute Stroke Unit',
    '9 November 2018',
    'Willing, but not able without help',
  ])
    assert.ok(page.text.includes(words), words)
})

test('a ward’s day that cannot be is refused', async () => {
  const page = await house.visitor.post('/refer/ward', form('ward', { 'dischargeOn-year': '2020' }))
  assert.equal(page.status, 422)
  assert.ok(page.text.includes('The expected discharge date must be within a year'))
})

test('a young carer referred by a school goes to the young carers’ service, which is told whom not to ring', async () => {
  const sent = form('school')
  await house.visitor.post('/refer/school', sent)
  const { toOrganisationId, kind } = await row(sent.id)
  assert.deepEqual({ toOrganisationId, kind }, { toOrganisationId: young, kind: 'young_carer' })
  const worker = await house.signIn({
    duties: ['key_worker'],
    organisation: 'Young service',
    kind: 'young_carers',
  })
  const page = await worker.get(`/referrals/${sent.id}`)
  assert.ok(page.text.includes('Do not contact the parents before talking with the young person.'))
  assert.ok(page.text.includes('Ms Mellor, 01632 960466'))
})

test('whoever rings for an organisation that the hub knows sends in its name, and it sees the referral', async () => {
  const ward = await house.signIn({
    duties: ['referrer'],
    organisation: 'Royal Hospital',
    kind: 'hospital',
  })
  const organisation = String(ward.actor.organisationIds[0])
  const sent = form('ward', { organisation })
  await jo.post('/referrals/take/ward', sent)
  const page = await ward.get(`/referrals/sent/${sent.id}`)
  assert.equal(page.status, 200)
  const wrong = await jo.post('/referrals/take/ward', form('ward', { organisation: String(young) }))
  assert.equal(wrong.status, 422)
  assert.ok(wrong.text.includes('Select one of the organisations'))
})

test('a visitor speaks for no organisation that we know, whatever they send', async () => {
  const hospital = await house.asSystem((tx) =>
    anOrganisation(tx, authorityId, 'Royal Hospital', 'hospital'),
  )
  const sent = form('ward', { organisation: String(hospital), sender: String(hospital) })
  await house.visitor.post('/refer/ward', sent)
  const { fromOrganisationId, fromName } = await row(sent.id)
  assert.deepEqual(
    { fromOrganisationId, fromName },
    { fromOrganisationId: null, fromName: 'Where I work' },
  )
})

test('what the carer agreed that the sender may know is kept where somebody vouches for the sender', async () => {
  const hospital = await house.asSystem((tx) =>
    anOrganisation(tx, authorityId, 'County Hospital', 'hospital'),
  )
  const page = await jo.get('/referrals/take/ward')
  assert.ok(page.text.includes('What did they agree that whoever rings may know?'))
  assert.ok(!page.text.includes('Assessments and decisions'))
  const mayKnow = { mayKnow: ['emergency', 'assessment'] }
  const sent = { ...form('ward', { organisation: String(hospital) }), ...mayKnow }
  await jo.post('/referrals/take/ward', sent)
  const kept = { sender: true, practice: null, council: false, purposes: ['identity', 'emergency'] }
  assert.deepEqual((await toldOf(sent.id)).mayKnow, kept)
  const triage = await jo.get(`/referrals/${sent.id}`)
  assert.ok(triage.text.includes('County Hospital, for a year: who they are'), triage.text)

  const unknown = await jo.post('/referrals/take/ward', { ...form('ward'), ...mayKnow })
  assert.equal(unknown.status, 422)
  assert.ok(unknown.text.includes('Select for whom they ring: only then may they know'))

  assert.ok(!(await house.visitor.get('/refer/ward')).text.includes('What did they agree that'))
  const visited = { ...form('ward'), ...mayKnow }
  await house.visitor.post('/refer/ward', visited)
  assert.equal((await toldOf(visited.id)).mayKnow, undefined)
})

test('a carer who rings is asked who else may know, and of whom no practice is named', async () => {
  const path = '/referrals/take/self'
  const nobody = await jo.post(path, {
    ...form('self'),
    telephone: '01632 960287',
    mayKnow: 'support',
  })
  assert.ok(nobody.text.includes('Select who may know this, or untick'))
  const nameless = { ...form('self'), telephone: '01632 960287', alsoKnow: 'practice' }
  assert.ok((await jo.post(path, nameless)).text.includes('Enter the name of their GP practice'))
  const sent = {
    ...form('self'),
    telephone: '01632 960287',
    alsoKnow: 'council',
    mayKnow: 'support',
  }
  assert.equal((await jo.post(path, sent)).status, 303)
  const kept = { sender: false, practice: null, council: true, purposes: ['identity', 'support'] }
  assert.deepEqual((await toldOf(sent.id)).mayKnow, kept)
})

test('what a door does not ask is not kept, even where it is sent', async () => {
  const sent = form('gp-practice', { ward: 'Nowhere', kind: 'young_carer', email: 'a@example.org' })
  await house.visitor.post('/refer/gp-practice', sent)
  const told = await toldOf(sent.id)
  assert.equal(told.asked, undefined)
  assert.equal(told.email, null)
  assert.equal((await row(sent.id)).kind, 'adult_carer')
})

test('a referral taken by telephone is matched against the register at once', async () => {
  const known = await aPerson(house.db, jo.actor, {
    givenName: 'Margret',
    familyName: 'Tolley',
    homePhone: '01632960287',
  })
  const sent = form('someone-you-know')
  await jo.post('/referrals/take/someone-you-know', sent)
  const receipt = await jo.get(`/referrals/taken/${sent.id}`)
  assert.ok(receipt.text.includes('with the records it may belong to'))
  assert.ok((await jo.get(`/referrals/${sent.id}`)).text.includes(known.reference))
})

test('the same referral sent twice at the same moment lands once, through every door', async () => {
  const partner = await house.signIn({
    duties: ['referrer'],
    organisation: 'Davenal House Surgery',
    kind: 'gp_practice',
  })
  const sender = String(partner.actor.organisationIds[0])
  const before = await count()
  const ways = [
    [house.visitor, '/refer/gp-practice', form('gp-practice')],
    [jo, '/referrals/take/gp-practice', form('gp-practice')],
    [partner, '/referrals/new', form('gp-practice', { sender })],
  ] as const
  for (const [who, path, sent] of ways) {
    const answers = await Promise.all(Array.from({ length: 6 }, () => who.post(path, sent)))
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303])
    assert.equal(new Set(answers.map(({ location }) => location)).size, 1)
  }
  assert.equal(await count(), before + ways.length)
})

test('only workers take referrals by telephone, and no door has another name', async () => {
  assert.match((await house.visitor.get('/referrals/take')).location ?? '', /^\/sign-in/)
  assert.equal((await house.visitor.get('/refer/self')).status, 404)
  assert.equal((await house.visitor.get('/refer/nonsense')).status, 404)
  assert.equal((await jo.get('/referrals/take/nonsense')).status, 404)
})

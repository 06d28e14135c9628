import { test } from 'node:test'
import assert from 'node:assert/strict'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { keepFindable } from '#people/persons/keep-findable.ts'
import { aPerson } from '#people/persons/testing.ts'
import { contacts } from '#find/contacts/room.ts'
import { insertReferral } from '#find/referrals/referrals.sql.ts'
import { referrals } from '#find/referrals/room.ts'
import { today } from '../room.ts'

const house = await testHouse([persons, caring, referrals, contacts, today], {
  today: '2018-03-29',
})
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })

const margaret = await aPerson(house.db, jo.actor, {
  knownAs: 'Peg',
  dateOfBirth: '1947-02-03',
  postcode: 'WR5 2NP',
  homePhone: '01632960287',
  nhsNumber: '9990925631',
})
const tolleys = ['Colin', 'Ann', 'Robert'].map((givenName) =>
  aPerson(house.db, jo.actor, { givenName, postcode: 'WR14 2AA' }),
)
await Promise.all(tolleys)
await aPerson(house.db, jo.actor, { givenName: 'Susan', familyName: 'Tolly' })
const unseen = await aPerson(house.db, stranger.actor, { givenName: 'Unseen' })

await house.asSystem(async (tx) => {
  const ids = { authorityId: margaret.authorityId, id: newId(), personId: margaret.id }
  await tx
    .insertInto('previousId')
    .values({ ...ids, source: 'register', sourceId: 'WAC008634' })
    .execute()
  await keepFindable(tx, margaret.id)
})

const search = (q: string) => jo.get(`/search?q=${encodeURIComponent(q)}`)

test('a name finds everybody of it, whole words before names that sound alike', async () => {
  const { text } = await search('tolley')
  assert.ok(text.includes('5 people for “tolley”'))
  assert.ok(text.indexOf('Robert Tolley') < text.indexOf('Susan Tolly'))
  assert.ok(text.includes('a name like it'))
  assert.ok(!text.includes(unseen.reference))
})

test('a nickname and a known-as name find her, and the known-as name says so', async () => {
  assert.ok((await search('maggie tolley')).text.includes(margaret.reference))
  assert.ok((await search('peg')).text.includes(margaret.reference))
})

for (const q of [margaret.reference, '999 092 5631', 'wac008634']) {
  test(`"${q === margaret.reference ? 'her reference' : q}" leads straight to the record`, async () => {
    const page = await search(q)
    assert.deepEqual([page.status, page.location], [303, `/carers/${margaret.id}`])
  })
}

test('on the way to log a contact it leads straight there', async () => {
  const page = await jo.get(`/search?for=contact&q=${margaret.reference}`)
  assert.equal(page.location, `/carers/${margaret.id}/contacts/new`)
  assert.ok((await jo.get('/search?for=contact')).text.includes('Who were you in touch with?'))
})

test('two people who share a telephone are both shown', async () => {
  await aPerson(house.db, jo.actor, { givenName: 'Brian', homePhone: '01632960287' })
  assert.ok((await search('960287')).text.includes('2 people'))
})

test("a referral's reference leads to the referral, if it came to us", async () => {
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
    }),
  )
  const { reference } = await house.asSystem((tx) =>
    tx.selectFrom('referral').select('reference').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.equal((await search(reference)).location, `/referrals/${id}`)
  assert.equal((await stranger.get(`/search?q=${reference}`)).status, 200)
})

test('somebody who is looked after is said to be, with who looks after them', async () => {
  const harold = await aPerson(house.db, jo.actor, { givenName: 'Harold', familyName: 'Quince' })
  const looksAfter = (carerId: string, caredForId: string, until: string | null) =>
    house.asSystem((tx) =>
      insertCaring(tx, {
        authorityId: harold.authorityId,
        id: newId(),
        carerId,
        caredForId,
        until,
      }),
    )
  await looksAfter(margaret.id, harold.id, null)
  assert.ok((await search('quince')).text.includes('cared for by Margaret Tolley'))
  const was = await aPerson(house.db, jo.actor, { givenName: 'Ida', familyName: 'Quince' })
  await looksAfter(margaret.id, was.id, '2017-12-01')
  assert.ok((await search('ida quince')).text.includes('was cared for by Margaret Tolley'))
  assert.ok(!(await search('maggie tolley')).text.includes('cared for'))
})

test('nobody found says where was looked, and how to add a carer', async () => {
  const { text } = await search('zebediah')
  assert.ok(
    text.includes('Nobody found for “zebediah”') &&
      text.includes('Add a carer who is not here yet'),
  )
})

test('a slip in a reference and a date that never was are told of', async () => {
  assert.ok((await search('ALG-22222-3')).text.includes('Check the reference ALG-22222-3'))
  assert.ok((await search('tolley 31/02/1947')).text.includes('31/02/1947 is not a real date'))
})

test('bytes that no text may hold are borne', async () => {
  assert.equal((await jo.get('/search?q=%00tolley%00')).status, 200)
})

test('nothing typed, a great deal typed and markup typed are all borne', async () => {
  assert.equal((await search('')).status, 200)
  assert.equal((await search('x'.repeat(5000))).status, 200)
  const page = await search('<script>alert(1)</script>')
  assert.equal(page.status, 200)
  assert.ok(!page.html.includes('<script>alert'))
})

test('more than fifty people are counted as such', async () => {
  const many = Array.from({ length: 55 }, (_, at) =>
    aPerson(house.db, jo.actor, {
      givenName: `Many${'abcdefghij'.charAt(at % 10)}`,
      familyName: 'Quillfeather',
    }),
  )
  await Promise.all(many)
  const { text } = await search('quillfeather')
  assert.ok(text.includes('More than 50 people') && text.includes('Type more'))
})

const answers = (more: Record<string, string> = {}) => ({
  id: newId(),
  givenName: 'Margret',
  familyName: 'Tolley',
  'dateOfBirth-day': '3',
  'dateOfBirth-month': '2',
  'dateOfBirth-year': '1947',
  telephone: '01632 960287',
  postcode: 'WR5 2NP',
  kind: 'adult_carer',
  ...more,
})

test('a carer who may be here already is shown before a second record is made', async () => {
  const first = await jo.post('/carers/new', answers())
  assert.equal(first.status, 422)
  assert.ok(
    first.text.includes('Is it one of these people?') && first.text.includes(margaret.reference),
  )
  assert.equal(first.field('givenName'), 'Margret')
  const sure = answers({ surelyNew: first.field('surelyNew') ?? '' })
  const second = await jo.post('/carers/new', sure)
  assert.equal(second.location, `/carers/${sure.id}`)
  assert.equal(
    (await jo.post('/carers/new', sure)).location,
    `/carers/${sure.id}`,
    'sent twice, made once',
  )
})

test('a carer like nobody here is added at once, findable and in the district of their postcode', async () => {
  const added = answers({
    givenName: 'Philippa',
    familyName: 'Ravenscroft',
    'dateOfBirth-year': '1980',
    telephone: '',
    postcode: 'WR1 1AA',
  })
  assert.equal((await jo.post('/carers/new', added)).location, `/carers/${added.id}`)
  assert.ok((await search('ravenscroft')).text.includes('Philippa Ravenscroft'))
})

test('a carer without a name or a kind is refused', async () => {
  const page = await jo.post('/carers/new', answers({ givenName: '', kind: '' }))
  assert.equal(page.status, 422)
  assert.ok(
    page.text.includes('Enter a first name') && page.text.includes('Select which kind of carer'),
  )
})

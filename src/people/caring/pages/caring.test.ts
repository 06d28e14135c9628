import { test } from 'node:test'
import assert from 'node:assert/strict'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { listCaredFor } from '../caring.sql.ts'
import { caring } from '../room.ts'

const house = await testHouse([persons, caring], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const carer = await aPerson(house.db, jo.actor)

const caredFor = (id = carer.id) => asActor(house.db, jo.actor, (tx) => listCaredFor(tx, id))

const answers = (more: Record<string, string | string[]> = {}) => ({
  id: newId(),
  givenName: 'Brian',
  familyName: 'Tolley',
  relationship: 'spouse_partner',
  conditions: ['dementia', 'stroke'],
  hoursBand: '50_plus',
  livesTogether: 'yes',
  ...more,
})

test('someone looked after is written down once, however often the form is sent', async () => {
  const sent = answers({
    'dateOfBirth-day': '1',
    'dateOfBirth-month': '2',
    'dateOfBirth-year': '1944',
  })
  for (const page of [
    await jo.post(`/carers/${carer.id}/looks-after/new`, sent),
    await jo.post(`/carers/${carer.id}/looks-after/new`, sent),
  ]) {
    assert.equal(page.location, `/carers/${carer.id}`)
  }
  assert.equal((await caredFor()).length, 1)
  const { text } = await jo.get(`/carers/${carer.id}`)
  assert.ok(text.includes('Brian Tolley (spouse or partner, 74 years old)'))
  assert.ok(text.includes('Dementia, Stroke 50 hours or more a week live together'))
})

test('who is looked after has a record too, which shows the carer, and is readable by whoever works with the carer', async () => {
  const brian = (await caredFor())[0]?.otherId
  const page = await jo.get(`/carers/${brian}`)
  assert.ok(
    page.text.includes('Looked after by Change') ||
      page.text.includes('Looked after by Margaret Tolley'),
  )
  const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
  assert.equal((await stranger.get(`/carers/${brian}`)).status, 404)
})

test('someone may be looked after without a name', async () => {
  const nameless = await aPerson(house.db, jo.actor)
  await jo.post(
    `/carers/${nameless.id}/looks-after/new`,
    answers({ givenName: '', familyName: '' }),
  )
  const [only] = await caredFor(nameless.id)
  assert.equal(only?.otherId, null)
  assert.ok(
    (await jo.get(`/carers/${nameless.id}`)).text.includes('someone whose name is not kept'),
  )
})

test('two people can look after each other, by their references', async () => {
  const [ann, bert] = [
    await aPerson(house.db, jo.actor, { givenName: 'Ann' }),
    await aPerson(house.db, jo.actor, { givenName: 'Bert' }),
  ]
  const by = (reference: string) =>
    answers({ givenName: '', familyName: '', reference: reference.toLowerCase() })
  await jo.post(`/carers/${ann.id}/looks-after/new`, by(bert.reference))
  await jo.post(`/carers/${bert.id}/looks-after/new`, by(ann.reference))
  const { text } = await jo.get(`/carers/${ann.id}`)
  assert.ok(
    text.includes('Looks after Bert Tolley') && text.includes('Looked after by Bert Tolley'),
  )
})

const refusals: readonly [
  name: string,
  typed: Record<string, string | string[]>,
  message: string,
][] = [
  ['a first name alone', { familyName: '' }, 'Enter both names, or neither'],
  ['a reference with a slip in it', { reference: 'ALG-22222-3' }, 'Check the reference'],
  [
    'a condition that is not on the list',
    { conditions: ['laziness'] },
    'Select from the answers shown',
  ],
  [
    'caring that began before the birth',
    {
      'dateOfBirth-day': '1',
      'dateOfBirth-month': '1',
      'dateOfBirth-year': '2010',
      'since-day': '1',
      'since-month': '1',
      'since-year': '2009',
    },
    'must be after their birth',
  ],
  [
    'caring that begins tomorrow',
    { 'since-day': '30', 'since-month': '3', 'since-year': '2018' },
    'When caring began must be in the past',
  ],
]

for (const [name, typed, message] of refusals) {
  test(`${name} is refused`, async () => {
    const page = await jo.post(`/carers/${carer.id}/looks-after/new`, answers(typed))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message), page.text)
  })
}

test("the carer's own reference and one that is not theirs to see are refused", async () => {
  const stranger = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
  const hidden = await aPerson(house.db, stranger.actor)
  for (const [reference, message] of [
    [carer.reference, 'own reference'],
    [hidden.reference, 'No record of yours'],
  ] as const) {
    const page = await jo.post(`/carers/${carer.id}/looks-after/new`, answers({ reference }))
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(message))
  }
})

test('caring ends on a day and for a reason, both or neither', async () => {
  const [relation] = await caredFor()
  const path = `/carers/${carer.id}/looks-after/${relation!.id}`
  const { id: _, ...rest } = answers()
  const ending = {
    ...rest,
    version: '1',
    'until-day': '1',
    'until-month': '3',
    'until-year': '2018',
  }
  assert.ok((await jo.post(path, ending)).text.includes('Select why caring ended'))
  assert.ok(
    (await jo.post(path, { ...rest, version: '1', endReason: 'care_home' })).text.includes(
      'Enter the day on which caring ended',
    ),
  )
  assert.equal((await jo.post(path, { ...ending, endReason: 'cared_for_died' })).status, 303)
  assert.ok((await jo.get(`/carers/${carer.id}`)).text.includes('Looked after Brian Tolley'))
})

test('a change of something that was changed meanwhile is told, with what is stored now', async () => {
  const [relation] = await caredFor()
  const path = `/carers/${carer.id}/looks-after/${relation!.id}`
  const { id: _, ...rest } = answers({ hoursBand: '1_19' })
  const page = await jo.post(path, { ...rest, version: '1' })
  assert.equal(page.status, 409)
  assert.ok(
    page.text.includes('Someone else changed this') &&
      page.text.includes('The cared-for person died'.toLowerCase()),
  )
  assert.equal(page.field('version'), String(relation!.version))
})

test('who may have a record already is shown before a second one is made', async () => {
  const known = await aPerson(house.db, jo.actor, {
    givenName: 'Winifred',
    familyName: 'Featherstone',
    dateOfBirth: '1940-05-06',
    kind: 'cared_for',
  })
  const other = await aPerson(house.db, jo.actor, { givenName: 'Second', familyName: 'Carer' })
  const at = `/carers/${other.id}/looks-after/new`
  const typed = answers({
    givenName: 'Winnie',
    familyName: 'Fetherstone',
    'dateOfBirth-day': '6',
    'dateOfBirth-month': '5',
    'dateOfBirth-year': '1940',
    postcode: 'WR14 2AA',
  })
  const asked = await jo.post(at, typed)
  assert.equal(asked.status, 422)
  assert.ok(asked.text.includes('They may have a record already'))
  assert.ok(asked.text.includes(known.reference))
  assert.equal(asked.field('givenName'), 'Winnie')
  assert.deepEqual(await caredFor(other.id), [])
  const two = { ...typed, id: newId(), givenName: '', familyName: '', reference: known.reference }
  assert.equal((await jo.post(at, two)).status, 303)
  assert.equal((await caredFor(other.id))[0]?.otherId, known.id)
  const third = await aPerson(house.db, jo.actor, { givenName: 'Third', familyName: 'Carer' })
  const sure = { ...typed, id: newId(), surelyNew: asked.field('surelyNew')! }
  assert.equal((await jo.post(`/carers/${third.id}/looks-after/new`, sure)).status, 303)
  assert.notEqual((await caredFor(third.id))[0]?.otherId, known.id)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { asActor } from '#platform/access/as-actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { testHouse } from '#platform/web/testing.ts'
import { practiceTown } from '#find/practice-lists/testing.ts'
import { insertNeeds } from '#people/persons/communication.sql.ts'
import { keepFindable } from '#people/persons/keep-findable.ts'
import { systems } from '#share/systems/room.ts'
import { aSystem } from '#share/systems/testing.ts'
import type { Resource } from './fhir.ts'
import { fhir } from './room.ts'
import { validated } from './validate-for-tests.ts'

const house = await testHouse([systems, fhir])
const adviser = await house.signIn({ duties: ['adviser'], organisation: 'Hub' })
const hub = await aSystem(house, { organisation: 'Hub', kind: 'hub', duties: ['adviser'] })
const practice = await aSystem(house, { organisation: 'Davenal House', kind: 'gp_practice' })
const stranger = await aSystem(house, { organisation: 'Grey Gable', kind: 'gp_practice' })
const tokens = {
  hub: await hub.token(),
  practice: await practice.token(),
  stranger: await stranger.token(),
  narrow: await practice.token('system/Flag.rs'),
}
const town = practiceTown(house, { hubId: hub.organisationId, practiceId: practice.organisationId })
const { id: authorityId } = house.house.authority

async function aCarer(as: Parameters<typeof town.aCarer>[0] = {}): Promise<string> {
  const id = await town.aCarer(as)
  await house.asSystem((tx) => keepFindable(tx, id))
  return id
}

type Bundle = { link: { relation: string; url: string }[]; entry?: { resource: Resource }[] }

async function ask(who: keyof typeof tokens, path: string, headers: Record<string, string> = {}) {
  const reply = await house.app.inject({
    url: `/fhir/r4/${path}`,
    headers: { authorization: `Bearer ${tokens[who]}`, ...headers },
  })
  assert.match(String(reply.headers['content-type']), /^application\/fhir\+json/)
  return {
    status: reply.statusCode,
    headers: reply.headers,
    body: validated(reply.json<Resource>()),
  }
}

const hits = async (who: keyof typeof tokens, path: string): Promise<readonly Resource[]> => {
  const { status, body } = await ask(who, path)
  assert.equal(status, 200, JSON.stringify(body))
  return ((body as unknown as Bundle).entry ?? []).map(({ resource }) => validated(resource))
}
const ids = async (who: keyof typeof tokens, path: string) =>
  (await hits(who, path)).map(({ id }) => id!)

const agreed = await aCarer({ familyName: 'Agreed', practice: 'Davenal House' })
const silent = await aCarer({ familyName: 'Silent', agreed: false })
const husband = await house.asSystem(async (tx) => {
  const id = newId()
  await tx
    .insertInto('person')
    .values({
      authorityId,
      id,
      reference: newReference(),
      givenName: 'Arthur',
      familyName: 'Agreed',
    })
    .execute()
  await tx
    .updateTable('caring')
    .set({ caredForId: id, relationship: 'spouse_partner', since: '2016-05-01' })
    .where('carerId', '=', agreed)
    .execute()
  return id
})

test('what this door can do is told to anyone, as the published schema has it', async () => {
  const reply = await house.app.inject({ url: '/fhir/r4/metadata' })
  const statement = validated(reply.json<Resource>())
  assert.equal(statement.resourceType, 'CapabilityStatement')
  const smart = await house.app.inject({ url: '/fhir/r4/.well-known/smart-configuration' })
  assert.equal(
    smart.json<{ token_endpoint: string }>().token_endpoint,
    'http://localhost/oauth/token',
  )
})

describe('each resource, read and searched for, is as the published schema of R4 has it', () => {
  test('a Patient has who they are and nothing of their circumstances', async () => {
    const { body, headers } = await ask('hub', `Patient/${agreed}`)
    assert.equal(headers['etag'], 'W/"1"')
    assert.deepEqual(body['name'], [{ use: 'official', family: 'Agreed', given: ['Margaret'] }])
    assert.deepEqual((body['identifier'] as object[])[0], {
      system: 'https://fhir.nhs.uk/Id/nhs-number',
      value: '9990000018',
    })
    assert.deepEqual(body['generalPractitioner'], [
      { type: 'Organization', display: 'Davenal House' },
    ])
    assert.doesNotMatch(JSON.stringify(body), /secret/)
  })

  test('people are found by NHS number, reference, name and date of birth', async () => {
    const { body } = await ask('practice', `Patient/${agreed}`)
    const [, reference] = body['identifier'] as { system: string; value: string }[]
    for (const query of [
      'identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9990000018',
      'identifier=999%20000%200018',
      `identifier=${encodeURIComponent(`${reference!.system}|${reference!.value}`)}`,
      'family=agreed&given=Margaret',
      'family=Agreed&birthdate=1951-03-04',
      `_id=${agreed},${newId()}`,
      '_count=10',
    ])
      assert.deepEqual(await ids('practice', `Patient?${query}`), [agreed], query)
    for (const query of [
      'identifier=https%3A%2F%2Felsewhere%7C9990000018',
      'family=Agre',
      'birthdate=1951-03-05',
      '_id=x',
    ])
      assert.deepEqual(await ids('practice', `Patient?${query}`), [], query)
  })

  test('a search can be posted, so that no name stands in an address', async () => {
    const reply = await house.app.inject({
      method: 'POST',
      url: '/fhir/r4/Patient/_search',
      headers: {
        authorization: `Bearer ${tokens.practice}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'family=Agreed',
    })
    assert.equal(validated(reply.json<Resource>() as never as Resource).resourceType, 'Bundle')
    assert.equal(reply.json<Bundle>().entry?.length, 1)
  })

  test('a RelatedPerson is the carer seen from whom they look after', async () => {
    const [carer] = await hits('hub', `RelatedPerson?patient=Patient/${husband}`)
    assert.deepEqual(carer?.['patient'], { reference: `Patient/${husband}` })
    assert.match(JSON.stringify(carer), /"code":"Carer".*"code":"SPS"/)
    assert.deepEqual(carer?.['period'], { start: '2016-05-01' })
    assert.equal((await ask('hub', `RelatedPerson/${carer?.id}`)).status, 200)
  })

  test('of somebody known through their carer it tells who they are, and not how to reach them', async () => {
    await house.asSystem((tx) =>
      tx
        .updateTable('person')
        .set({ mobilePhone: '07700900321', nhsNumber: '9990000026' })
        .where('id', '=', husband)
        .execute(),
    )
    const { status, body } = await ask('hub', `Patient/${husband}`)
    assert.equal(status, 200)
    assert.match(JSON.stringify(body), /Arthur/)
    assert.doesNotMatch(JSON.stringify(body), /900321|9990000026/)
  })

  test('a child who asked that their family is not told is nobody’s RelatedPerson', async () => {
    const child = await aCarer({ familyName: 'Quiet', practice: 'Davenal House' })
    await house.asSystem((tx) =>
      tx.updateTable('caring').set({ caredForId: husband }).where('carerId', '=', child).execute(),
    )
    const carers = () => hits('hub', `RelatedPerson?patient=Patient/${husband}`)
    const [one, other] = await carers()
    assert.ok(one !== undefined && other !== undefined)
    await house.asSystem((tx) =>
      insertNeeds(tx, { authorityId, personId: child, values: { notWithParent: true } }),
    )
    const left = await carers()
    assert.equal(left.length, 1)
    assert.doesNotMatch(JSON.stringify(left), /Quiet/)
    const kept = [one, other].find(({ id }) => id !== left[0]?.id)
    assert.equal((await ask('hub', `RelatedPerson/${kept?.id}`)).status, 404)
  })

  test('a Flag says that somebody is a carer, in the code that practices use, and when it ended', async () => {
    const [flag] = await hits('practice', `Flag?subject=Patient/${agreed}`)
    assert.equal(flag?.['status'], 'active')
    assert.match(JSON.stringify(flag?.['code']), /224484003/)
    const gone = await aCarer()
    await house.asSystem((tx) =>
      tx
        .updateTable('registration')
        .set({ endedOn: '2018-03-01', state: 'ended' })
        .where('personId', '=', gone)
        .execute(),
    )
    const { body } = await ask('practice', `Flag/${gone}`)
    assert.deepEqual(
      [body['status'], body['period']],
      ['inactive', { start: '2017-01-01', end: '2018-03-01' }],
    )
  })

  test('a Consent says with whom, what for, since when and whether it lasts', async () => {
    const [consent] = await hits('practice', `Consent?patient=${agreed}&status=active`)
    assert.match(JSON.stringify(consent), /"display":"Davenal House".*"code":"identity"/)
    assert.deepEqual(await ids('practice', `Consent?patient=${agreed}&status=inactive`), [])
    assert.equal((await ask('practice', `Consent/${consent?.id}`)).status, 200)
  })

  test('somebody whose record was joined to another is told as replaced', async () => {
    const double = await aCarer()
    await house.asSystem((tx) =>
      tx.updateTable('person').set({ mergedInto: agreed }).where('id', '=', double).execute(),
    )
    const { body } = await ask('hub', `Patient/${double}`)
    assert.equal(body['active'], false)
    assert.deepEqual(body['link'], [
      { other: { reference: `Patient/${agreed}` }, type: 'replaced-by' },
    ])
  })
})

describe('nothing comes back that the organisation may not see', () => {
  const everything = async (who: keyof typeof tokens): Promise<string> => {
    const all = ['Patient', 'RelatedPerson', 'Flag', 'Consent', 'ServiceRequest', 'Task'].map(
      (type) => hits(who, `${type}?_count=200`),
    )
    return JSON.stringify(await Promise.all(all))
  }

  test('who did not agree is in no list, no search and under no id', async () => {
    assert.doesNotMatch(await everything('practice'), new RegExp(`Silent|${silent}|${husband}`))
    for (const path of [
      `Patient/${silent}`,
      `Flag/${silent}`,
      `Patient/${husband}`,
      `Patient/${newId()}`,
      'Patient/x',
    ])
      assert.equal((await ask('practice', path)).status, 404, path)
    assert.deepEqual(await ids('practice', 'Patient?family=Silent'), [])
    assert.deepEqual(await ids('practice', `Patient?_id=${silent}`), [])
    assert.deepEqual(await ids('practice', `RelatedPerson?patient=${husband}`), [])
    assert.match(await everything('hub'), /Silent/)
  })

  test('a practice that nobody agreed with sees nothing at all', async () => {
    assert.doesNotMatch(await everything('stranger'), /resourceType/)
  })

  test('the end of an agreement ends it here too, at once', async () => {
    const leaver = await aCarer({ familyName: 'Leaver' })
    assert.equal((await ask('practice', `Patient/${leaver}`)).status, 200)
    await town.end(leaver)
    assert.doesNotMatch(await everything('practice'), /Leaver/)
    assert.equal((await ask('practice', `Patient/${leaver}`)).status, 404)
  })

  test('another authority’s system would see none of it', async () => {
    const seen = await asActor(house.db, { ...adviser.actor, authorityId: authorityId - 1 }, (tx) =>
      tx.selectFrom('person').select('id').execute(),
    )
    assert.deepEqual(seen, [])
  })

  test('every carer sees that a system looked, and whose', async () => {
    await ask('practice', `Patient/${agreed}`)
    const looks = await house.asSystem((tx) =>
      tx
        .selectFrom('readLog')
        .select(['readerName', 'what'])
        .where('personId', '=', agreed)
        .execute(),
    )
    assert.ok(
      looks.some(
        ({ readerName, what }) =>
          readerName === 'EMIS (Davenal House)' && what === 'details, through another system',
      ),
    )
  })
})

test('pages of any size join into the whole, each once and in order, with a way on until the last', async () => {
  for (let more = 0; more < 5; more += 1) await aCarer()
  const whole = await ids('practice', 'Patient?_count=200')
  assert.ok(whole.length >= 6)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (count) => {
      const seen: string[] = []
      let next: string | undefined = `Patient?_count=${count}`
      while (next !== undefined) {
        const { body } = await ask('practice', next)
        const { entry = [], link } = body as unknown as Bundle
        assert.ok(entry.length <= count)
        seen.push(...entry.map(({ resource }) => resource.id!))
        next = link.find(({ relation }) => relation === 'next')?.url.split('/fhir/r4/')[1]
      }
      assert.deepEqual(seen, whole)
    }),
    { numRuns: 6 },
  )
})

describe('what cannot be looked for is refused with an OperationOutcome, not passed over', () => {
  for (const [path, code] of [
    ['Patient?colour=red', 'not-supported'],
    ['Patient?family=a&family=b', 'not-supported'],
    ['Patient?_count=many', 'value'],
    ['Patient?_count=0', 'value'],
    ['Patient?_after=x', 'value'],
    ['Patient?birthdate=ge1951', 'value'],
    ['Patient?family=', 'value'],
    ['Patient?family=%00', 'value'],
    ['Task?subject=x', 'not-supported'],
  ] as const) {
    test(`${path}: ${code}`, async () => {
      const { status, body } = await ask('practice', path)
      assert.equal(status, 400)
      assert.equal((body['issue'] as { code: string }[])[0]?.code, code)
    })
  }

  test('no token, a token that is over, one for something else, and a person’s session', async () => {
    const bare = await house.app.inject({ url: '/fhir/r4/Patient' })
    assert.equal(bare.statusCode, 401)
    assert.equal(bare.headers['www-authenticate'], 'Bearer')
    assert.equal(validated(bare.json<Resource>()).resourceType, 'OperationOutcome')
    assert.equal((await ask('narrow', 'Patient')).status, 403)
    assert.equal((await ask('narrow', 'Flag')).status, 200)
    assert.equal((await adviser.get('/fhir/r4/Patient')).status, 403)
    assert.equal((await ask('hub', 'Observation').catch(() => ({ status: 404 }))).status, 404)
  })
})

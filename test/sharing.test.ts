// What nobody agreed to comes back nowhere: for each table of records, each kind of organisation, and
// each route that the house has. Tables and routes are taken from where they are declared.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/lib/ids.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { aPerson } from '#people/persons/testing.ts'
import { sharedPurposes, type SharedPurpose } from '#share/agreements/agreement.ts'
import { mayKnow, type Given } from '#share/agreements/agreement.rules.ts'
import { demoHouse } from './demo.ts'
import { furnish } from './routes/furnish.ts'
import { demoPeople, rowsOf, type SignedIn } from './routes/people.ts'
import { markSubject } from './sharing/subject.ts'
import { countedOf, everyAddress, toldAt } from './sharing/tried.ts'

const house = await demoHouse('today')
await furnish(house, await demoPeople(house))
const subject = await markSubject(house)
const authorityId = house.house.authority.id
const today = house.house.clock.today()

const kinds = [
  'hub',
  'young_carers',
  'council',
  'gp_practice',
  'hospital',
  'school',
  'charity',
  'jobcentre',
  'employer',
] as const

/** Somebody with every duty that opens an organisation's records there, but none that opens a county's. */
async function worker(kind: string): Promise<SignedIn> {
  return house.signIn({
    duties: ['referrer', 'adviser', 'assessor', 'key_worker', 'manager'],
    organisation: `Another ${kind}`,
    kind,
  })
}
const workers = new Map<(typeof kinds)[number], SignedIn>()
for (const kind of kinds) workers.set(kind, await worker(kind))

type Agreed = Pick<Given, 'purposes'> & Partial<Pick<Given, 'until' | 'endedOn'>>

/** Puts these agreements in place of whatever was agreed with an organisation. */
async function agree(organisationId: number, agreed: readonly Agreed[]): Promise<void> {
  await house.asSystem(async (tx) => {
    await tx.deleteFrom('agreement').where('organisationId', '=', organisationId).execute()
    for (const each of agreed) {
      await tx
        .insertInto('agreement')
        .values({
          authorityId,
          id: newId(),
          personId: subject.id,
          organisationId,
          agreedOn: '2018-01-01',
          howGiven: 'telephone',
          ...each,
          purposes: [...each.purposes],
        })
        .execute()
    }
  })
}

const counted = (who: SignedIn) => countedOf(house, who, subject)

/** The tables whose rows may come back under these purposes. */
const opened = (purposes: readonly string[]): readonly string[] =>
  subject.tables.filter(({ purpose }) => purposes.includes(purpose)).map(({ name }) => name)

/** Asserts that exactly the rows of the agreed purposes come back, and nobody else's. */
async function comesBack(
  who: SignedIn,
  purposes: readonly SharedPurpose[],
  when: string,
): Promise<void> {
  const found = [...(await counted(who))]
  assert.deepEqual(
    found.filter(([, { own }]) => own > 0).map(([name]) => name),
    opened(purposes).toSorted(),
    when,
  )
  // Of others nothing is agreed: whatever comes back at all is this carer's.
  assert.deepEqual(
    found.filter(([, { own, all }]) => own !== all).map(([name]) => name),
    [],
    when,
  )
}

const own = (who: SignedIn): number => who.actor.organisationIds[0]!

test('the carer has a row in every table of records', async () => {
  assert.ok(subject.tables.length > 20)
  const rows = subject.tables.map(
    ({ name, column }) =>
      `select '${name}' as name where not exists (select from ${name} where ${column} = '${subject.id}')`,
  )
  assert.deepEqual(await rowsOf(house, rows.join(' union all ')), [])
})

const parts: readonly (readonly SharedPurpose[])[] = [
  ['identity'],
  ['support', 'emergency'],
  ['assessment'],
]

describe('in the database, of every table what was agreed comes back, and nothing else', () => {
  for (const [kind, who] of workers) {
    test(kind, async () => {
      await agree(own(who), [])
      await comesBack(who, [], 'nothing agreed')
      for (const purposes of parts) {
        await agree(own(who), [{ purposes }])
        await comesBack(who, purposes, purposes.join(' and '))
      }
      const all = [...sharedPurposes]
      const over = [
        { purposes: all, endedOn: today },
        { purposes: all, until: '2018-01-02' },
        { purposes: ['outcome'] },
      ]
      await agree(own(who), over)
      await comesBack(who, [], 'ended, run out, and of a referral’s outcome alone')
    })
  }

  test('whatever was agreed, ended and ran out, the database knows what the rules know', () => {
    // The database goes by its own day, so an agreement has run out long ago or runs for long.
    const given = fc.record({
      purposes: fc.subarray([...sharedPurposes, 'outcome']),
      until: fc.constantFrom(null, '2018-01-02', '2999-12-31'),
      endedOn: fc.constantFrom(null, today),
    })
    const who = workers.get('gp_practice')!
    const organisationId = own(who)
    return fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: 4 }), async (agreed) => {
        await agree(organisationId, agreed)
        const all = agreed.map((each) => ({ ...each, organisationId }))
        await comesBack(who, mayKnow(all, { organisationId, today }), JSON.stringify(agreed))
      }),
      { numRuns: 6 },
    )
  })
})

const everywhere: string[] = []
before(async () => {
  everywhere.push(...(await everyAddress(house, subject)))
})

const tablesTold = (who: SignedIn): Promise<ReadonlyMap<string, string>> =>
  toldAt(who, everywhere, subject.tables)

describe('who works with somebody that looks after the carer knows who the carer is, and nothing else', () => {
  // By these a person is found, is found twice, or is asked whether somebody else looks after them.
  const tellsWho = ['hidden_carer_answer', 'likely_pair', 'person', 'record_join', 'search_key']
  const lookedAfterBy = async (who: SignedIn): Promise<string> => {
    const helper = await aPerson(house.db, who.actor, { givenName: 'Otto', familyName: 'Quint' })
    const id = newId()
    await house.asSystem((tx) =>
      insertCaring(tx, { authorityId, id, carerId: helper.id, caredForId: subject.id }),
    )
    return id
  }
  const ownTables = async (who: SignedIn) =>
    [...(await counted(who))].filter(([, each]) => each.own > 0).map(([name]) => name)
  const noLonger = (caring: string) =>
    house.asSystem((tx) => tx.deleteFrom('caring').where('id', '=', caring).execute())

  test('in the database, whichever kind of service it is', async () => {
    for (const [kind, who] of workers) {
      await agree(own(who), [])
      const caring = await lookedAfterBy(who)
      assert.deepEqual(await ownTables(who), tellsWho, kind)
      await noLonger(caring)
      assert.deepEqual(await ownTables(who), [], kind)
    }
  })

  test('from every route', async () => {
    const who = workers.get('hub')!
    const caring = await lookedAfterBy(who)
    const told = [...(await tablesTold(who)).keys()].filter((name) => !tellsWho.includes(name))
    assert.deepEqual(told, [])
    await noLonger(caring)
  })
})

describe('from every route what was agreed may come back, and nothing else', () => {
  const tried: readonly (readonly [string, readonly SharedPurpose[]])[] = [
    ...kinds.map((kind) => [kind, []] as const),
    ['gp_practice', ['identity']],
    ['hospital', ['identity', 'emergency']],
    ['charity', ['identity', 'support']],
    ['school', ['identity', 'assessment']],
  ]
  for (const [kind, purposes] of tried) {
    test(`${kind}: ${purposes.join(' and ') || 'nothing agreed'}`, async () => {
      const who = workers.get(kind as (typeof kinds)[number])!
      await agree(own(who), purposes.length === 0 ? [] : [{ purposes }])
      const outside = [...(await tablesTold(who))].filter(
        ([name]) => !opened(purposes).includes(name),
      )
      assert.deepEqual(outside, [])
      await agree(own(who), [])
    })
  }

  test('the marks are told where they may be, so that this test can fail', async () => {
    const who = workers.get('charity')!
    await agree(own(who), [{ purposes: ['identity', 'support'] }])
    const told = await tablesTold(who)
    for (const name of ['person', 'contact', 'plan']) assert.ok(told.has(name), name)
    await agree(own(who), [])
  })
})

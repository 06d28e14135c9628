import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { eligibility } from './room.ts'

const house = await testHouse([persons, eligibility], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'] })
const malvern = 'E07000235'
const shropshire = 'E06000051'

async function recordOf(of: {
  kind?: string
  born?: string
  from: string
  caredForIn: string | null
}) {
  const { kind = 'adult_carer', born = '1950-01-01', from } = of
  const carer = await aPerson(house.db, jo.actor, { kind, dateOfBirth: born, districtCode: from })
  const other = await aPerson(house.db, jo.actor, {
    districtCode: of.caredForIn,
    kind: 'cared_for',
  })
  const caring = { id: newId(), carerId: carer.id, caredForId: other.id }
  await house.asSystem((tx) => insertCaring(tx, { authorityId: jo.actor.authorityId, ...caring }))
  return (await jo.get(`/carers/${carer.id}`)).text
}

const cases: readonly [what: string, of: Parameters<typeof recordOf>[0], words: RegExp][] = [
  [
    'an adult carer elsewhere of somebody here is ours',
    { from: shropshire, caredForIn: malvern },
    /Responsible council Council Worcestershire.* The carer lives in Shropshire Who they look after lives in this council’s area .*wherever the carer lives\. Care Act 2014 s\.13\(4\)\(b\)/,
  ],
  [
    'an adult carer here of somebody elsewhere is not',
    { from: malvern, caredForIn: shropshire },
    /Council Another council .*lives in Shropshire, so the council there is responsible/,
  ],
  [
    'a young carer follows their own family',
    { kind: 'young_carer', born: '2006-01-01', from: malvern, caredForIn: shropshire },
    /Council Worcestershire.* Children Act 1989 s\.17/,
  ],
  [
    'without the address of who is cared for it is not known yet',
    { from: malvern, caredForIn: null },
    /Council Not known yet .*that decides which council is responsible/,
  ],
]

for (const [what, of, words] of cases) {
  test(what, async () => assert.match(await recordOf(of), words))
}

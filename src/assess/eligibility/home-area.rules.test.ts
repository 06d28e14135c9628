import assert from 'node:assert/strict'
import { test } from 'node:test'
import { homeIn } from './home-area.rules.ts'

const cases: readonly [string, string | null, ReturnType<typeof homeIn>][] = [
  ['a district of the county is here', 'E07000235', { is: 'here' }],
  [
    'a neighbouring council is elsewhere, by its name',
    'E06000051',
    { is: 'elsewhere', area: 'Shropshire' },
  ],
  [
    'a district of another county is that county',
    'E07000218',
    { is: 'elsewhere', area: 'Warwickshire' },
  ],
  ['Wales is elsewhere too', 'W06000023', { is: 'elsewhere', area: 'an area outside England' }],
  ['no district is not known', null, { is: 'unknown' }],
]

for (const [name, district, home] of cases) {
  test(name, () => assert.deepEqual(homeIn(district, 'worcestershire'), home))
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#platform/lib/dates.ts'
import { hiddenCarers, type Surroundings } from './prompts.rules.ts'

const today = isoDate('2018-03-29')
const ann = {
  id: 'ann',
  name: 'Ann Tolley',
  until: null,
  endReason: null,
  diedOn: null,
  registered: true,
  lookedAfterByThem: false,
}
const tom = { id: 'tom', name: 'Tom', dateOfBirth: '2006-03-01', diedOn: null, registered: false }
const brian: Surroundings = {
  personId: 'brian',
  name: 'Brian',
  diedOn: null,
  carers: [ann],
  household: [],
}

const table: readonly [what: string, of: Partial<Surroundings>, prompts: readonly string[]][] = [
  ['somebody looks after them', {}, []],
  ['nobody ever did', { carers: [] }, ['no_carer']],
  [
    'their carer stopped',
    { carers: [{ ...ann, until: '2018-01-01', endReason: 'own_wish' }] },
    ['carer_ended'],
  ],
  [
    'one stopped and another goes on',
    { carers: [{ ...ann, id: 'eve', until: '2018-01-01' }, ann] },
    [],
  ],
  ['their carer died', { carers: [{ ...ann, diedOn: '2018-01-01' }] }, ['carer_died']],
  ['they died themselves', { diedOn: '2018-01-01', carers: [] }, []],
  ['a child at home', { household: [tom] }, ['young_at_home']],
  ['a child at home who is registered', { household: [{ ...tom, registered: true }] }, []],
  ['a child who is their carer', { household: [{ ...tom, id: 'ann' }] }, []],
  ['a small child', { household: [{ ...tom, dateOfBirth: '2014-03-01' }] }, []],
  ['a child who is 18 today', { household: [{ ...tom, dateOfBirth: '2000-03-29' }] }, []],
  [
    'a child who is 18 tomorrow',
    { household: [{ ...tom, dateOfBirth: '2000-03-30' }] },
    ['young_at_home'],
  ],
  ['somebody at home whose age nobody knows', { household: [{ ...tom, dateOfBirth: null }] }, []],
  [
    'two who look after each other, both registered',
    { carers: [{ ...ann, lookedAfterByThem: true }] },
    [],
  ],
  [
    'two who look after each other, one not registered',
    { carers: [{ ...ann, lookedAfterByThem: true, registered: false }] },
    ['each_other'],
  ],
]

for (const [what, of, prompts] of table) {
  test(`${what}: ${prompts.join(', ') || 'nothing to look into'}`, () => {
    assert.deepEqual(
      hiddenCarers({ ...brian, ...of }, today).map(({ prompt }) => prompt),
      prompts,
    )
  })
}

test('what was answered is not asked again, and about somebody else it is', () => {
  const of = { ...brian, household: [tom, { ...tom, id: 'mia', name: 'Mia' }] }
  const answered = [{ prompt: 'young_at_home', personId: 'brian', otherId: 'tom' }] as const
  assert.deepEqual(
    hiddenCarers(of, today, answered).map(({ otherId }) => otherId),
    ['mia'],
  )
})

test('with every prompt answered nothing is left, whoever is around', () => {
  const people = fc.constantFrom('ann', 'eve', 'tom', 'mia')
  const dates = fc.constantFrom(null, '2018-01-01')
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          id: people,
          until: dates,
          diedOn: dates,
          registered: fc.boolean(),
          lookedAfterByThem: fc.boolean(),
        }),
      ),
      fc.array(people),
      (carers, household) => {
        const of = {
          ...brian,
          carers: carers.map((each) => ({ ...ann, ...each })),
          household: household.map((id) => ({ ...tom, id })),
        }
        const prompts = hiddenCarers(of, today)
        assert.deepEqual(hiddenCarers(of, today, prompts), [])
      },
    ),
  )
})

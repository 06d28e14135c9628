import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { duties } from '#platform/access/duties.ts'
import {
  dutiesAt,
  type Gift,
  inDomains,
  misplaced,
  secondAdministratorFor,
} from './giving.rules.ts'

const gift: Gift = { duties: ['adviser'], toSelf: false, email: 'a@hub.example', domains: [] }

const cases: readonly (readonly [string, Partial<Gift>, RegExp | null])[] = [
  ['an adviser for a colleague', {}, null],
  ['an adviser for oneself', { toSelf: true }, /themself/],
  ['figures for oneself open no record', { toSelf: true, duties: ['analyst'] }, null],
  ['another administrator', { duties: ['administrator'] }, /two administrators/],
  ['the council’s practitioner', { duties: ['council_practitioner'] }, /beyond one organisation/],
  ['one wide duty among others', { duties: ['adviser', 'safeguarding_lead'] }, /beyond/],
  ['an address of the organisation', { domains: ['hub.example'] }, null],
  ['a part of its domain', { email: 'a@mail.hub.example', domains: ['hub.example'] }, null],
  ['an address elsewhere', { domains: ['council.example'] }, /not one of the organisation/],
  [
    'a domain that only ends alike',
    { email: 'a@nothub.example', domains: ['hub.example'] },
    /not one of the organisation/,
  ],
  ['figures for an address elsewhere', { duties: ['commissioner'], domains: ['x.example'] }, null],
]

for (const [name, given, expected] of cases) {
  test(`given by a second administrator too, or not: ${name}`, () => {
    const reason = secondAdministratorFor({ ...gift, ...given })
    if (expected === null) assert.equal(reason, null)
    else assert.match(reason ?? '', expected)
  })
}

test('more duties in one gift never need fewer people', () => {
  const some = fc.subarray([...duties])
  fc.assert(
    fc.property(some, some, fc.boolean(), (a, b, toSelf) => {
      const one = secondAdministratorFor({ ...gift, duties: a, toSelf })
      const both = secondAdministratorFor({ ...gift, duties: [...a, ...b], toSelf })
      return one === null || both !== null
    }),
  )
})

test('a duty is held where its work is done', () => {
  assert.equal(misplaced('adviser', 'hub', 'Hub'), null)
  assert.match(misplaced('council_practitioner', 'hub', 'Hub') ?? '', /Hub is a carers’ hub/)
  assert.deepEqual(dutiesAt('gp_practice'), ['referrer'])
})

test('the domain of an address is looked at without regard to case', () => {
  assert.ok(inDomains('A@Hub.Example', ['hub.example']))
  assert.ok(!inDomains('nothing', ['hub.example']))
})

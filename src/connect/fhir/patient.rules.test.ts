import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PatientRow, patientOf } from './patient.rules.ts'
import { relatedPersonOf } from './related-person.rules.ts'
import { validated } from './validate-for-tests.ts'

const bare: PatientRow = {
  id: '018f0000-0000-7000-8000-000000000001',
  reference: 'ALG-7F3KM-9',
  title: null,
  givenName: 'Margaret',
  familyName: 'Tolley',
  knownAs: null,
  dateOfBirth: null,
  diedOn: null,
  gender: null,
  address1: null,
  address2: null,
  town: null,
  postcode: null,
  homePhone: null,
  mobilePhone: null,
  email: null,
  mayPhone: null,
  mayText: null,
  mayEmail: null,
  safeContact: null,
  nhsNumber: null,
  gpPractice: null,
  mergedInto: null,
  version: 1,
}
const reachable = { homePhone: '01632 960001', mobilePhone: '07700 900001', email: 'm@example.org' }
const ways = (row: Partial<PatientRow>) =>
  (
    (patientOf({ ...bare, ...reachable, ...row }, 'http://x')['telecom'] ?? []) as {
      system: string
      use?: string
    }[]
  )
    .map(({ system, use }) => `${system} ${use ?? ''}`.trim())
    .join(', ')

for (const [what, row, expected] of [
  ['nothing said', {}, 'phone home, phone mobile, email'],
  ['no calls', { mayPhone: false }, 'sms mobile, email'],
  ['no calls and no texts', { mayPhone: false, mayText: false }, 'email'],
  ['no e-mail', { mayEmail: false }, 'phone home, phone mobile'],
  ['contact with care', { safeContact: 'Never leave a voicemail' }, ''],
] as const) {
  test(`${what}: ${expected || 'no way at all'}`, () => assert.equal(ways(row), expected))
}

test('who is hardly known is a sound Patient still, and so is one with everything', () => {
  validated(patientOf(bare, 'http://x') as never as { resourceType: string })
  const whole = {
    ...bare,
    ...reachable,
    title: 'Mrs',
    knownAs: 'Peg',
    gender: 'not_known',
    dateOfBirth: '1951-03-04',
    diedOn: '2018-01-01',
    address1: '1 High Street',
    town: 'Malvern',
    postcode: 'WR14 1AA',
    nhsNumber: '9990000018',
    gpPractice: 'Elgar House',
  }
  const patient = validated(
    patientOf(whole, 'http://x') as never as { resourceType: string; gender: string },
  )
  assert.equal(patient.gender, 'unknown')
})

for (const [relationship, code] of [
  ['parent', 'CHILD'],
  ['child', 'PRN'],
  ['grandparent', 'GRNDCHILD'],
  ['grandchild', 'GRPRN'],
  ['spouse_partner', 'SPS'],
  ['friend_neighbour', null],
  [null, null],
] as const) {
  test(`who looks after their ${relationship ?? 'somebody'} is ${code ?? 'a carer'} to them`, () => {
    const caring = {
      id: bare.id,
      caredForId: bare.id,
      relationship,
      since: null,
      until: null,
      version: 1,
    }
    const related = relatedPersonOf({ caring, carer: bare }, 'http://x')
    const codes = [...JSON.stringify(related['relationship']).matchAll(/"code":"(\w+)"/g)].map(
      ([, each]) => each,
    )
    assert.deepEqual(codes, code === null ? ['Carer'] : ['Carer', code])
    validated(related)
  })
}

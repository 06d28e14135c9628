import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duties, type Duty } from '#platform/access/duties.ts'
import { chargeOf } from './duties.rules.ts'

const opens: Record<Duty, boolean> = {
  carer: false,
  referrer: true,
  adviser: true,
  assessor: true,
  key_worker: true,
  manager: true,
  council_practitioner: true,
  safeguarding_lead: true,
  commissioner: false,
  analyst: false,
  administrator: false,
}

for (const duty of duties) {
  test(`the duty of ${duty} ${opens[duty] ? 'opens' : 'opens no'} records at its organisation`, () => {
    const charge = chargeOf([{ organisationId: 7, duties: [duty] }], null)
    assert.deepEqual(charge, { duties: [duty], organisationIds: opens[duty] ? [7] : [] })
  })
}

test('a manager who is an analyst elsewhere opens records only where they manage', () => {
  const charge = chargeOf(
    [
      { organisationId: 1, duties: ['manager'] },
      { organisationId: 2, duties: ['analyst'] },
    ],
    null,
  )
  assert.deepEqual(charge, { duties: ['manager', 'analyst'], organisationIds: [1] })
})

test('an account with a record of its own is a carer, without any organisation', () => {
  assert.deepEqual(chargeOf([], '0190a6f0-0000-7000-8000-000000000001'), {
    duties: ['carer'],
    organisationIds: [],
  })
})

test('an account without record and membership may do nothing', () => {
  assert.deepEqual(chargeOf([], null), { duties: [], organisationIds: [] })
})

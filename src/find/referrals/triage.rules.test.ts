import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { canTake, referralStates, referralSteps, type ReferralStep } from './referral.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { declineOutcomes } from './triage-forms.ts'
import { kindDoubt } from './triage.rules.ts'

const today = isoDate('2018-03-29')
const kinds: readonly [kind: CarerKind, born: string | null, age: number | null, fits: boolean][] =
  [
    ['adult_carer', '2000-03-29', null, true],
    ['adult_carer', '2000-03-30', null, false],
    ['young_carer', '2000-03-30', null, true],
    ['young_carer', '2000-03-29', null, false],
    ['young_adult_carer', null, 17, true],
    ['young_adult_carer', null, 26, false],
    ['young_adult_carer', null, 15, false],
    ['parent_carer', null, 17, false],
    ['parent_carer', null, 40, true],
    ['adult_carer', null, null, true],
  ]

for (const [kind, born, age, fits] of kinds) {
  test(`a ${kind.replaceAll('_', ' ')} born ${born ?? `about ${age} years ago`} ${fits ? 'fits' : 'is doubted'}`, () => {
    const about = { dateOfBirth: born === null ? null : isoDate(born), age }
    assert.equal(kindDoubt(kind, about, today) === null, fits)
  })
}

const possible: Readonly<Record<string, string>> = {
  new: 'accept decline pass ask',
  asked: 'accept decline pass answer',
  accepted: 'close',
  declined: '',
  closed: '',
}

for (const state of referralStates) {
  test(`from "${state}" a referral can go on by: ${possible[state] || 'nothing'}`, () => {
    const steps = (Object.keys(referralSteps) as ReferralStep[]).filter((step) =>
      canTake(step, state),
    )
    assert.equal(steps.join(' '), possible[state])
  })
}

test('every outcome that triage can choose is one of the code list', () => {
  for (const outcome of declineOutcomes)
    assert.ok(codesOf('referral-outcomes').includes(outcome), outcome)
})

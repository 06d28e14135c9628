import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isoDate } from '#platform/lib/dates.ts'
import { agreesBeforeATalk, sharingAskedIn, type SharingAsked } from './sharing-asked.rules.ts'

const today = isoDate('2018-03-29')

const words: readonly [who: string, kind: string, born: string | null, age: number | null, enough: boolean][] = [
  ['an adult', 'adult_carer', '1951-03-27', null, true],
  ['an adult of no known age', 'adult_carer', null, null, true],
  ['a young carer of 16 today', 'young_carer', '2002-03-29', null, true],
  ['a young carer who is 16 tomorrow', 'young_carer', '2002-03-30', null, false],
  ['a young carer of about 12', 'young_carer', null, 12, false],
  ['a young carer of no known age', 'young_carer', null, null, false],
  ['a young adult carer of no known age', 'young_adult_carer', null, null, true],
] // prettier-ignore

for (const [who, kind, dateOfBirth, age, enough] of words) {
  test(`the word of ${who}, passed on by another, is ${enough ? '' : 'not '}enough`, () =>
    assert.equal(agreesBeforeATalk({ kind, told: { dateOfBirth, age } }, today), enough))
}

const asked = (more: Partial<SharingAsked>): SharingAsked => ({
  sender: false,
  practice: null,
  council: false,
  purposes: ['identity'],
  ...more,
})
const told = { dateOfBirth: null, age: null }

test('what was asked is read from a door or a registration, and is nothing where nobody is named', () => {
  const kind = 'adult_carer'
  assert.equal(sharingAskedIn({ kind, told: null }), null)
  assert.equal(sharingAskedIn({ kind, told }), null)
  assert.equal(sharingAskedIn({ kind, told: { ...told, mayKnow: asked({}) } }), null)
  const sender = asked({ sender: true })
  assert.deepEqual(sharingAskedIn({ kind, told: { ...told, mayKnow: sender } }), sender)
  const own = { mayKnow: { practice: 'Davenal House', council: false, purposes: [] } }
  const registered = sharingAskedIn({ kind, told: { ...told, own } })
  assert.deepEqual(registered, asked({ practice: 'Davenal House', purposes: [] }))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { elsewhereInWords, type CouncilFound } from './council.rules.ts'

const ours: CouncilFound = { is: 'ours' }
const birmingham: CouncilFound = { is: 'other', name: 'Birmingham' }
const here = 'Worcestershire'

const cases: readonly [string, Parameters<typeof elsewhereInWords>[0], RegExp | null][] = [
  [
    'a carer and the person in the county',
    { kind: 'adult_carer', own: ours, theirs: ours, here },
    null,
  ],
  [
    'a carer outside, the person in the county',
    { kind: 'adult_carer', own: birmingham, theirs: ours, here },
    null,
  ],
  [
    'a carer in the county, the person outside',
    { kind: 'adult_carer', own: ours, theirs: birmingham, here },
    /The council that must assess you is Birmingham, because the person you look after lives there/,
  ],
  [
    'a carer outside, living with the person',
    { kind: 'adult_carer', own: birmingham, theirs: null, here },
    /Your own council is Birmingham/,
  ],
  [
    'a parent carer outside',
    { kind: 'parent_carer', own: birmingham, theirs: null, here },
    /Your own council is Birmingham, because your family lives there/,
  ],
  [
    'a parent carer in the county, whatever is said of the child',
    { kind: 'parent_carer', own: ours, theirs: birmingham, here },
    null,
  ],
  [
    'a young carer outside',
    { kind: 'young_carer', own: birmingham, theirs: null, here },
    /your family lives there/,
  ],
  [
    'a post district of several councils',
    { kind: 'adult_carer', own: { is: 'unknown' }, theirs: null, here },
    /not sure whether that postcode is in Worcestershire/,
  ],
  [
    'Wales',
    { kind: 'adult_carer', own: ours, theirs: { is: 'not_in_england' }, here },
    /not in England/,
  ],
]

for (const [what, homes, words] of cases) {
  test(`${what}: ${words === null ? 'nothing to say' : 'told, and not turned away'}`, () => {
    const said = elsewhereInWords(homes)
    if (words === null) assert.equal(said, null)
    else {
      assert.match(said ?? '', words)
      assert.match(said ?? '', /^We can still help you/)
    }
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  responsibleAuthority,
  type CarerKind,
  type Home,
  type Responsibility,
} from './responsible-authority.rules.ts'

const here: Home = { is: 'here' }
const shropshire: Home = { is: 'elsewhere', area: 'Shropshire' }
const unsettled: Home = { is: 'no_settled_home' }
const unknown: Home = { is: 'unknown' }

const cases: readonly [string, CarerKind, Home, readonly Home[], Responsibility['answer']][] = [
  [
    'a carer from elsewhere who looks after an adult here is ours',
    'adult_carer',
    shropshire,
    [here],
    'ours',
  ],
  [
    'a carer from here who looks after an adult elsewhere is not',
    'adult_carer',
    here,
    [shropshire],
    'another',
  ],
  ['one of two adults here is enough', 'adult_carer', here, [shropshire, here], 'ours'],
  [
    'an adult here without a settled home counts as here',
    'adult_carer',
    shropshire,
    [unsettled],
    'ours',
  ],
  [
    'an adult whose home is not known leaves it open',
    'adult_carer',
    here,
    [shropshire, unknown],
    'unknown',
  ],
  ['nobody named to care for leaves it open', 'adult_carer', here, [], 'unknown'],
  ['a parent carer follows the family', 'parent_carer', here, [shropshire], 'ours'],
  ['a young carer follows the family too', 'young_carer', shropshire, [here], 'another'],
  [
    'a young carer whose home is not known leaves it open',
    'young_carer',
    unknown,
    [here],
    'unknown',
  ],
]

for (const [name, kind, carer, caredFor, answer] of cases) {
  test(name, () => {
    const found = responsibleAuthority({ kind, carer, caredFor })
    assert.equal(found.answer, answer)
    assert.match(found.ref, kind === 'adult_carer' ? /s\.13\(4\)\(b\)/ : /Children Act 1989/)
    assert.notEqual(found.reason, '')
  })
}

test('the reason names the area that answers, and the exception for a placement', () => {
  const { reason } = responsibleAuthority({
    kind: 'adult_carer',
    carer: here,
    caredFor: [shropshire],
  })
  assert.match(reason, /lives in Shropshire/)
  assert.match(reason, /s\.39/)
})

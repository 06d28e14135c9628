import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#platform/access/actor.ts'
import { knownThroughCarer } from './known-through-carer.rules.ts'

type As = Pick<Actor, 'organisationIds' | 'personId' | 'duties'>
const brian = { id: 'brian', identityReaders: [1, -4] }
const adviser: As = { organisationIds: [2], personId: null, duties: ['adviser'] }

const cases: readonly [string, As, boolean][] = [
  ['who works with his wife alone', adviser, true],
  ['who works with him', { ...adviser, organisationIds: [1, 2] }, false],
  ['who opened his record without agreement', { ...adviser, organisationIds: [2, -4] }, false],
  ['a council practitioner', { ...adviser, duties: ['council_practitioner'] }, false],
  ['himself', { organisationIds: [], personId: 'brian', duties: ['carer'] }, false],
  ['the house', { organisationIds: [], personId: null, duties: ['system'] }, false],
]

for (const [who, actor, through] of cases)
  test(`${who}: ${through ? 'who he is' : 'more than that'}`, () =>
    assert.equal(knownThroughCarer(brian, actor), through))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { purposeOfLook } from './purpose-of-look.ts'

const cases: readonly (readonly [string, string | null])[] = [
  ['GET /carers/:id', 'to see how things stand with you'],
  ['GET /carers/:id/contacts/new', 'to log a contact with you'],
  ['GET /assessments/:id/sections/:section', 'to write your assessment'],
  ['GET /assessments/:id/decision', 'to work on your assessment'],
  ['GET /plans/:id/copy/:format', 'to give you a copy of your plan'],
  ['GET /plans/:id/review', 'to look at your plan again with you'],
  ['GET /carers/:id/plan/new', 'to work on your support plan'],
  ['GET /duplicates/:id', 'to check that you are on the register only once'],
  ['demo cases', null],
]
for (const [route, words] of cases) {
  test(`${route}: ${words ?? 'no words'}`, () => assert.equal(purposeOfLook(route), words))
}

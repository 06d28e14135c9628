import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  kindNames,
  offeredSteps,
  stateAfter,
  states,
  stepsFrom,
  whyNotYet,
  type ConcernState,
} from './concern.ts'

const every = Object.keys(states) as ConcernState[]

test('no concern is closed before somebody has looked at it', () => {
  assert.equal(stateAfter('raised', 'close'), null)
  assert.equal(stateAfter('looked_at', 'close'), 'closed')
})

test('what was referred is not closed before its outcome is known', () => {
  assert.equal(stateAfter('referred', 'close'), null)
  assert.equal(stateAfter('referred', 'outcome'), 'outcome_known')
  assert.equal(stateAfter('outcome_known', 'close'), 'closed')
})

test('none is closed before whoever raised it was told, unless that is who closes it', () => {
  const concern = { toldAt: null, raisedBy: 'jo', raisedByName: 'Jo Pugh' }
  assert.match(whyNotYet('close', concern, 'ruth') ?? '', /Tell Jo Pugh what came of it first/)
  assert.equal(whyNotYet('close', concern, 'jo'), null)
  assert.equal(whyNotYet('close', { ...concern, toldAt: '2018-04-03T10:00:00Z' }, 'ruth'), null)
  assert.equal(whyNotYet('outcome', concern, 'ruth'), null)
})

test('a receipt needs something that was referred', () => {
  for (const state of every.filter((each) => each !== 'referred'))
    assert.equal(stateAfter(state, 'receipt'), null)
})

test('a note can be written and the raiser told in every state, closed ones too', () => {
  for (const state of every) {
    assert.equal(stateAfter(state, 'note'), state)
    assert.equal(stateAfter(state, 'tell'), state)
  }
})

test('from every state some step leads on, and every step offered can be taken', () => {
  for (const state of every) {
    assert.ok(stepsFrom(state).some((step) => stateAfter(state, step) !== state))
    for (const step of stepsFrom(state)) assert.ok(offeredSteps.includes(step))
  }
})

test('a kind is called by its name for an adult or a child', () => {
  assert.equal(
    kindNames({ about: 'adult', kinds: ['neglect', 'financial'] }),
    'Neglect, or nobody acting, Financial or material abuse',
  )
  assert.equal(kindNames({ about: 'child', kinds: ['neglect'] }), 'Neglect')
})

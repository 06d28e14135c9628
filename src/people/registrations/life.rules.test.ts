import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { duties } from '#platform/access/duties.ts'
import { isoDate } from '#platform/lib/dates.ts'
import reasons from '../../../data/codes/close-reasons.json' with { type: 'json' }
import statuses from '../../../data/codes/statuses.json' with { type: 'json' }
import {
  follows,
  lifeState,
  lifeStates,
  lifeSteps,
  type LifeState,
  type Stored,
  stepNames,
  type StepName,
  stepOf,
  stepsFrom,
  storedState,
  supportUntil,
} from './life.rules.ts'

const byAdviser: Readonly<Record<LifeState, readonly StepName[]>> = {
  asked: ['accept', 'end_caring', 'move_away', 'leave', 'die'],
  active: ['pause', 'change', 'end_caring', 'move_away', 'leave', 'die'],
  paused: ['resume', 'change', 'end_caring', 'move_away', 'leave', 'die'],
  caring_changed: ['pause', 'settle', 'end_caring', 'move_away', 'leave', 'die'],
  caring_ended: ['die'],
  moved_away: ['die'],
  left: ['die'],
  died: [],
}

for (const state of lifeStates) {
  test(`from ${state} an adviser takes: ${byAdviser[state].join(', ') || 'no step'}`, () => {
    assert.deepEqual(stepsFrom(state, ['adviser']), byAdviser[state])
  })
}

for (const state of ['caring_ended', 'moved_away', 'left', 'died'] as const) {
  test(`a manager puts right what made a registration ${state} by mistake`, () => {
    assert.ok(stepsFrom(state, ['manager']).includes('correct'))
  })
}

for (const duty of duties.filter(
  (each) => !['adviser', 'assessor', 'key_worker', 'manager'].includes(each),
)) {
  test(`nobody takes a step as ${duty}`, () => {
    for (const state of lifeStates) assert.deepEqual(stepsFrom(state, [duty]), [])
  })
}

const meant: readonly [stored: Stored, died: string | null, state: LifeState][] = [
  [{ state: 'asked', endedOn: null, endReason: null }, null, 'asked'],
  [{ state: 'active', endedOn: null, endReason: null }, null, 'active'],
  [{ state: 'paused', endedOn: null, endReason: null }, null, 'paused'],
  [
    { state: 'ended', endedOn: isoDate('2017-06-01'), endReason: 'cared_for_died' },
    null,
    'caring_ended',
  ],
  [
    { state: 'ended', endedOn: isoDate('2017-06-01'), endReason: 'care_home' },
    null,
    'caring_ended',
  ],
  [
    { state: 'ended', endedOn: isoDate('2017-06-01'), endReason: 'caring_ended' },
    null,
    'caring_ended',
  ],
  [{ state: 'ended', endedOn: isoDate('2017-06-01'), endReason: 'moved_away' }, null, 'moved_away'],
  [{ state: 'ended', endedOn: isoDate('2017-06-01'), endReason: 'carer_died' }, null, 'died'],
  [{ state: 'ended', endedOn: isoDate('2017-06-01'), endReason: 'own_wish' }, null, 'left'],
  [{ state: 'ended', endedOn: null, endReason: null }, null, 'left'],
  [{ state: 'active', endedOn: null, endReason: null }, '2018-01-02', 'died'],
]

for (const [stored, died, state] of meant) {
  const told = `${stored.state}${stored.endReason === null ? '' : `, ${stored.endReason}`}`
  test(`${told}${died === null ? '' : ', and died since'} means ${state}`, () => {
    assert.equal(lifeState(stored, died === null ? null : isoDate(died)), state)
  })
}

test('every status and reason of a previous system has its place, stored as it was', () => {
  for (const { id } of statuses.items)
    for (const reason of [null, ...reasons.items.map((each) => each.id)]) {
      const stored = {
        state: id as Stored['state'],
        endedOn: null,
        endReason: id === 'ended' ? reason : null,
      }
      assert.equal(storedState(lifeState(stored, null)), id)
    }
})

test('every reason belongs to one step, and leads where that step leads', () => {
  const given = stepNames.flatMap((name) =>
    stepOf(name).reasons.map((reason) => [reason, name] as const),
  )
  assert.deepEqual(
    given.map(([reason]) => reason).toSorted(),
    reasons.items.map(({ id }) => id).toSorted(),
  )
  for (const [endReason, name] of given)
    assert.equal(lifeState({ state: 'ended', endedOn: null, endReason }, null), lifeSteps[name].to)
})

test('however the steps are taken, an end is stored as ended and only a manager leaves it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 12 }), (choices) => {
      let state: LifeState = 'asked'
      for (const choice of choices) {
        const steps = stepsFrom(state, ['adviser'])
        const step = steps[choice % Math.max(1, steps.length)]
        if (step === undefined) break
        const to: LifeState = lifeSteps[step].to
        if (storedState(state) === 'ended') assert.equal(to, 'died')
        assert.equal(follows[to].workEnds, storedState(to) === 'ended')
        state = to
      }
    }),
  )
})

test('messages stop where someone died or caring ended, and nowhere else', () => {
  assert.deepEqual(
    lifeStates.filter((state) => follows[state].messagesStop),
    ['caring_ended', 'died'],
  )
})

test('support is open for three years after caring ended, and not after a death or a move', () => {
  const on = isoDate('2016-02-29')
  assert.equal(supportUntil('caring_ended', on), '2019-02-28')
  assert.equal(supportUntil('died', on), null)
  assert.equal(supportUntil('moved_away', on), null)
  assert.equal(supportUntil('caring_ended', null), null)
})

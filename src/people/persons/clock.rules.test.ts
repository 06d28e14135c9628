import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays, isoDate } from '#platform/lib/dates.ts'
import { type ClockEvent, clockSteps, pathwayClock } from './clock.rules.ts'

const today = isoDate('2018-03-29')

/** `asked 2018-03-11, talked 2018-03-12` as events. */
const events = (words: string): ClockEvent[] =>
  words.split(', ').map((each) => {
    const [step = '', on = ''] = each.split(' ')
    return { step: step as ClockEvent['step'], on: isoDate(on) }
  })

const table: readonly [name: string, given: string, states: string, days: number][] = [
  ['someone who has just asked is next talked with', 'asked 2018-03-29', '● ◐ ○ ○ ○', 0],
  [
    'someone assessed waits for the decision',
    'asked 2018-03-11, talked 2018-03-12, assessed 2018-03-20',
    '● ● ● ◐ ○',
    18,
  ],
  [
    'the clock stands when support starts',
    'asked 2018-01-01, talked 2018-01-02, assessed 2018-01-20, decided 2018-01-21, supported 2018-01-31',
    '● ● ● ● ●',
    30,
  ],
  [
    'a step that was not needed is passed over',
    'asked 2018-03-01, assessed 2018-03-09',
    '● – ● ◐ ○',
    28,
  ],
  [
    'asking again while it runs does not set the clock back',
    'asked 2018-03-01, talked 2018-03-05, asked 2018-03-20',
    '● ● ◐ ○ ○',
    28,
  ],
  [
    'asking again after support started starts it anew',
    'asked 2017-01-01, talked 2017-01-02, supported 2017-01-03, asked 2018-03-28',
    '● ◐ ○ ○ ○',
    1,
  ],
  [
    'a matter that was closed waits for nothing',
    'asked 2017-07-12, talked 2017-07-13, ended 2017-07-13',
    '● ● ○ ○ ○',
    1,
  ],
  [
    'asking again after it was closed starts it anew',
    'asked 2017-07-12, ended 2017-07-13, asked 2018-03-26',
    '● ◐ ○ ○ ○',
    3,
  ],
  [
    'what happened before anyone asked does not count',
    'talked 2018-01-01, assessed 2018-01-02, asked 2018-03-28',
    '● ◐ ○ ○ ○',
    1,
  ],
  [
    'talking on the very day of asking counts, in whichever order it is told',
    'talked 2018-03-28, asked 2018-03-28',
    '● ● ◐ ○ ○',
    1,
  ],
]

const signs = { done: '●', now: '◐', later: '○', passed_over: '–' }

for (const [name, given, states, days] of table) {
  test(name, () => {
    const clock = pathwayClock(events(given), today)
    assert.equal(clock?.steps.map(({ state }) => signs[state]).join(' '), states)
    assert.equal(clock?.days, days)
  })
}

test('there is no clock where nobody has asked', () => {
  assert.equal(pathwayClock([], today), null)
  assert.equal(pathwayClock(events('talked 2018-03-01'), today), null)
})

const anyEvent = fc.record({
  step: fc.constantFrom(...clockSteps, 'ended' as const),
  on: fc.integer({ min: 0, max: 400 }).map((days) => addDays(isoDate('2017-03-01'), days)),
})

test('the order in which rooms hand their dates over makes no difference', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (given) => {
      assert.deepEqual(pathwayClock(given, today), pathwayClock(given.toReversed(), today))
    }),
  )
})

test('no step of the clock lies before its asking, at most one is next, and none is next once it stopped', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (given) => {
      const clock = pathwayClock(given, today)
      if (clock === null) return
      for (const { on } of clock.steps) assert.ok(on === null || on >= clock.askedOn)
      const next = clock.steps.filter(({ state }) => state === 'now').length
      assert.ok(next <= (clock.stoppedOn === null ? 1 : 0))
      assert.ok(clock.days >= 0)
    }),
  )
})

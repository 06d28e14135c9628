import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import { pathwaySteps, shippedStepTargets } from './pathway.ts'
import {
  pathwayClock,
  type ClockEvent,
  type ClockWaiting,
  type PathwayClock,
} from './pathway.rules.ts'

const today = isoDate('2018-03-29')
const reckoning = { targets: shippedStepTargets, holidays: bankHolidays }
const clockOf = (
  given: readonly ClockEvent[],
  waiting: readonly ClockWaiting[] = [],
  on: IsoDate = today,
): PathwayClock | null => pathwayClock({ events: given, waiting }, on, reckoning)

/** `asked 2018-03-11, talked 2018-03-12` as events. */
const events = (words: string): ClockEvent[] =>
  words.split(', ').map((each) => {
    const [step = '', on = ''] = each.split(' ')
    return { step: step as ClockEvent['step'], on: isoDate(on) }
  })

const table: readonly [name: string, given: string, states: string, days: number][] = [
  ['someone who has just asked is next talked with', 'asked 2018-03-29', '● ◐ ○ ○ ○ ○ ○', 0],
  [
    'someone assessed waits for the decision',
    'asked 2018-03-11, talked 2018-03-12, assessed 2018-03-20',
    '● ● ● ◐ ○ ○ ○',
    18,
  ],
  [
    'the clock stands when support starts',
    'asked 2018-01-01, talked 2018-01-02, assessed 2018-01-20, decided 2018-01-21, planned 2018-01-25, supported 2018-01-31',
    '● ● ● ● ● ● ○',
    30,
  ],
  [
    'a step that was not needed is passed over',
    'asked 2018-03-01, assessed 2018-03-09',
    '● – ● ◐ ○ ○ ○',
    28,
  ],
  [
    'asking again while it runs does not set the clock back',
    'asked 2018-03-01, talked 2018-03-05, asked 2018-03-20',
    '● ● ◐ ○ ○ ○ ○',
    28,
  ],
  [
    'asking again after support started starts it anew',
    'asked 2017-01-01, talked 2017-01-02, supported 2017-01-03, asked 2018-03-28',
    '● ◐ ○ ○ ○ ○ ○',
    1,
  ],
  [
    'a matter that was closed waits for nothing',
    'asked 2017-07-12, talked 2017-07-13, ended 2017-07-13',
    '● ● ○ ○ ○ ○ ○',
    1,
  ],
  [
    'asking again after it was closed starts it anew',
    'asked 2017-07-12, ended 2017-07-13, asked 2018-03-26',
    '● ◐ ○ ○ ○ ○ ○',
    3,
  ],
  [
    'what happened before anyone asked does not count',
    'talked 2018-01-01, assessed 2018-01-02, asked 2018-03-28',
    '● ◐ ○ ○ ○ ○ ○',
    1,
  ],
  [
    'support that nobody wrote down has started where the plan was reviewed',
    'asked 2018-01-01, planned 2018-01-11, reviewed 2018-03-08',
    '● – – – ● – ●',
    66,
  ],
  [
    'a review of an earlier plan says nothing of what was asked after it',
    'asked 2017-01-01, planned 2017-02-01, supported 2017-02-01, asked 2018-03-01, reviewed 2018-03-08',
    '● ◐ ○ ○ ○ ○ ○',
    28,
  ],
  [
    'talking on the very day of asking counts, in whichever order it is told',
    'talked 2018-03-28, asked 2018-03-28',
    '● ● ◐ ○ ○ ○ ○',
    1,
  ],
]

const signs = { done: '●', now: '◐', later: '○', passed_over: '–' }

for (const [name, given, states, days] of table) {
  test(name, () => {
    const clock = clockOf(events(given))
    assert.equal(clock?.steps.map(({ state }) => signs[state]).join(' '), states)
    assert.equal(clock?.days, days)
  })
}

test('there is no clock where nobody has asked', () => {
  assert.equal(clockOf([]), null)
  assert.equal(clockOf(events('talked 2018-03-01')), null)
})

const anyEvent = fc.record({
  step: fc.constantFrom(...pathwaySteps, 'ended' as const),
  on: fc.integer({ min: 0, max: 400 }).map((days) => addDays(isoDate('2017-03-01'), days)),
})

test('the order in which rooms hand their dates over makes no difference', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (given) => {
      assert.deepEqual(clockOf(given), clockOf(given.toReversed()))
    }),
  )
})

test('no step of the clock lies before its asking, one is next while it runs, and none once it was closed', () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (given) => {
      const clock = clockOf(given)
      if (clock === null) return
      for (const { on } of clock.steps) assert.ok(on === null || on >= clock.askedOn)
      const next = clock.steps.filter(({ state }) => state === 'now').length
      assert.equal(next, clock.stoppedOn === null ? 1 : 0)
      assert.equal(next === 1, clock.now !== null)
      assert.ok(clock.days >= 0)
    }),
  )
})

const waiting = (
  step: ClockWaiting['step'],
  sinceOn: string,
  promisedOn: string | null = null,
) => ({
  step,
  sinceOn: isoDate(sinceOn),
  promisedOn: promisedOn === null ? null : isoDate(promisedOn),
})

const nexts: readonly [
  name: string,
  given: string,
  waits: readonly ClockWaiting[],
  next: string | null,
][] = [
  [
    'a talk has the day that was promised for it',
    'asked 2018-03-05',
    [waiting('talked', '2018-03-05', '2018-04-03')],
    'talked by 2018-04-03 amber',
  ],
  [
    'a day that was promised and has passed is red',
    'asked 2018-03-05',
    [waiting('talked', '2018-03-05', '2018-03-28')],
    'talked by 2018-03-28 red',
  ],
  ['where nobody promised a talk there is no day', 'asked 2018-03-05', [], 'talked'],
  [
    'an assessment counts from the talk where nobody has asked for one',
    'asked 2018-03-01, talked 2018-03-05',
    [],
    'assessed by 2018-04-04 amber',
  ],
  [
    'and from the day of asking where somebody has, without waiting for a talk',
    'asked 2018-03-12',
    [waiting('assessed', '2018-03-12')],
    'assessed by 2018-04-11 green',
  ],
  [
    'the one that has waited longest counts',
    'asked 2018-03-01, talked 2018-03-02',
    [waiting('assessed', '2018-03-20'), waiting('assessed', '2018-03-12')],
    'assessed by 2018-04-11 green',
  ],
  [
    'a decision is due five working days after the assessment, across Easter',
    'asked 2018-03-01, talked 2018-03-05, assessed 2018-03-28',
    [waiting('decided', '2018-03-28')],
    'decided by 2018-04-06 green',
  ],
  [
    'after support has started its review is next, by its own day',
    'asked 2018-01-01, planned 2018-02-01, supported 2018-02-05',
    [waiting('reviewed', '2018-03-15', '2018-03-29')],
    'reviewed by 2018-03-29 amber',
  ],
  [
    'the review of an earlier plan is no step of what was asked since',
    'asked 2018-03-26, talked 2018-03-27',
    [waiting('reviewed', '2018-03-15', '2018-03-29')],
    'assessed by 2018-04-26 green',
  ],
  ['what was closed waits for nothing', 'asked 2018-03-01, ended 2018-03-20', [], null],
]

for (const [name, given, waits, next] of nexts) {
  test(name, () => {
    const now = clockOf(events(given), waits)?.now ?? null
    const { dueOn, tone } = now?.clock ?? {}
    const words = dueOn === undefined ? now?.step : `${now?.step} by ${dueOn} ${tone}`
    assert.equal(words ?? null, next)
  })
}

test('the kind of carer that the last room told decides by which promise a step is read', () => {
  const asked = { step: 'asked', on: isoDate('2018-03-01'), kind: 'young_carer' } as const
  const talked = { step: 'talked', on: isoDate('2018-03-05') } as const
  assert.equal(clockOf([asked, talked])?.now?.clock?.of, 45)
  const older = { ...talked, kind: 'young_adult_carer' } as const
  assert.equal(clockOf([asked, older])?.now?.clock?.of, 20)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathwayClock, type ClockEvent } from '#people/pathway/pathway.rules.ts'
import { shippedStepTargets } from '#people/pathway/pathway.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import { nextSteps } from './next-step.rules.ts'

const reckoning = { targets: shippedStepTargets, holidays: bankHolidays }
const on = (step: ClockEvent['step'], day: string): ClockEvent => ({ step, on: isoDate(day) })
const asked = on('asked', '2018-03-01')
const talked = on('talked', '2018-03-05')
const assessed = on('assessed', '2018-03-28')
const decided = on('decided', '2018-03-29')
const planned = on('planned', '2018-03-29')
const supported = on('supported', '2018-03-30')

/** What the carer reads on a day, for what has happened; a talk and a review have promised days. */
function read(today: string, events: readonly ClockEvent[]): string {
  const waiting = [
    { step: 'talked', sinceOn: isoDate('2018-03-01'), promisedOn: isoDate('2018-04-06') },
    { step: 'reviewed', sinceOn: isoDate('2018-05-10'), promisedOn: isoDate('2018-05-24') },
  ] as const
  const clock = pathwayClock({ events, waiting }, isoDate(today), reckoning)
  return nextSteps(clock, isoDate(today)).join(' ')
}

const cases: readonly [string, readonly ClockEvent[], RegExp][] = [
  ['nobody asked', [], /^Nothing is under way/],
  [
    'asked',
    [asked],
    /^We were asked on 1 March 2018\. Next, someone gets in touch .* We aim to talk with you by Friday 6 April 2018\.$/,
  ],
  [
    'talked with',
    [asked, talked],
    /It is called an assessment\. We aim to do that by Wednesday 4 April 2018\.$/,
  ],
  [
    'assessed',
    [asked, talked, assessed],
    /what you are entitled to, .* We aim to decide by Friday 6 April 2018\.$/,
  ],
  [
    'decided',
    [asked, talked, assessed, decided],
    /write your support plan with you\. We aim to agree it with you by Monday 30 April 2018\.$/,
  ],
  ['plan agreed', [asked, decided, planned], /We aim to begin by Monday 30 April 2018\.$/],
  [
    'supported',
    [asked, planned, supported],
    /^Your support began on 30 March 2018\. .* It is called a review\. We aim to do that by Thursday 24 May 2018\.$/,
  ],
  [
    'closed',
    [asked, talked, on('ended', '2018-03-20')],
    /^We finished this on 20 March 2018\. You can come back/,
  ],
]

for (const [state, events, words] of cases) {
  test(`${state}: ${words.source}`, () => assert.match(read('2018-04-03', events), words))
}

test('a day that has passed is owned up to, with what the carer can do', () => {
  assert.match(
    read('2018-04-07', [asked, talked, assessed]),
    /We aimed to decide by Friday 6 April 2018\. We are late, and we are sorry\. You can ring us/,
  )
})

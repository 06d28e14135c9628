import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathwayClock, type ClockEvent } from '#people/persons/clock.rules.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { nextStep } from './next-step.rules.ts'

const today = isoDate('2018-04-03')
const on = (step: ClockEvent['step'], day: string): ClockEvent => ({ step, on: isoDate(day) })
const asked = on('asked', '2018-03-01')
const talked = on('talked', '2018-03-05')
const assessed = on('assessed', '2018-03-12')
const decided = on('decided', '2018-03-14')

const cases: readonly [string, readonly ClockEvent[], RegExp][] = [
  ['nobody asked', [], /Nothing is under way/],
  ['asked', [asked], /someone gets in touch to talk/],
  ['talked', [asked, talked], /It is called an assessment/],
  ['assessed', [asked, talked, assessed], /we decide what you are entitled to/],
  ['decided', [asked, talked, assessed, decided], /we write your support plan with you/],
  [
    'supported',
    [asked, decided, on('supported', '2018-03-20')],
    /^Your support began on 20 March 2018/,
  ],
  ['closed', [asked, talked, on('ended', '2018-03-20')], /^We finished this on 20 March 2018/],
]

for (const [state, events, words] of cases) {
  test(`${state}: ${words.source}`, () =>
    assert.match(nextStep(pathwayClock(events, today)), words))
}

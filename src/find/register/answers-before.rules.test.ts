import assert from 'node:assert/strict'
import { test } from 'node:test'
import { values, type Answers } from '../am-i-a-carer/answers.ts'
import { answersBefore } from './answers-before.rules.ts'
import { stepsOf } from './steps.ts'
import { isoDate } from '#platform/lib/dates.ts'

const of = { way: 'adult', today: isoDate('2026-11-22') } as const

const cases: readonly [string, Answers, ReturnType<typeof answersBefore>][] = [
  ['nothing gives nothing', {}, {}],
  [
    'a partner is a spouse or partner',
    { who: ['partner'] },
    { 'who-you-look-after': { relationship: 'spouse_partner' } },
  ],
  [
    'two people are more than one',
    { who: ['partner', 'parent'] },
    { 'who-you-look-after': { relationship: 'more_than_one' } },
  ],
  ['another adult may be anyone, so it is asked', { who: ['other_adult'] }, {}],
  ['an illness may be any, so it is asked', { why: ['illness', 'memory'] }, {}],
  [
    'frailty and addiction are known',
    { why: ['frailty', 'addiction'] },
    { 'about-them': { conditions: ['frailty', 'substance_misuse'] } },
  ],
  ['35 hours or more may be two bands, so it is asked', { hours: '35_or_more' }, {}],
  ['up to 19 hours are a band', { hours: 'under_20' }, { 'how-much-time': { hoursBand: '1_19' } }],
]

for (const [what, told, expected] of cases) {
  test(what, () => assert.deepEqual(answersBefore(told), expected))
}

test('whatever is carried over is an answer that its page takes', () => {
  for (const who of values.who) {
    const answers = answersBefore({ who: [who], why: [...values.why], hours: 'not_sure' })
    for (const [slug, body] of Object.entries(answers)) {
      const page = stepsOf('adult').find((each) => each.slug === slug)
      assert.ok(page?.read(body, of).ok, `${slug} takes ${JSON.stringify(body)}`)
    }
  }
})

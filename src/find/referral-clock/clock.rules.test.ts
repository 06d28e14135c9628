import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import { carerKinds } from '#people/persons/involvement.ts'
import { answerClock, answerDueOn, stalls, talkDueOn, targetFor } from './clock.rules.ts'
import { shippedTargets, type Target } from './target.ts'

const shipped = { targets: shippedTargets, holidays: bankHolidays }
const asked = (receivedOn: string, urgent = false) => ({
  kind: 'adult_carer' as const,
  urgent,
  receivedOn: isoDate(receivedOn),
})

const due: readonly [name: string, receivedOn: string, urgent: boolean, dueOn: string][] = [
  ['five working days for most', '2018-03-05', false, '2018-03-12'],
  ['the next working day where it is urgent', '2018-03-05', true, '2018-03-06'],
  ['Monday for what is urgent on a Friday', '2018-03-09', true, '2018-03-12'],
  ['not counting Good Friday and Easter Monday', '2018-03-28', false, '2018-04-06'],
  ['not counting Christmas and the New Year', '2018-12-21', false, '2019-01-02'],
]

for (const [name, receivedOn, urgent, dueOn] of due) {
  test(`an answer is due: ${name}`, () => {
    assert.equal(answerDueOn(asked(receivedOn, urgent), shipped), dueOn)
  })
}

test('a first talk is due ten working days after the answer, the next one where it is urgent', () => {
  const on = isoDate('2018-03-05')
  assert.equal(talkDueOn(asked('2018-03-01'), on, shipped), '2018-03-19')
  assert.equal(talkDueOn(asked('2018-03-01', true), on, shipped), '2018-03-06')
})

const tones: readonly [today: string, answeredOn: string | null, used: number, tone: string][] = [
  ['2018-03-05', null, 0, 'green'],
  ['2018-03-07', null, 2, 'green'],
  ['2018-03-08', null, 3, 'amber'],
  ['2018-03-12', null, 5, 'amber'],
  ['2018-03-13', null, 6, 'red'],
  ['2018-04-20', '2018-03-09', 4, 'green'],
  ['2018-04-20', '2018-03-14', 7, 'red'],
]

for (const [today, answeredOn, used, tone] of tones) {
  const then = answeredOn === null ? `on ${today}` : `answered on ${answeredOn}`
  test(`asked on Monday 5 March and ${then}: ${used} of 5 working days, ${tone}`, () => {
    const answered = answeredOn === null ? null : isoDate(answeredOn)
    const clock = answerClock(
      { ...asked('2018-03-05'), answeredOn: answered },
      isoDate(today),
      shipped,
    )
    assert.deepEqual({ used: clock.used, of: clock.of, tone: clock.tone }, { used, of: 5, tone })
  })
}

test('a new promise holds for what comes from its day on, and what came before keeps the old one', () => {
  const own: Target = {
    kind: 'adult_carer',
    urgent: false,
    fromOn: isoDate('2018-04-01'),
    answerDays: 2,
    amberDays: 1,
    talkDays: 5,
  }
  const targets = [own, ...shippedTargets]
  assert.equal(targetFor(asked('2018-03-31'), targets).answerDays, 5)
  assert.equal(targetFor(asked('2018-04-01'), targets).answerDays, 2)
  assert.equal(targetFor(asked('2018-04-01', true), targets).answerDays, 1)
})

test('what is shipped promises something for every kind of carer, urgent or not', () => {
  for (const kind of carerKinds) {
    for (const urgent of [true, false]) {
      const target = targetFor({ kind, urgent, receivedOn: isoDate('2014-04-01') }, shippedTargets)
      assert.ok(target.amberDays <= target.answerDays)
    }
  }
})

const stalling: readonly [name: string, state: string, day: string, on: string | null][] = [
  ['a new one in its last day does not stall', 'new', '2018-03-12', null],
  ['a new one past its day stalls', 'new', '2018-03-13', 'answer'],
  ['one that waits for its sender stalls too: the carer waits', 'asked', '2018-03-13', 'answer'],
  [
    'one taken on stalls when nobody has rung by the day that was set',
    'accepted',
    '2018-03-21',
    'talk',
  ],
  ['one taken on does not stall on that day', 'accepted', '2018-03-20', null],
  ['one not taken on never stalls', 'declined', '2019-03-20', null],
  ['one that is closed never stalls', 'closed', '2019-03-20', null],
]

for (const [name, state, day, on] of stalling) {
  test(name, () => {
    const contactDueOn = isoDate('2018-03-20')
    const of = { ...asked('2018-03-05'), state, contactDueOn, firstContactOn: null }
    assert.equal(stalls(of, isoDate(day), shipped), on)
    const talked = { ...of, firstContactOn: isoDate('2018-03-19') }
    assert.equal(stalls(talked, isoDate(day), shipped), on === 'talk' ? null : on)
  })
}

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(isoDate('2015-01-01'), days))
const anyAsked = fc.record({
  kind: fc.constantFrom(...carerKinds),
  urgent: fc.boolean(),
  receivedOn: day,
})
const rank = { green: 0, amber: 1, red: 2 } as const

test('a clock that runs never gets better by waiting, and is red exactly when its day has passed', () => {
  fc.assert(
    fc.property(anyAsked, fc.nat(40), fc.nat(40), (of, gone, more) => {
      const at = (today: IsoDate) => answerClock({ ...of, answeredOn: null }, today, shipped)
      const first = addDays(of.receivedOn, gone)
      const [now, later] = [at(first), at(addDays(first, more))]
      assert.ok(rank[now.tone] <= rank[later.tone] && now.used <= later.used)
      assert.equal(now.tone === 'red', first > now.dueOn)
      assert.ok(now.used <= now.of || now.tone === 'red')
    }),
  )
})

test('an answer is never due on or before the day of asking, on no day off, and urgent ones never later', () => {
  fc.assert(
    fc.property(anyAsked, (of) => {
      const dueOn = answerDueOn(of, shipped)
      const weekday = Temporal.PlainDate.from(dueOn).dayOfWeek
      assert.ok(dueOn > of.receivedOn && weekday < 6 && !bankHolidays.has(dueOn))
      assert.ok(
        answerDueOn({ ...of, urgent: true }, shipped) <=
          answerDueOn({ ...of, urgent: false }, shipped),
      )
    }),
  )
})

test('once answered the clock stands still, whatever day it is read', () => {
  fc.assert(
    fc.property(anyAsked, fc.nat(30), fc.nat(400), (of, gone, after) => {
      const answeredOn = addDays(of.receivedOn, gone)
      const read = (today: IsoDate) => answerClock({ ...of, answeredOn }, today, shipped)
      assert.deepEqual(read(answeredOn), read(addDays(answeredOn, after)))
      assert.notEqual(read(answeredOn).tone, 'amber')
    }),
  )
})

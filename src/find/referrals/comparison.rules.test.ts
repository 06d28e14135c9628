import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compareSenders, toldNumber, type Like } from './comparison.rules.ts'

const like: Like = { senders: 12, lowerSent: 6, middleSent: 9, upperSent: 15, takenOnPercent: 84 }

const standings: readonly [sent: number, standing: string][] = [
  [0, 'fewer'],
  [5, 'fewer'],
  [6, 'about'],
  [15, 'about'],
  [16, 'more'],
]

for (const [sent, standing] of standings) {
  test(`${sent} beside a middle half from 6 to 15 is ${standing}`, () => {
    assert.equal(compareSenders(sent, like, 'GP practices').standing, standing)
  })
}

test('nothing is said of fewer than five others', () => {
  for (const few of [null, { ...like, senders: 4 }]) {
    const { standing, sentences } = compareSenders(20, few, 'schools')
    assert.equal(standing, null)
    assert.deepEqual(sentences, [
      'Fewer than 5 other schools referred carers in these days, so there is nothing to compare with.',
    ])
  }
})

test('a number under five is never told', () => {
  assert.deepEqual([0, 4, 5, 40].map(toldNumber), ['fewer than 5', 'fewer than 5', '5', '40'])
  fc.assert(
    fc.property(
      fc.nat(30),
      fc.integer({ min: 5, max: 200 }),
      fc.nat(4),
      fc.nat(100),
      (sent, senders, middle, percent) => {
        const few = {
          senders,
          lowerSent: 0,
          middleSent: middle,
          upperSent: middle,
          takenOnPercent: percent,
        }
        const { sentences } = compareSenders(sent, few, 'schools')
        assert.ok(sentences.some((sentence) => sentence.includes('fewer than 5')))
        assert.ok(!sentences.some((sentence) => new RegExp(`referred ${middle}\\.`).test(sentence)))
      },
    ),
  )
})

test('more referred never stands lower', () => {
  const rank = { fewer: 0, about: 1, more: 2 } as const
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a]
      const at = (sent: number) => rank[compareSenders(sent, like, 'schools').standing ?? 'fewer']
      assert.ok(at(less) <= at(more))
    }),
  )
})

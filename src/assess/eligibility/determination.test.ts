import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotSendable, type Determination } from './determination.ts'

type Sendable = Parameters<typeof whyNotSendable>[0]
const decided: Sendable = {
  state: 'decided',
  kind: 'adult_carer',
  eligible: true,
  adviceReduce: null,
  advicePrevent: null,
  sentAt: null,
}

const cases: readonly [string, Partial<Determination>, RegExp | null][] = [
  ['an eligible decision can be sent without advice', {}, null],
  ['a draft cannot be sent', { state: 'draft' }, /no decision to send/],
  ['a proposal waits for the council', { state: 'to_countersign' }, /countersign/],
  ['a returned proposal cannot be sent', { state: 'returned' }, /no decision to send/],
  ['what was sent is not sent again', { sentAt: '2018-04-03T10:00:00Z' }, /has been sent/],
  [
    'not eligible needs both kinds of advice',
    { eligible: false },
    /reduce the needs and what can .* delay needs \(Care Act 2014 s\.13\(5\)\)/,
  ],
  [
    'one kind of advice is half of it',
    { eligible: false, adviceReduce: 'Rest' },
    /advice on what can be done to prevent/,
  ],
  ['blank advice is none', { eligible: false, adviceReduce: 'Rest', advicePrevent: '' }, /prevent/],
  [
    'what is expected after 18 owes advice whatever it is',
    { kind: 'transition', eligible: null },
    /expected after an eighteenth birthday .* \(Care Act 2014 s\.61, s\.64\)/,
  ],
  ['a young carer’s owes none', { kind: 'young_carer', eligible: null }, null],
  ['a parent carer’s owes none', { kind: 'parent_carer', eligible: null }, null],
  [
    'not eligible with both can be sent',
    { eligible: false, adviceReduce: 'Rest', advicePrevent: 'Ask early' },
    null,
  ],
]

for (const [name, changed, words] of cases) {
  test(name, () => {
    const why = whyNotSendable({ ...decided, ...changed })
    if (words === null) assert.equal(why, null)
    else assert.match(why ?? '', words)
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { documentFormats, type DocumentFormat } from '#platform/documents/formats.ts'
import { isoDate } from '#platform/lib/dates.ts'
import formats from '../../../data/codes/formats.json' with { type: 'json' }
import { type Going, type MessageFacts, whyStopped } from './stops.rules.ts'

const anybody: MessageFacts = {
  diedOn: null,
  caringEndedOn: null,
  informationFormat: 'standard',
  mayEmail: null,
  mayText: null,
  mayPost: null,
  notWithParent: false,
  emailOfFamily: false,
  mobileOfFamily: false,
}
const going = (channel: Going['channel'], format: DocumentFormat | null = null): Going => ({
  channel,
  purpose: 'plan',
  format,
})

const table: readonly [
  what: string,
  going: Going,
  facts: Partial<MessageFacts>,
  why: RegExp | null,
][] = [
  ['a letter to anybody goes', going('letter', 'pdf'), {}, null],
  [
    'to who died nothing goes',
    going('email'),
    { diedOn: isoDate('2018-03-01') },
    /died on 1 March 2018/,
  ],
  [
    'nor what they once asked for',
    { ...going('email'), purpose: 'receipt' },
    { diedOn: isoDate('2018-03-01') },
    /died/,
  ],
  [
    'after caring ended nothing goes by itself',
    going('email'),
    { caringEndedOn: isoDate('2018-03-01') },
    /caring ended on 1 March 2018/,
  ],
  [
    'but a receipt that they ask for does',
    { ...going('email'), purpose: 'receipt' },
    { caringEndedOn: isoDate('2018-03-01') },
    null,
  ],
  [
    'a sign-in code always goes',
    { ...going('email'), purpose: 'sign_in' },
    { mayEmail: false },
    null,
  ],
  ['refused email is not sent', going('email'), { mayEmail: false }, /do not want email/],
  ['refused texts are not sent', going('text'), { mayText: false }, /do not want texts/],
  ['refused post is not sent', going('letter'), { mayPost: false }, /do not want post/],
  [
    'a refusal of one way leaves the others',
    going('email'),
    { mayPost: false, mayText: false },
    null,
  ],
  [
    'no letter goes to a home where a parent is not to know',
    going('letter'),
    { notWithParent: true },
    /parent/,
  ],
  ['an email goes there', going('email'), { notWithParent: true }, null],
  [
    'but not to an address that a parent has too',
    going('email'),
    { notWithParent: true, emailOfFamily: true },
    /this email address is somebody else’s in the family/,
  ],
  [
    'nor a text to a number that a parent has too',
    going('text'),
    { notWithParent: true, mobileOfFamily: true },
    /this mobile number is somebody else’s in the family/,
  ],
  [
    'where nobody asked for that, a family may share an address',
    going('email'),
    { emailOfFamily: true },
    null,
  ],
  [
    'who reads by email only gets no letter',
    going('letter'),
    { informationFormat: 'email_only' },
    /email only/,
  ],
  [
    'who reads large print gets no ordinary letter',
    going('letter', 'pdf'),
    { informationFormat: 'large_print' },
    /large print/,
  ],
  [
    'who reads large print gets a large one',
    going('letter', 'giant-print'),
    { informationFormat: 'large_print' },
    null,
  ],
  [
    'who reads large print enlarges an email themselves',
    going('email'),
    { informationFormat: 'large_print' },
    null,
  ],
  [
    'who reads easy read gets no plain words',
    going('email', 'text'),
    { informationFormat: 'easy_read' },
    /easy read/,
  ],
  [
    'who listens hears an email read aloud',
    going('email', 'text'),
    { informationFormat: 'audio' },
    null,
  ],
  [
    'who listens cannot read a printed text',
    going('letter', 'text'),
    { informationFormat: 'audio' },
    /audio/,
  ],
  [
    'who reads Braille gets Braille on paper',
    going('letter', 'braille'),
    { informationFormat: 'braille' },
    null,
  ],
  [
    'who signs is spoken with',
    going('email', 'pdf'),
    { informationFormat: 'bsl' },
    /British Sign Language, which cannot be sent/,
  ],
]

for (const [what, message, facts, why] of table) {
  test(what, () => {
    const stopped = whyStopped(message, { ...anybody, ...facts })
    if (why === null) assert.equal(stopped, null)
    else assert.match(stopped ?? 'it went', why)
  })
}

const facts = fc.record<MessageFacts>({
  diedOn: fc.constantFrom(null, isoDate('2018-01-05')),
  caringEndedOn: fc.constantFrom(null, isoDate('2018-01-05')),
  informationFormat: fc.constantFrom(...formats.items.map(({ id }) => id)),
  mayEmail: fc.constantFrom(true, false, null),
  mayText: fc.constantFrom(true, false, null),
  mayPost: fc.constantFrom(true, false, null),
  notWithParent: fc.boolean(),
  emailOfFamily: fc.boolean(),
  mobileOfFamily: fc.boolean(),
})
const messages = fc.record<Going>({
  channel: fc.constantFrom('email', 'text', 'letter'),
  purpose: fc.constantFrom('receipt', 'decision', 'plan', 'reminder', 'conversation', 'office'),
  format: fc.constantFrom(null, ...documentFormats),
})

test('one more reason never lets a stopped message go', () => {
  const worse: readonly Partial<MessageFacts>[] = [
    { diedOn: isoDate('2018-02-01') },
    { caringEndedOn: isoDate('2018-02-01') },
    { mayEmail: false, mayText: false, mayPost: false },
    { notWithParent: true },
    { notWithParent: true, emailOfFamily: true, mobileOfFamily: true },
  ]
  fc.assert(
    fc.property(messages, facts, fc.constantFrom(...worse), (message, known, more) => {
      if (whyStopped(message, known) !== null)
        assert.notEqual(whyStopped(message, { ...known, ...more }), null)
    }),
  )
})

test('nothing but a sign-in code ever goes to who died', () => {
  fc.assert(
    fc.property(messages, facts, (message, known) => {
      assert.notEqual(whyStopped(message, { ...known, diedOn: isoDate('2018-02-01') }), null)
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { reminderWay } from './reminder-way.rules.ts'

const peg = {
  diedOn: null,
  safeContact: null,
  informationFormat: 'standard',
  language: null,
  mayEmail: true,
  email: 'peg@example.org',
  mayText: true,
  mobilePhone: '07700900562',
}
const email = { way: 'message', channel: 'email', recipient: 'peg@example.org' }
const text = { way: 'message', channel: 'text', recipient: '07700900562' }
const worker = (because: string) => ({ way: 'worker', because })

const cases: readonly [string, object, object][] = [
  ['who may be emailed', {}, email],
  ['who may not be emailed', { mayEmail: false }, text],
  ['without an address', { email: null }, text],
  ['who said English', { language: 'English' }, email],
  ['who reads large print', { informationFormat: 'large_print' }, email],
  [
    'who may be reached by neither',
    { mayEmail: null, mayText: null },
    worker('They did not agree to email or texts'),
  ],
  ['with a rule for safe contact', { safeContact: 'Never text' }, worker('Never text')],
  [
    'who reads Braille',
    { informationFormat: 'braille' },
    worker('They read in another format than a message has'),
  ],
  ['who speaks Polish', { language: 'Polish' }, worker('They speak Polish')],
  ['who has died', { diedOn: '2018-01-01', safeContact: 'Never text' }, { way: 'nobody' }],
]
for (const [who, change, way] of cases) {
  test(`somebody ${who}: ${Object.values(way).join(', ')}`, () =>
    assert.deepEqual(reminderWay({ ...peg, ...change }), way))
}

test('no machine writes to anybody who has died, told us how to be safe, or did not agree to that way', () =>
  fc.assert(
    fc.property(
      fc.record({
        diedOn: fc.option(fc.constant('2018-01-01')),
        safeContact: fc.option(fc.string()),
        informationFormat: fc.constantFrom('standard', 'braille', 'easy_read', 'large_print'),
        language: fc.option(fc.constantFrom('English', 'Urdu')),
        mayEmail: fc.option(fc.boolean()),
        email: fc.option(fc.emailAddress()),
        mayText: fc.option(fc.boolean()),
        mobilePhone: fc.option(fc.constant('07700900562')),
      }),
      (person) => {
        const way = reminderWay(person)
        if (way.way !== 'message') return
        assert.equal(person.diedOn, null)
        assert.equal(person.safeContact, null)
        assert.equal(way.channel === 'email' ? person.mayEmail : person.mayText, true)
      },
    ),
  ))

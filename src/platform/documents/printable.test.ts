import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allPrintable, printable } from './printable.ts'

const everything = () => true

const cases: readonly [string, string, string][] = [
  ['text as it is', 'Zoë: 50% & <b>, £250', 'Zoë: 50% & <b>, £250'],
  ['letters and their accents joined', 'Zoe\u0308', 'Zo\u00eb'],
  ['line ends of every kind', 'a\r\nb\rc\u2028d\u2029e\vf\fg\u0085h', 'a\nb\nc\nd\ne\nf\ng\nh'],
  ['tabs', 'a\tb', 'a b'],
  ['control characters', 'a\u0000b\u001bc\u007fd\u009fe', 'abcde'],
  ['turns of direction', '\u202eabc\u202c \u2066d\u2069\u202a', 'abc d'],
  ['soft hyphens and empty spaces', 'a\u00adb\u200bc\ufeffd', 'abcd'],
  [
    'joiners, which Urdu and emoji need',
    'می\u200cخواهم 👩\u200d👧 ❤\ufe0f',
    'می\u200cخواهم 👩\u200d👧 ❤\ufe0f',
  ],
  ['half of a character', 'a\ud800b', 'a\ufffdb'],
]

for (const [what, given, expected] of cases) {
  test(`printable: ${what}`, () => assert.equal(printable(given, everything), expected))
}

test('a character that no font has is a visible gap, one for each', () => {
  const latin = (code: number) => code < 0x250
  assert.equal(printable('Łuczak 李明 🙂', latin), 'Łuczak \ufffd\ufffd \ufffd')
})

test('what is printable once stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = printable(text, everything)
      assert.equal(printable(once, everything), once)
      assert.doesNotMatch(once, /[\u202a-\u202e]|\r|\t/)
    }),
  )
})

test('every text in a document is made printable, addresses of links and numbers stay', () => {
  const data = {
    a: '\u202ex',
    list: [{ href: 'https://a\u202e', text: 'y\tz', n: 1, on: true, none: null }],
  }
  assert.deepEqual(allPrintable(data, everything), {
    a: 'x',
    list: [{ href: 'https://a\u202e', text: 'y z', n: 1, on: true, none: null }],
  })
})

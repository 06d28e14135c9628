import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentFormats, type DocumentFormat } from '#platform/documents/formats.ts'
import formats from '../../../data/codes/formats.json' with { type: 'json' }
import { formatFor } from './reading-format.rules.ts'

const withoutVoice: readonly DocumentFormat[] = documentFormats.filter(
  (format) => format !== 'audio',
)

for (const [asked, format] of [
  ['standard', 'pdf'],
  ['email_only', 'pdf'],
  ['large_print', 'large-print'],
  ['easy_read', 'easy-read'],
  ['audio', 'audio'],
] as const) {
  test(`who reads ${asked} gets ${format}, and nothing is left to arrange`, () => {
    assert.deepEqual(formatFor(asked, documentFormats), { format, arrange: null })
  })
}

test('who reads Braille gets a Braille file, and staff are told to have it embossed for paper', () => {
  const { format, arrange } = formatFor('braille', documentFormats)
  assert.equal(format, 'braille')
  assert.match(arrange ?? '', /embossed/)
})

test('without a voice a listener gets text, and staff are told to arrange the audio', () => {
  const { format, arrange } = formatFor('audio', withoutVoice)
  assert.equal(format, 'text')
  assert.match(arrange ?? '', /asked for audio/)
})

test('what we cannot make is told of, for every other code and an unknown one', () => {
  for (const asked of ['bsl', 'other', 'something new'])
    assert.notEqual(formatFor(asked, documentFormats).arrange, null)
})

test('every format on the list leads to one that can be made', () => {
  for (const { id } of formats.items)
    assert.ok(withoutVoice.includes(formatFor(id, withoutVoice).format))
})

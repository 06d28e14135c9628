import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aLetter } from './documents.fixture.ts'
import { documentFile } from './document-file.ts'
import { documentFormats, offeredFormats } from './formats.ts'
import { hasVoice, isOnPath } from './spoken.ts'

test('a document can be had in every format, under a name that says which', async () => {
  const files = await Promise.all(
    documentFormats
      .filter((format) => format !== 'audio')
      .map((format) => documentFile(aLetter(), format, 'decision-ALG-7F3KM-9')),
  )
  assert.deepEqual(
    files.map(({ name, type }) => `${name} ${type}`),
    [
      'decision-ALG-7F3KM-9.pdf application/pdf',
      'decision-ALG-7F3KM-9-large-print.pdf application/pdf',
      'decision-ALG-7F3KM-9-giant-print.pdf application/pdf',
      'decision-ALG-7F3KM-9-easy-read.pdf application/pdf',
      'decision-ALG-7F3KM-9.txt text/plain; charset=utf-8',
      'decision-ALG-7F3KM-9.brf application/x-brf',
      'decision-ALG-7F3KM-9-uncontracted.brf application/x-brf',
    ],
  )
  for (const { body } of files.slice(0, 4))
    assert.equal(body.toString('latin1').slice(0, 5), '%PDF-')
  assert.match(String(files[4]?.body), /^Worcestershire Association/)
})

test('a machine with a voice reads it out, one without offers no sound and has none', async () => {
  assert.equal(offeredFormats().includes('audio'), hasVoice())
  if (!hasVoice()) {
    await assert.rejects(documentFile(aLetter(), 'audio', 'decision'), { name: 'NotFound' })
    return
  }
  const { name, type, body } = await documentFile(aLetter(), 'audio', 'decision')
  assert.deepEqual([name, type], ['decision.wav', 'audio/wav'])
  assert.match(body.toString('latin1').slice(0, 12), /^RIFF.{4}WAVE$/s)
  const bytesASecond = 22_050 * 2
  assert.ok(body.length > 15 * bytesASecond, `${body.length / bytesASecond} seconds`)
})

test('a voice is looked for in the folders of the search path', () => {
  assert.equal(isOnPath('node', process.execPath.replace(/[^/]+$/, '')), true)
  assert.equal(isOnPath('no-such-voice', '/usr/bin::/bin'), false)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aLetter } from './documents.fixture.ts'
import { documentFile, documentFormats } from './document-file.ts'

test('a document can be had in every format, under a name that says which', async () => {
  const files = await Promise.all(
    documentFormats.map((format) => documentFile(aLetter(), format, 'decision-ALG-7F3KM-9')),
  )
  assert.deepEqual(
    files.map(({ name, type }) => `${name} ${type}`),
    [
      'decision-ALG-7F3KM-9.pdf application/pdf',
      'decision-ALG-7F3KM-9-large-print.pdf application/pdf',
      'decision-ALG-7F3KM-9-giant-print.pdf application/pdf',
      'decision-ALG-7F3KM-9.txt text/plain; charset=utf-8',
    ],
  )
  for (const { body } of files.slice(0, 3))
    assert.equal(body.toString('latin1').slice(0, 5), '%PDF-')
  assert.match(String(files[3]?.body), /^Worcestershire Association/)
})

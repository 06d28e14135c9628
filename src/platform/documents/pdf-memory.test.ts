import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph } from './blocks.ts'
import { aLetter } from './documents.fixture.ts'
import { pdf } from './pdf.ts'

async function printLetters(count: number): Promise<number> {
  for (let at = 0; at < count; at += 1) {
    await pdf(
      aLetter({
        body: [paragraph(`Letter ${at} of ${count}. ${'It goes on at night. '.repeat(200)}`)],
      }),
    )
  }
  return process.memoryUsage.rss() / 1e6
}

// A compiler that forgets nothing would take some 250 MB more for these letters.
test('memory does not grow from letter to letter', async () => {
  const before = await printLetters(150)
  const grown = (await printLetters(250)) - before
  assert.ok(grown < 75, `${Math.round(grown)} MB more after 250 letters`)
})

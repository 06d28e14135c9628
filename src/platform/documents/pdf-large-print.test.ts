import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aLetter, aReport } from './documents.fixture.ts'
import { pdf } from './pdf.ts'
import { everyElement, readPdf } from './pdf-for-tests.ts'

for (const points of [18, 24] as const) {
  test(`in ${points} point no letter is smaller, in tables, pictures and page footers neither`, async () => {
    for (const document of [aLetter(), aReport(), aReport({ kind: 'plan' })]) {
      const { sizes } = await readPdf(await pdf(document, points))
      const smallest = Math.min(...sizes)
      assert.ok(smallest > points - 0.01, `${smallest} in a ${document.kind}`)
      const usual = sizes.filter((size) => Math.abs(size - points) < 0.01)
      assert.ok(usual.length > sizes.length / 2)
    }
  })

  test(`in ${points} point it is as accessible and says the same`, async () => {
    const [usual, large] = await Promise.all([
      pdf(aLetter()).then(readPdf),
      pdf(aLetter(), points).then(readPdf),
    ])
    assert.equal(large.accessibility, '1')
    assert.equal(large.language, 'en-GB')
    const said = (read: typeof usual) =>
      read.structure
        .map(({ says }) => says)
        .join(' ')
        .replaceAll(/\s/g, '')
    assert.equal(said(large), said(usual))
  })
}

test('the usual size is 12 point, and nothing in it is smaller than 10', async () => {
  for (const document of [aLetter(), aReport()]) {
    const { sizes } = await readPdf(await pdf(document))
    assert.ok(Math.min(...sizes) > 10)
    assert.ok(sizes.some((size) => Math.abs(size - 12) < 0.01))
  }
})

test('a table too wide for large print says in each row what each figure is', async () => {
  const { structure } = await readPdf(await pdf(aReport(), 24))
  const read = everyElement(structure)
  assert.ok(!read.some(({ role, says }) => role === 'TH' && says === 'Action'))
  assert.ok(read.some(({ role, says }) => role === 'LI' && /^Cost ?£1,250$/.test(says)))
})

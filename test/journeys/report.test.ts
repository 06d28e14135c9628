// The county's annual report in the hands of a manager, an analyst and those whom it does not open to.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readPdf } from '#platform/documents/pdf-for-tests.ts'
import { servedDemo } from '../demo.ts'
import { atWork, isForbidden, save } from './staff-steps.ts'
import { follow, inEveryWindow, isRefused, stands, words } from './walk.ts'

const { address: at } = await servedDemo()
const report = '/reports/annual/2017-18'
const box = 'Commentary on “A life of my own”'

test('a manager reads the year, opens a figure to its rows and a row to its record, and keeps the report', async () => {
  const { page, context, wentWell } = await atWork(at, 'Helen Walsh')
  await follow(page, /^Reports$/)
  await follow(page, 'Annual report 2017/18')
  await inEveryWindow(page, async (other) => {
    assert.match(await words(other), /Adult carers on the register 12,062 .*from 12,062 rows/)
  })
  await follow(page, 'from 2,880 rows')
  await stands(page, /^Carers contacted .*2017\/18$/)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await page.waitForURL(/\/carers\/[0-9a-f-]{36}$/)

  await page.goto(report)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'The figures for a spreadsheet (CSV)' }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'annual-report-worcestershire-2017-18.csv')
  assert.match(
    await readFile(await download.path(), 'utf8'),
    /register\.active,2017\/18,.*\b12062\b/,
  )
  const pdf = await readPdf((await save(page, 'The report to print (PDF)')).bytes)
  assert.deepEqual([pdf.tagged, pdf.language, pdf.accessibility], [true, 'en-GB', '1'])
  assert.match(pdf.text, /12,062/)
  wentWell()
  await context.close()
})

test('what is said beside the figures is kept with the year, and of two who write neither loses a word', async () => {
  const phone = { width: 'phone', javaScript: false } as const
  const { page: manager } = await atWork(at, 'Helen Walsh', phone)
  const { page: analyst, wentWell } = await atWork(at, 'Tom Bielski')
  const write = async (page: typeof manager, said: string): Promise<void> => {
    const part = page.locator('#commentary-life_of_my_own')
    if (!(await part.getByLabel(box).isVisible())) await part.getByText(/commentary$/).click()
    await part.getByLabel(box).fill(said)
    await Promise.all([
      page.waitForEvent('load'),
      part.getByRole('button', { name: 'Save commentary' }).click(),
    ])
  }
  await manager.goto(report)
  await analyst.goto(report)
  await write(manager, '')
  await isRefused(manager, 'Enter the commentary')
  await write(manager, 'Fewer carers came,\nand more stayed.')
  assert.match(await words(manager), /Fewer carers came, and more stayed\. Helen Walsh/)
  await write(analyst, 'The register was cleaned in March.')
  await isRefused(
    analyst,
    'Somebody else wrote here while you did. Theirs is shown above your text: join the two, then save again',
  )
  assert.match(await words(analyst), /Fewer carers came, and more stayed\. Helen Walsh/)
  assert.equal(await analyst.getByLabel(box).inputValue(), 'The register was cleaned in March.')
  await write(analyst, 'Fewer came, as the register was cleaned in March.')
  await manager.goto(report)
  assert.match(await words(manager), /Fewer came, as the register was cleaned.*Tom Bielski/)
  const pdf = await readPdf((await save(manager, 'The report to print (PDF)')).bytes)
  assert.match(pdf.text.replaceAll(/\s+/g, ' '), /Fewer came, as the register was cleaned/)
  wentWell()
})

test('an analyst has the figures and not the people behind them, a commissioner reads and does not write', async () => {
  const { page } = await atWork(at, 'Tom Bielski')
  await page.goto(report)
  await follow(page, 'from 2,880 rows')
  assert.match(await words(page), /2,880.*Your duty shows figures\. Rows about people open for/)
  assert.equal(await page.getByRole('searchbox').count(), 0)
  await follow(page, /alongside/)
  await stands(page, 'Reports')
  await isForbidden(page, '/today')
  const { page: commissioner } = await atWork(at, 'Margaret Hollis', { width: 'phone' })
  await commissioner.goto(report)
  assert.match(await words(commissioner), /12,062/)
  assert.equal(await commissioner.getByText('Write commentary').count(), 0)
  const { page: adviser } = await atWork(at, 'Jo Pugh')
  await isForbidden(adviser, report)
})

test('a year without rows, and what is no year, say so and lead to the years that there are', async () => {
  const { page } = await atWork(at, 'Tom Bielski')
  for (const [year, name] of [
    ['2030-31', '2030/31'],
    ['last', 'last'],
  ]) {
    await page.goto(`/reports/annual/${year}`)
    await stands(page, `There is no annual report for ${name}`)
  }
  await inEveryWindow(page, (other) => stands(other, 'There is no annual report for last'))
  await follow(page, 'Annual report 2017/18')
  await stands(page, 'Carers in Worcestershire: annual report 2017/18')
})

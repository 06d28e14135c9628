import assert from 'node:assert/strict'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { aVisit } from '../browser.ts'
import { servedDemo } from '../demo.ts'
import { rowCounts } from './stored.ts'
import { follow, inEveryWindow, isRefused, press, signInAs, stands, words } from './walk.ts'

// A manager brings in what another hub's system exported, as messy as such files are.
const { address: at, database } = await servedDemo()

type Sent = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

const csv = (name: string, bytes: string | Buffer): Sent => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(bytes),
})

/** Semicolons, Windows-1252, a line left blank, dates as people write them, and one heading nobody else has. */
const extract = csv(
  'other hub.csv',
  Buffer.from(
    [
      'Carer ID;Forename;Surname;Rufname;Date of Birth;Post Code;Mobile;Date Registered;Status;Condition(s)',
      'OH-1;ZOË ;Quillfeather;Zo;14-Jul-47;wr52np;07700 900118;3.4.2012;Active;Dementia/Stroke',
      'OH-2;Bartholomew;Quillfeather;Barty;1/2/1950;WR14 2AA;;03/04/2013;active;',
      ';;;;;;;;;',
      'OH-3;Ottoline;Quillfeather;Otty;9.9.50;WR5 2NP;;31/02/2012;Gone away;',
      'OH-1;Peregrine;Quillfeather;;2/3/1961;;;1 May 2014;Active;',
    ].join('\r\n'),
    'latin1',
  ),
)

async function send(page: Page, ...files: readonly (Sent | string)[]): Promise<void> {
  await page.goto('/import')
  const first = files[0]
  const chosen = typeof first === 'string' ? first : (files as Sent[])
  await page.getByLabel('CSV files').setInputFiles(chosen as string)
  await press(page, 'Send and look')
}

test('files that cannot be taken are refused with what to do, and nothing of them is stored', async () => {
  const { page, context, wentWell } = await aVisit({ at, width: 'phone', javaScript: false })
  await signInAs(page, 'Helen Walsh')
  await follow(page, 'Import')
  await stands(page, 'Import a register')
  const before = await rowCounts(database)
  await press(page, 'Send and look')
  await isRefused(page, 'Select the files that the previous system exported')
  await send(page, csv('empty.csv', ''))
  await isRefused(page, 'empty.csv is empty. Export it again, or leave it out')
  await sendTooLarge(page)
  assert.deepEqual(await rowCounts(database), before)
  await send(page, csv('register.xlsx', 'PK\u0003\u0004\u0000'))
  await stands(page, 'What would be taken')
  assert.match(await words(page), /This is a spreadsheet, not a CSV file\. Open it, choose/)
  await press(page, 'Throw these files away')
  await send(page, csv('stock.csv', 'Shelf,Tins\r\n4,12\r\n'))
  assert.match(await words(page), /stock\.csv We do not know what this file holds/)
  await follow(page, /see and change/)
  await press(page, 'Keep these columns')
  await isRefused(page, 'Select the column for “Id”', 'Select the column for “Date registered”')
  await page.getByLabel('Id (needed)').selectOption('Shelf')
  await page.getByLabel('Date registered (needed)').selectOption('Shelf')
  await press(page, 'Keep these columns')
  await isRefused(page, 'The column “Shelf” is selected twice')
  assert.equal(await page.getByLabel('Id (needed)').inputValue(), 'Shelf')
  await follow(page, 'What would be taken')
  assert.match(await words(page), /None of the rows can be taken/)
  await press(page, 'Throw these files away')
  await stands(page, 'Import a register')
  assert.equal((await rowCounts(database))['public.import_run'], before['public.import_run'])
  wentWell()
  await context.close()
})

/** A file of one byte more than may be sent, which takes no room on the disk. */
async function sendTooLarge(page: Page): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'too-large-'))
  const path = join(folder, 'register.csv')
  const file = await open(path, 'w')
  await file.truncate(64 * 1024 * 1024 + 1)
  await file.close()
  await send(page, path)
  await rm(folder, { recursive: true })
  await stands(page, 'That was too large')
  assert.match(await words(page), /A file may have up to 64 MB/)
}

test('a messy extract is looked at, its columns put right, stored; what was refused is mended and sent again', async () => {
  const { page, context, wentWell } = await aVisit({ at })
  await signInAs(page, 'Helen Walsh')
  const before = await rowCounts(database)
  await send(page, extract)
  await stands(page, 'What would be taken')
  assert.match(await words(page), /other hub\.csv Adult carers' register 2 2 9 of 10/)
  await inEveryWindow(page, (other) => stands(other, 'What would be taken'))
  await putColumnRight(page)
  assert.match(await words(page), /other hub\.csv Adult carers' register 2 2 10 of 10/)
  assert.equal((await rowCounts(database))['public.person'], before['public.person'])
  await press(page, 'Import 2 rows')
  await untilStored(page)
  assert.match(await words(page), /Stored 2 rows taken, 2 of them new/)
  await inEveryWindow(page, (other) => stands(other, 'Stored'))
  const mended = await mendRefused(page)
  await sendMended(mended)
  await sameFileAgain(page)
  await isFound(page)
  wentWell()
  await context.close()
})

/** The heading that nobody else has is what people call the carer. */
async function putColumnRight(page: Page): Promise<void> {
  await follow(page, /see and change/)
  await stands(page, 'Columns of other hub.csv')
  assert.match(await words(page), /Columns that are not taken in now: Rufname/)
  assert.equal(await page.getByLabel('Surname', { exact: true }).inputValue(), 'Surname')
  await inEveryWindow(page, (other) => stands(other, 'Columns of other hub.csv'))
  await page.getByLabel('Known as', { exact: true }).selectOption('Rufname')
  await press(page, 'Keep these columns')
  await stands(page, 'What would be taken')
}

/** The page follows the work by itself where there are scripts. */
async function untilStored(page: Page): Promise<void> {
  await stands(page, 'The import goes on')
  assert.equal(await page.getByRole('progressbar').getAttribute('max'), '100')
  await page.getByRole('heading', { level: 1, name: 'Stored' }).waitFor({ timeout: 30_000 })
  assert.match(await page.title(), /^Stored/)
}

/** Downloads the refused rows, reads what is wrong with each, and puts it right. */
async function mendRefused(page: Page): Promise<Sent> {
  const told = await words(page)
  assert.match(told, /5 OH-3 .*"31\/02\/2012" is not a day in the calendar/)
  assert.match(told, /We do not know the status "Gone away"/)
  assert.match(told, /6 OH-1 Line 2 has the id OH-1 already/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the 2 refused rows of other hub.csv (CSV)' }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'other hub to mend.csv')
  const text = await readFile(await download.path(), 'utf8')
  assert.match(text, /^\uFEFFCarer ID,.*,What to mend\r\n/)
  assert.match(text, /\r\nOH-3,Ottoline,Quillfeather,.*Line 5: /)
  const mended = text
    .replace('31/02/2012', '28/02/2012')
    .replace('Gone away', 'Active')
    .replace('\r\nOH-1,', '\r\nOH-4,')
  return csv(download.suggestedFilename(), mended)
}

/** Sent by a colleague on a phone without scripts: the columns are known, and a link shows how far it is. */
async function sendMended(mended: Sent): Promise<void> {
  const { page, context, wentWell } = await aVisit({ at, width: 'phone', javaScript: false })
  await signInAs(page, 'Helen Walsh')
  await send(page, mended)
  assert.match(await words(page), /to mend\.csv Adult carers' register 2 0 10 of 11/)
  await press(page, 'Import 2 rows')
  await stands(page, 'The import goes on')
  const { page: watching, context: desk } = await aVisit({ at })
  await desk.addCookies(await context.cookies())
  await watching.goto(page.url())
  await watching.getByRole('heading', { level: 1, name: 'Stored' }).waitFor({ timeout: 30_000 })
  await desk.close()
  await follow(page, 'See how far it is')
  assert.match(await words(page), /Stored 2 rows taken, 2 of them new/)
  wentWell()
  await context.close()
}

async function sameFileAgain(page: Page): Promise<void> {
  const before = await rowCounts(database)
  await send(page, extract)
  await press(page, 'Import 2 rows')
  await untilStored(page)
  assert.match(await words(page), /Stored 2 rows taken, 0 of them new/)
  const { 'public.person': people, 'public.registration': registrations } =
    await rowCounts(database)
  assert.deepEqual(
    [people, registrations],
    [before['public.person'], before['public.registration']],
  )
}

/** What was taken in is a record like any other, with the name of the column that was put right. */
async function isFound(page: Page): Promise<void> {
  await page.goto('/search?q=quillfeather')
  const found = await words(page)
  for (const name of ['Bartholomew', 'Ottoline', 'Peregrine']) assert.match(found, new RegExp(name))
  await follow(page, /Zoë.*Quillfeather/i)
  assert.match(await words(page), /Zo\b/)
}

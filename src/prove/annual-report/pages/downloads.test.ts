import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { everyElement, readPdf } from '#platform/documents/pdf-for-tests.ts'
import { reportHouse, youngService } from '../../testing.ts'

const house = await reportHouse()
const { manager, analyst } = house
const at = '/reports/annual/2017-18'
const hostile = '=HYPERLINK("http://x")'

await house.put(async (put) => {
  await put.assessment()
  await put.assessment({ completedOn: '2016-04-01' })
  for (let times = 0; times < 2; times += 1) await put.referral({ outcome: 'passed_to_council' })
  await put.attendance({ name: hostile })
})
await house.put(async (put) => {
  for (const districtCode of ['E07000239', 'E07000239', null])
    await put.registration({ kind: 'young_carer', personId: await put.person({ districtCode }) })
}, youngService)
await manager.post(at, { part: 'well', words: 'Clubs <grew>.\r\n\r\nWe are glad.', version: 0 })

const csvFor = async (who: typeof manager) => {
  const { status, response } = await who.get(`${at}/figures.csv`)
  assert.equal(status, 200)
  return {
    response,
    rows: parse(response.body, { bom: true, columns: true }) as Record<string, string>[],
  }
}

describe('the figures as CSV', () => {
  it('has a line for each figure and one for each part of a breakdown', async () => {
    const { response, rows } = await csvFor(manager)
    assert.equal(response.headers['content-type'], 'text/csv; charset=utf-8')
    assert.equal(
      response.headers['content-disposition'],
      'attachment; filename="annual-report-worcestershire-2017-18.csv"',
    )
    const of = (id: string) =>
      rows
        .filter(({ measure }) => measure === id)
        .map(({ part, value, percent, rows: from }) => [part, value, percent, from])
    assert.deepEqual(of('assessments.completed'), [
      ['', '1', '', '1'],
      ['2016/17', '1', '', ''],
      ['2017/18', '1', '', ''],
    ])
    assert.deepEqual(of('referrals.passed_to_council'), [['', '2', '100', '2']])
    assert.deepEqual(of('direct_payments.carers'), [['', '', '', '0']])
    assert.deepEqual(of('young_carers.by_district').slice(1), [
      ['Wyre Forest', '2', '', ''],
      ['not known', '1', '', ''],
    ])
  })

  it('holds no cell that a spreadsheet would run', async () => {
    const { rows } = await csvFor(manager)
    const cells = rows.flatMap((row) => Object.values(row))
    assert.ok(cells.includes(`'${hostile}, Q1`))
    assert.ok(cells.every((cell) => !/^[=+\-@\t\r]/.test(cell)))
  })

  it('withholds small numbers from an analyst', async () => {
    const { rows } = await csvFor(analyst)
    const parts = rows.filter(
      ({ measure, part }) => measure === 'young_carers.by_district' && part !== '',
    )
    assert.deepEqual(
      parts.map(({ value }) => value),
      ['fewer than 5', 'not shown'],
    )
  })
})

describe('the report as PDF', () => {
  it('is tagged, in English, and titled', async () => {
    const { response } = await manager.get(`${at}/report.pdf`)
    assert.equal(response.headers['content-type'], 'application/pdf')
    assert.match(
      String(response.headers['content-disposition']),
      /"annual-report-worcestershire-2017-18\.pdf"/,
    )
    const read = await readPdf(response.rawPayload)
    assert.deepEqual(
      [read.tagged, read.language, read.title, read.accessibility],
      [true, 'en-GB', 'Carers in Worcestershire: annual report 2017/18', '1'],
    )
  })

  it('has the outcomes as headings, the pictures in words, the tables, and the commentary', async () => {
    const { response } = await manager.get(`${at}/report.pdf`)
    const { structure, text } = await readPdf(response.rawPayload)
    const elements = everyElement(structure)
    const headings = elements.filter(({ role }) => role === 'H2').map(({ says }) => says)
    assert.deepEqual(headings, [
      'Recognised and valued',
      'A life of my own',
      'Supported to be mentally and physically well',
      'What each figure counts',
    ])
    const pictures = elements.filter(({ role, alt }) => role === 'Figure' && alt !== '')
    assert.match(
      pictures.map(({ alt }) => alt).join(' '),
      /Column chart\. .*Map\. .*Stacked bar chart\./,
    )
    assert.match(text.replaceAll(/\s+/g, ' '), /Not known 1/)
    assert.match(text, /Clubs <grew>\./)
    assert.match(text, /Helen Walsh, /)
    assert.match(text.replaceAll(/\s+/g, ' '), /The same as in 2016\/17\./)
  })

  it('withholds small numbers from an analyst, and says so', async () => {
    const { response } = await analyst.get(`${at}/report.pdf`)
    const text = (await readPdf(response.rawPayload)).text.replaceAll(/\s+/g, ' ')
    assert.match(text, /Numbers of people under 5 are not shown/)
    assert.match(text, /Wyre Forest fewer than 5/)
  })
})

it('there is neither for a year without rows, nor for who may not read the report', async () => {
  const adviser = await house.signIn({ duties: ['adviser'] })
  for (const name of ['figures.csv', 'report.pdf']) {
    assert.equal((await manager.get(`/reports/annual/2014-15/${name}`)).status, 404)
    assert.equal((await adviser.get(`${at}/${name}`)).status, 403)
  }
})

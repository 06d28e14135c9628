import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { readConfig } from '#config.ts'
import { asActor } from '#platform/access/as-actor.ts'
import { runCommand } from '#platform/cli/run-command.ts'
import { testDatabase } from '#platform/db/testing.ts'
import { clockAt } from '#platform/lib/dates.ts'
import { measures } from '../measures/room.ts'
import { house, rowsIn, withOrganisations } from '../testing.ts'
import { annualReport } from './room.ts'

const { db, ownerUrl } = await testDatabase()
await withOrganisations(db)
await asActor(db, house, async (tx) => {
  const put = rowsIn(tx)
  await put.registration()
  await put.referral({ outcome: 'passed_to_council' })
  for (let others = 0; others < 2; others += 1) await put.referral()
  await put.assessment({ completedOn: '2016-04-01' })
  await put.assessment()
  await put.attendance({ name: 'End of Life', heldOn: '2018-01-15' })
  const personId = await put.person({ districtCode: 'E07000239' })
  await put.registration({ personId, kind: 'young_carer' })
})

async function run(
  words: string,
  environment: Record<string, string> = { DATABASE_URL: ownerUrl },
) {
  const printed: string[] = []
  const warned: string[] = []
  const code = await runCommand(words.split(' '), {
    rooms: [measures, annualReport(measures.measures ?? [])],
    config: readConfig({
      ALONGSIDE_SECRET: 'a secret for tests alone, of 32 characters',
      ...environment,
    }),
    clock: clockAt('2018-04-03'),
    streams: { print: (line) => printed.push(line), warn: (line) => warned.push(line) },
  })
  return { code, printed: printed.join('\n'), warned }
}

describe('report annual', () => {
  it('prints every figure as JSON, with what it counts and where from', async () => {
    const { code, printed, warned } = await run(
      'report annual --authority worcestershire --year 2017/18 --json',
    )
    assert.deepEqual([code, warned], [0, []])
    const answer = JSON.parse(printed) as { measures: { id: string }[] }
    const { measures: listed, ...head } = answer
    assert.deepEqual(head, {
      authority: 'worcestershire',
      year: '2017/18',
      from: '2017-04-01',
      to: '2018-03-31',
    })
    assert.deepEqual(
      listed.map(({ id }) => id),
      (measures.measures ?? []).map(({ id }) => id),
    )
    const figure = (id: string) => listed.find((measure) => measure.id === id)
    assert.deepEqual(figure('referrals.passed_to_council'), {
      id: 'referrals.passed_to_council',
      value: 1,
      rows: 1,
      percent: 33.3,
      title: 'Referrals passed to the council for assessment',
      definition:
        'Of the referrals followed by contact, those passed to the council for an assessment; the percentage is of all followed by contact.',
      source: 'Referrals',
      outcome: 'well',
    })
    const parts = (id: string) => ({ ...figure(id) }) as Record<string, unknown>
    assert.deepEqual(parts('assessments.completed')['by_year'], { '2016/17': 1, '2017/18': 1 })
    assert.deepEqual(parts('training.by_course_and_quarter')['table'], {
      'End of Life': { Q1: 0, Q2: 0, Q3: 1, total: 1 },
      total: { Q1: 0, Q2: 0, Q3: 1, total: 1 },
    })
    assert.deepEqual(parts('young_carers.by_district')['by_district'], { 'Wyre Forest': 1 })
    assert.equal(parts('direct_payments.carers')['value'], null)
  })

  it('prints them in words, by outcome, without', async () => {
    const { code, printed } = await run('report annual --authority worcestershire --year 2017-18')
    assert.equal(code, 0)
    assert.match(printed, /^Worcestershire: annual report 2017\/18\n\nRecognised and valued\n/)
    assert.match(printed, /\n {2}Carers contacted following a referral: 3 \(from 3 rows\)\n/)
    assert.match(printed, /: 1 \(from 1 row\)\n {4}33\.3% of all referrals followed by contact\.\n/)
    assert.match(printed, /\n {4}Year {5}Number\n {4}2016\/17 {7}1\n {4}2017\/18 {7}1\n/)
    assert.match(
      printed,
      /\n {2}Carers who received a direct payment: not recorded \(from 0 rows\)/,
    )
  })

  const wrong: Readonly<Record<string, RegExp>> = {
    'report annual': /^Say which authority and which year\. Usage: alongside report annual /,
    'report annual --authority worcestershire': /^Say which authority and which year/,
    'report annual --year 2017/18': /^Say which authority and which year/,
    'report annual --authority mordor --year 2017/18': /^The authority "mordor" is not known: /,
    'report annual --authority worcestershire --year 2017':
      /^The year "2017" is no financial year: write it like 2017\/18$/,
    'report annual --authority worcestershire --year 2017/19':
      /^The year "2017\/19" is no financial year/,
    'report annual --authority worcestershire --year 2017/18 --colour':
      /^Unknown option '--colour'\. Usage: /,
    'report annual --authority worcestershire --year':
      /^Option '--year <value>' argument missing\. Usage: /,
    'report annual worcestershire 2017/18': /^Unexpected argument 'worcestershire'\. Usage: /,
  }
  for (const [words, said] of Object.entries(wrong))
    it(`"${words}" is wrong usage, said in one line`, async () => {
      const { code, printed, warned } = await run(words)
      assert.deepEqual([code, printed, warned.length], [2, '', 1])
      assert.match(warned[0] ?? '', said)
      assert.doesNotMatch(warned[0] ?? '', /\n/)
    })

  const nothing: Readonly<Record<string, string>> = {
    'a year before the first': '--authority worcestershire --year 2014/15',
    'a year to come, though people are registered': '--authority worcestershire --year 2030/31',
    'a council that keeps nothing here': '--authority kent --year 2017/18',
  }
  for (const [name, asked] of Object.entries(nothing))
    it(`says that there are no rows for ${name}`, async () => {
      const { code, printed, warned } = await run(`report annual ${asked} --json`)
      assert.deepEqual([code, printed], [1, ''])
      assert.match(
        warned.join('\n'),
        /^Nothing is recorded for \w+ in 20\d\d\/\d\d: there are no rows to count$/,
      )
    })

  it('says the same where there is no database, and makes none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'))
    after(() => rmSync(folder, { recursive: true }))
    const data = join(folder, 'data')
    const { code, warned } = await run('report annual --authority worcestershire --year 2017/18', {
      ALONGSIDE_DATA: data,
    })
    assert.equal(code, 1)
    assert.deepEqual(warned, [
      'Nothing is recorded for Worcestershire in 2017/18: there are no rows to count',
    ])
    assert.throws(() => rmSync(data))
  })
})

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { rolledBack, testDatabase } from '#platform/db/testing.ts'
import { joinRecords, undoJoin } from '#find/duplicates/join-records.ts'
import { house, type Rows, rowsIn, withOrganisations, worcestershire } from '../testing.ts'
import { listYearsWithRows } from './recorded-years.sql.ts'
import { reportingYear } from './reporting-year.rules.ts'
import { measures } from './room.ts'

const { db } = await testDatabase()
await withOrganisations(db)

const authorityId = worcestershire.id
const named = (id: string) => measures.measures!.find((measure) => measure.id === id)!
const inTx = (work: Parameters<typeof rolledBack>[1]) =>
  rolledBack((run) => asActor(db, house, run), work)

const whole = (id: string, rows: (put: Rows) => Promise<unknown>, expected: boolean) =>
  inTx(async (tx) => {
    await rows(rowsIn(tx))
    assert.equal(
      await named(id).whole?.(tx, { authorityId, ...reportingYear('2016/17')! }),
      expected,
    )
  })

it('a year of events is whole where they were kept since before it, or since its first month', async () => {
  const assessed = (completedOn: string) => (put: Rows) => put.assessment({ completedOn })
  await whole('assessments.completed', assessed('2016-01-20'), true)
  await whole('assessments.completed', assessed('2016-05-01'), true)
  await whole('assessments.completed', assessed('2016-05-02'), false)
  await whole(
    'referrals.passed_to_council',
    (put) => put.referral({ receivedOn: '2016-04-01' }),
    true,
  )
})

it('who was registered at the end of a year is known where those who left in the next are', async () => {
  const left = (endedOn: string) => (put: Rows) => put.registration({ state: 'ended', endedOn })
  await whole('register.active', left('2017-04-01'), true)
  await whole('register.active', left('2018-03-31'), true)
  await whole('register.active', left('2018-04-01'), false)
  await whole('register.active', (put) => put.registration(), false)
})

it('who was supported within a year is known where those who left in it are', async () => {
  const left = (endedOn: string) => (put: Rows) =>
    put.registration({ kind: 'young_carer', state: 'ended', endedOn })
  await whole('young_carers.supported', left('2016-04-01'), true)
  await whole('young_carers.supported', left('2017-04-01'), false)
  await whole('young_carers.current', left('2017-04-01'), true)
})

it('groups are known as they are today, of no year', async () => {
  await whole('groups.adult', (put) => put.group(), false)
})

it('a year has a report where something happened in it; groups that meet and people who stay make none', async () => {
  const all = ['2014/15', '2015/16', '2016/17', '2017/18', '2018/19'].map((year) =>
    reportingYear(year)!,
  )
  const yearsOf = (rows: (put: Rows) => Promise<unknown>, expected: readonly string[]) =>
    inTx(async (tx) => {
      await rows(rowsIn(tx))
      const found = await listYearsWithRows(tx, authorityId, all)
      assert.deepEqual(
        found.map(({ label }) => label),
        expected,
      )
    })
  await yearsOf(async () => undefined, [])
  await yearsOf((put) => put.group(), [])
  await yearsOf((put) => put.referral({ receivedOn: '2018-03-31' }), ['2017/18'])
  await yearsOf((put) => put.attendance({ heldOn: '2018-04-01', kind: 'trip' }), ['2018/19'])
  await yearsOf((put) => put.payment({ paidOn: '2015-04-01' }), ['2015/16'])
  await yearsOf((put) => put.payment({ state: 'agreed', paidOn: null }), [])
  await yearsOf((put) => put.assessment({ state: 'asked', completedOn: null }), [])
  await yearsOf(
    async (put) => {
      await put.assessment({ completedOn: '2017-01-01' })
      await put.assessment({ completedOn: '2015-03-31', kind: 'transition' })
    },
    ['2014/15', '2016/17'],
  )
})

it('of a register alone there is a report for the year of its latest entry', () =>
  inTx(async (tx) => {
    const put = rowsIn(tx)
    await put.registration({ registeredOn: '2014-05-01' })
    await put.registration({ registeredOn: '2017-05-01', kind: 'young_carer' })
    await put.registration({ registeredOn: '2018-05-01', state: 'asked' })
    const years = ['2014/15', '2016/17', '2017/18', '2018/19'].map((year) => reportingYear(year)!)
    assert.deepEqual(await listYearsWithRows(tx, authorityId, years), [years[2]])
  }))

it('another authority’s rows are not counted', () =>
  inTx(async (tx) => {
    await rowsIn(tx).referral()
    const of = { authorityId: authorityId + 1, ...reportingYear('2017/18')! }
    assert.deepEqual(await named('referrals.contacted').figure(tx, of), { value: null, rows: 0 })
  }))

it('two records that are joined count once, and twice again when they are taken apart', () =>
  inTx(async (tx) => {
    const put = rowsIn(tx)
    const kept = await put.registration()
    const joined = await put.registration({ registeredOn: '2013-01-01' })
    for (const personId of [kept, joined]) await put.payment({ personId })
    const of = { authorityId, ...reportingYear('2017/18')! }
    const values = async () => [
      (await named('register.active').figure(tx, of)).value,
      (await named('direct_payments.carers').figure(tx, of)).value,
    ]
    assert.deepEqual(await values(), [2, 2])
    const pair = { points: 30, parts: [] } as unknown as Parameters<typeof joinRecords>[2]['pair']
    await joinRecords(tx, house, { kept, joined, pair })
    assert.deepEqual(await values(), [1, 1])
    const join = await tx.selectFrom('recordJoin').select('id').executeTakeFirstOrThrow()
    await undoJoin(tx, house, join.id)
    assert.deepEqual(await values(), [2, 2])
  }))

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { rolledBack, testDatabase } from '#platform/db/testing.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Figure } from '#platform/room.ts'
import {
  house,
  hub,
  type Rows,
  rowsIn,
  withOrganisations,
  worcestershire,
  youngService,
} from '../testing.ts'
import { reportingYear } from './reporting-year.rules.ts'
import { measures } from './room.ts'

const { db } = await testDatabase()
await withOrganisations(db)

type Case = {
  readonly rows: (put: Rows, tx: Tx) => Promise<unknown>
  readonly gives: Figure
  readonly year?: string
}

/** What a measure says of a few rows, which are gone again afterwards. */
async function check(id: string, { rows, gives, year = '2017/18' }: Case): Promise<void> {
  await rolledBack(
    (work) => asActor(db, house, work),
    async (tx) => {
      const measure = named(id)
      await rows(rowsIn(tx, id.startsWith('young') ? youngService : hub), tx)
      const of = { authorityId: worcestershire.id, ...reportingYear(year)! }
      const figure = await measure.figure(tx, of)
      assert.deepEqual(figure, gives)
      const opened = await measure.rows(tx, of, { offset: 0, limit: 1000 })
      assert.equal(opened.total, figure.rows)
      assert.equal(opened.rows.length, figure.rows)
      for (const row of opened.rows) assert.equal(row.cells.length, opened.columns.length)
    },
  )
}

const named = (id: string) => measures.measures!.find((measure) => measure.id === id)!

function cases(id: string, all: Readonly<Record<string, Case>>): void {
  describe(id, () => {
    for (const [name, one] of Object.entries(all)) it(name, () => check(id, one))
  })
}

const counted = (value: number): Figure => ({ value, rows: value })
const unknown: Figure = { value: null, rows: 0 }
const young = { kind: 'young_carer' }

it('every figure is null where nothing was ever recorded, and none is nought', async () => {
  for (const { id } of measures.measures ?? [])
    await check(id, { rows: async () => undefined, gives: unknown })
})

it('each measure has its own id, and says what it counts, where from and what that means', () => {
  const all = measures.measures ?? []
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
  for (const { definition, source, sentence } of all) {
    assert.match(definition, /^[A-Z].*\.$/)
    assert.ok(source.length > 0)
    assert.match(sentence?.({ value: 1, rows: 1, percent: 1 }) ?? '', /^[A-Z0-9].*\.$/)
  }
})

cases('register.active', {
  'counts who registered on the last day of the year': {
    rows: (put) => put.registration({ registeredOn: '2018-03-31' }),
    gives: counted(1),
  },
  'not who registered a day later': {
    rows: async (put) => {
      await put.registration({ registeredOn: '2018-04-01' })
      await put.registration()
    },
    gives: counted(1),
  },
  'not who left on the last day, but who left the day after': {
    rows: async (put) => {
      await put.registration({ state: 'ended', endedOn: '2018-03-31' })
      await put.registration({ state: 'ended', endedOn: '2018-04-01' })
    },
    gives: counted(1),
  },
  'counts parents and whoever has paused, not young carers, who only asked, or who left nobody knows when':
    {
      rows: async (put) => {
        await put.registration({ kind: 'parent_carer', state: 'paused' })
        await put.registration(young)
        await put.registration({ kind: 'young_adult_carer' })
        await put.registration({ state: 'asked' })
        await put.registration({ state: 'ended' })
      },
      gives: counted(1),
    },
  'counts a person once, however often they registered': {
    rows: async (put) => {
      const personId = await put.registration({ registeredOn: '2012-02-01' })
      await put.registration({ personId, registeredOn: '2016-05-05' })
      await put.registration({ personId, state: 'ended', endedOn: '2016-05-04' })
    },
    gives: counted(1),
  },
  'is nought once everybody has left': {
    rows: (put) => put.registration({ state: 'ended', endedOn: '2017-03-31' }),
    gives: counted(0),
  },
})

cases('referrals.contacted', {
  'counts referrals received from the first day to the last that somebody followed by contact': {
    rows: async (put) => {
      for (const receivedOn of ['2017-03-31', '2017-04-01', '2018-03-31', '2018-04-01'])
        await put.referral({ receivedOn, firstContactOn: '2018-05-01' })
    },
    gives: counted(2),
  },
  'not those nobody was reached after, nor young carers’': {
    rows: async (put) => {
      await put.referral()
      await put.referral({ firstContactOn: null })
      await put.referral(young)
    },
    gives: counted(1),
  },
  'counts each referral, also of one carer twice and of somebody on no record yet': {
    rows: async (put, tx) => {
      const personId = await put.person()
      await put.referral({ personId })
      await put.referral({ personId, kind: 'parent_carer' })
      await put.referral()
      await tx
        .updateTable('referral')
        .set({ personId: null })
        .where('personId', '<>', personId)
        .execute()
    },
    gives: counted(3),
  },
})

cases('referrals.passed_to_council', {
  'is a share, to one decimal, of all that were followed by contact': {
    rows: async (put) => {
      await put.referral({ outcome: 'passed_to_council' })
      for (let others = 0; others < 5; others += 1)
        await put.referral({ outcome: 'supported_by_hub' })
    },
    gives: { value: 1, rows: 1, percent: 16.7 },
  },
  'is nought where there was contact and none was passed on': {
    rows: (put) => put.referral(),
    gives: { value: 0, rows: 0, percent: 0 },
  },
  'not those passed on without contact': {
    rows: async (put) => {
      await put.referral()
      await put.referral({ outcome: 'passed_to_council', firstContactOn: null })
    },
    gives: { value: 0, rows: 0, percent: 0 },
  },
})

cases('assessments.completed', {
  'counts those completed in the year, with the two years before beside it': {
    rows: async (put) => {
      for (const completedOn of [
        '2015-04-01',
        '2016-03-31',
        '2016-04-01',
        '2017-04-01',
        '2018-03-31',
      ])
        await put.assessment({ completedOn })
      await put.assessment({ completedOn: '2018-04-01' })
    },
    gives: { value: 2, rows: 2, by_year: { '2015/16': 2, '2016/17': 1, '2017/18': 2 } },
  },
  'leaves out a year by which none was kept, and says nought of one by which some were': {
    rows: async (put) => {
      await put.assessment({ completedOn: '2016-10-01' })
    },
    gives: { value: 0, rows: 0, by_year: { '2016/17': 1, '2017/18': 0 } },
  },
  'counts combined ones and parents’, not those of young carers, declined, withdrawn or under way':
    {
      rows: async (put) => {
        await put.assessment({ combined: true })
        await put.assessment({ kind: 'parent_carer' })
        await put.assessment({ kind: 'young_carer' })
        await put.assessment({ kind: 'transition' })
        await put.assessment({ state: 'declined', closedOn: '2017-06-01' })
        await put.assessment({ state: 'withdrawn', closedOn: '2017-06-01' })
        await put.assessment({ state: 'begun', completedOn: null })
      },
      gives: { value: 2, rows: 2, by_year: { '2017/18': 2 } },
    },
})

cases('assessments.young_carers', {
  'counts young carers’ and those on the way to adulthood': {
    rows: async (put) => {
      await put.assessment({ kind: 'young_carer', completedOn: '2017-04-01' })
      await put.assessment({ kind: 'transition', completedOn: '2018-03-31' })
      await put.assessment({ kind: 'young_carer', completedOn: '2018-04-01' })
      await put.assessment()
    },
    gives: counted(2),
  },
})

cases('direct_payments.carers', {
  'counts carers, not payments': {
    rows: async (put) => {
      const personId = await put.person()
      await put.payment({ personId, paidOn: '2017-04-01' })
      await put.payment({ personId, paidOn: '2018-03-31' })
      await put.payment()
    },
    gives: { value: 2, rows: 3 },
  },
  'not prevention grants, nor what was agreed and not paid, nor another year’s': {
    rows: async (put) => {
      await put.payment({ basis: 'prevention_grant' })
      await put.payment({ state: 'agreed', paidOn: null })
      await put.payment({ paidOn: '2017-03-31' })
      await put.payment({ paidOn: '2018-04-01' })
    },
    gives: counted(0),
  },
})

cases('groups.adult', {
  'counts groups that meet, not those that stopped': {
    rows: async (put) => {
      await put.group()
      await put.group({ active: false })
    },
    gives: counted(1),
  },
  'not those of a young carers’ service': {
    rows: async (put, tx) => {
      await put.group()
      await rowsIn(tx, youngService).group()
    },
    gives: counted(1),
  },
})

cases('training.attendances', {
  'counts each carer at each session from the first day to the last': {
    rows: async (put) => {
      const personId = await put.person()
      for (const heldOn of ['2017-03-31', '2017-04-01', '2018-03-31', '2018-04-01'])
        await put.attendance({ personId, heldOn })
      await put.attendance({ kind: 'club' })
    },
    gives: counted(2),
  },
})

cases('training.by_course_and_quarter', {
  'begins in July, ends in March, and adds up': {
    rows: async (put) => {
      for (const heldOn of ['2017-06-30', '2017-07-01', '2017-09-30', '2017-10-01', '2018-03-31'])
        await put.attendance({ heldOn })
      await put.attendance({ name: 'End of Life', heldOn: '2017-12-31' })
    },
    gives: {
      value: 5,
      rows: 5,
      table: {
        'End of Life': { Q1: 0, Q2: 1, Q3: 0, total: 1 },
        Wellbeing: { Q1: 2, Q2: 1, Q3: 1, total: 4 },
        total: { Q1: 2, Q2: 2, Q3: 1, total: 5 },
      },
    },
  },
  'is an empty table where all training was before July': {
    rows: (put) => put.attendance({ heldOn: '2017-05-02' }),
    gives: { value: 0, rows: 0, table: {} },
  },
})

cases('young_carers.supported', {
  'counts who was registered on any day, the first and the last among them': {
    rows: async (put) => {
      await put.registration({ ...young, state: 'ended', endedOn: '2017-04-01' })
      await put.registration({ ...young, state: 'ended', endedOn: '2017-03-31' })
      await put.registration({ kind: 'young_adult_carer', registeredOn: '2018-03-31' })
      await put.registration({ ...young, registeredOn: '2018-04-01' })
      await put.registration()
    },
    gives: counted(2),
  },
  'counts who came back once': {
    rows: async (put) => {
      const ended = { ...young, state: 'ended', endedOn: '2017-08-01' }
      const personId = await put.registration(ended)
      await put.registration({ ...young, personId, registeredOn: '2018-01-08' })
    },
    gives: counted(1),
  },
  'not who only asked': {
    rows: async (put) => {
      await put.registration({ ...young, state: 'asked' })
      await put.registration(young)
    },
    gives: counted(1),
  },
})

cases('young_carers.current', {
  'counts who was still registered at the end of the last day': {
    rows: async (put) => {
      await put.registration(young)
      await put.registration({ ...young, state: 'ended', endedOn: '2018-03-31' })
      await put.registration({ ...young, state: 'ended', endedOn: '2018-04-01' })
    },
    gives: counted(2),
  },
  'is nought once everybody has left': {
    rows: (put) => put.registration({ ...young, state: 'ended', endedOn: '2017-03-31' }),
    gives: counted(0),
  },
})

cases('young_carers.percent_female', {
  'is a share of all who were supported, those whose gender is not recorded among them': {
    rows: async (put) => {
      for (const gender of ['female', 'female', 'male', null])
        await put.registration({ ...young, personId: await put.person({ gender }) })
    },
    gives: { value: 50, rows: 2 },
  },
  'is nought, not nothing, where there are no girls': {
    rows: async (put) =>
      put.registration({ ...young, personId: await put.person({ gender: 'male' }) }),
    gives: counted(0),
  },
  'is unknown where nobody was supported in the year': {
    rows: (put) => put.registration({ ...young, state: 'ended', endedOn: '2016-01-01' }),
    gives: unknown,
  },
})

cases('young_carers.by_district', {
  'counts by the district of the home, by name, and last those without one': {
    rows: async (put) => {
      for (const districtCode of ['E07000239', null, 'E07000234', 'E07000239', 'E07000218'])
        await put.registration({ ...young, personId: await put.person({ districtCode }) })
    },
    gives: {
      value: 5,
      rows: 5,
      by_district: { Bromsgrove: 1, 'North Warwickshire': 1, 'Wyre Forest': 2, 'not known': 1 },
    },
  },
})

cases('young_carers.club_attendances', {
  'counts attendances at clubs': {
    rows: async (put) => {
      const club = { personId: await put.person(), kind: 'club', name: 'Club' }
      for (const heldOn of ['2017-03-31', '2017-04-01', '2018-03-31', '2018-04-01'])
        await put.attendance({ ...club, heldOn })
      await put.attendance({ kind: 'trip' })
    },
    gives: counted(2),
  },
})

cases('young_carers.club_attendances_last_quarter', {
  'begins on 1 January': {
    rows: async (put) => {
      for (const heldOn of ['2017-12-31', '2018-01-01', '2018-03-31'])
        await put.attendance({ kind: 'club', heldOn })
    },
    gives: counted(2),
  },
  'is nought where the clubs stopped before': {
    rows: (put) => put.attendance({ kind: 'club', heldOn: '2017-12-31' }),
    gives: counted(0),
  },
})

cases('young_carers.one_to_one_hours', {
  'adds up the hours that were recorded': {
    rows: async (put) => {
      await put.attendance({ kind: 'one_to_one', hours: 1.5 })
      await put.attendance({ kind: 'one_to_one', hours: 1.25 })
      await put.attendance({ kind: 'one_to_one', hours: null })
      await put.attendance({ kind: 'club', hours: 2 })
    },
    gives: { value: 2.75, rows: 3 },
  },
  'is unknown where sessions were held and no hours recorded': {
    rows: (put) => put.attendance({ kind: 'one_to_one', hours: null }),
    gives: { value: null, rows: 1 },
  },
  'is nought in a year without sessions, after one with some': {
    rows: (put) => put.attendance({ kind: 'one_to_one', hours: 1, heldOn: '2017-01-10' }),
    gives: counted(0),
  },
})

cases('young_carers.one_to_one_sessions_average', {
  'divides sessions by those who had any, to one decimal': {
    rows: async (put) => {
      const personId = await put.person()
      for (const heldOn of ['2017-05-01', '2017-05-02', '2017-05-03', '2017-05-04'])
        await put.attendance({ personId, kind: 'one_to_one', heldOn })
      await put.attendance({ kind: 'one_to_one' })
      await put.attendance({ kind: 'one_to_one' })
    },
    gives: { value: 2, rows: 6 },
  },
  'is unknown where nobody had any': {
    rows: (put) => put.attendance({ kind: 'one_to_one', heldOn: '2017-01-10' }),
    gives: unknown,
  },
})

cases('young_carers.referrals_from_schools', {
  'counts young carers sent by schools': {
    rows: async (put) => {
      await put.referral({ ...young, source: 'school', receivedOn: '2017-04-01' })
      await put.referral({ kind: 'young_adult_carer', source: 'school', firstContactOn: null })
      await put.referral({ ...young, source: 'gp_practice' })
      await put.referral({ source: 'school' })
    },
    gives: counted(2),
  },
  'is nought where only others sent some': {
    rows: (put) => put.referral({ ...young, source: 'self' }),
    gives: counted(0),
  },
})

cases('young_carers.with_safeguarding_concerns', {
  'counts them among those supported in the year, against those still there at its end': {
    rows: async (put) => {
      await put.registration({ ...young, details: '{"safeguarding":true}' })
      await put.registration({ ...young, details: '{"safeguarding":false}' })
      await put.registration(young)
      const left = { state: 'ended', endedOn: '2017-09-01' }
      await put.registration({ ...young, ...left, details: '{"safeguarding":true}' })
    },
    gives: { value: 2, rows: 2, percent: 66.7 },
  },
  'reads no concern into words that are no answer': {
    rows: (put) => put.registration({ ...young, details: '{"safeguarding":"perhaps"}' }),
    gives: { value: 0, rows: 0, percent: 0 },
  },
})

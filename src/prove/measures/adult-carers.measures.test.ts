import { rowsIn, youngService } from '../testing.ts'
import { cases, counted, young } from './testing.ts'

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
        const ended = { closedOn: '2017-06-01', closedReason: 'other', closedWords: 'Not now' }
        await put.assessment({ ...ended, state: 'declined' })
        await put.assessment({ ...ended, state: 'withdrawn' })
        await put.assessment({ state: 'begun', completedOn: null })
      },
      gives: { value: 2, rows: 2, by_year: { '2017/18': 2 } },
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

import { cases, counted, unknown, young } from './testing.ts'

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

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readRegister } from './read-register.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(text: string) {
  const register = await readRegister(bytes(text))
  assert.ok(register.ok, register.ok ? '' : register.error)
  return register.value
}

/** A row of an ODS file as published: 27 columns, no headings. */
function ods(cells: Readonly<Record<number, string>>): string {
  return Array.from({ length: 27 }, (_, at) => `"${cells[at + 1] ?? ''}"`).join(',')
}

const davenal = {
  1: 'M81069',
  2: 'DAVENAL HOUSE SURGERY PARTNERSHIP',
  3: 'Y60',
  4: 'QGH',
  5: 'DAVENAL HOUSE SURGERY',
  6: '28 BIRMINGHAM ROAD',
  8: 'BROMSGROVE',
  9: 'WORCESTERSHIRE',
  10: 'B61 0DD',
  11: '19740401',
  13: 'A',
  15: '18C',
  18: '01527 872008',
  26: '4',
}

describe('epraccur, as the Organisation Data Service publishes it', () => {
  test('a practice comes with its name readable, its town, its dates and its district', async () => {
    const { establishments, says } = await read(ods(davenal))
    assert.equal(says, 'GP practices (epraccur)')
    const [practice] = establishments
    assert.equal(practice?.name, 'Davenal House Surgery Partnership')
    assert.equal(practice.town, 'Bromsgrove')
    assert.equal(practice.openedOn, '1974-04-01')
    assert.equal(practice.state, 'open')
    assert.equal(practice.districtCode, 'E07000234')
    assert.deepEqual(practice.details, { commissioner: '18C', health_geography: 'QGH' })
  })

  test('a closed practice is kept with the day it closed', async () => {
    const { establishments } = await read(ods({ ...davenal, 12: '20220331', 13: 'C' }))
    assert.equal(establishments[0]?.state, 'closed')
    assert.equal(establishments[0].closedOn, '2022-03-31')
  })

  test('what prescribes and is no practice is left out, not refused', async () => {
    const read2 = await read([ods(davenal), ods({ ...davenal, 1: 'Y00001', 26: '8' })].join('\r\n'))
    assert.deepEqual([read2.establishments.length, read2.leftOut, read2.refused.length], [1, 1, 0])
  })

  for (const [cell, value, reason] of [
    [1, '', 'There is no practice code (a letter and five digits)'],
    [1, 'M8106', '"M8106" is no practice code (a letter and five digits)'],
    [2, '', 'There is no name'],
    [11, '19740231', 'The open date "19740231" is no date like 20240131 or 31-01-2024'],
    [13, 'X', 'The status "X" is none of A, C, D and P'],
  ] as const) {
    test(`a row is refused with its line: ${reason}`, async () => {
      const { establishments, refused } = await read(
        [ods(davenal), ods({ ...davenal, 1: 'M81070', [cell]: value })].join('\n'),
      )
      assert.equal(establishments.length, 1)
      assert.deepEqual(refused, [{ line: 2, reason }])
    })
  }
})

test('trusts and their sites are told by the form of their codes', async () => {
  const trust = await read(
    ods({ 1: 'RWP', 2: 'WORCESTERSHIRE ACUTE HOSPITALS NHS TRUST', 11: '20000401' }),
  )
  assert.equal(trust.establishments[0]?.kind, 'nhs_trust')
  assert.equal(trust.establishments[0].name, 'Worcestershire Acute Hospitals NHS Trust')
  const site = await read(
    ods({ 1: 'RWP50', 2: 'WORCESTERSHIRE ROYAL HOSPITAL', 10: 'WR5 1DD', 15: 'RWP' }),
  )
  assert.equal(site.establishments[0]?.kind, 'hospital')
  assert.deepEqual(site.establishments[0].details, { trust: 'RWP' })
})

describe('edubasealldata, as Get information about schools publishes it', () => {
  const headings =
    '"URN","LA (name)","EstablishmentName","TypeOfEstablishment (name)","EstablishmentStatus (name)","OpenDate","CloseDate","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","Street","Town","Postcode"'

  test('schools are read in Windows-1252 with their dates', async () => {
    const row =
      '116670,Worcestershire,Dodford First School – St Mary’s,Community school,Closed,01-09-1998,31-08-2021,Primary,5,9,Fockbury Road,Bromsgrove,B61 9AW'
    const latin = Buffer.from(
      `${headings}\r\n${row.replace('–', '\u0096').replace('’', '\u0092')}\r\n`,
      'latin1',
    )
    const register = await readRegister(latin)
    assert.ok(register.ok)
    const [school] = register.value.establishments
    assert.equal(school?.name, 'Dodford First School – St Mary’s')
    assert.deepEqual(
      [school.state, school.openedOn, school.closedOn],
      ['closed', '1998-09-01', '2021-08-31'],
    )
    assert.equal(school.details['phase'], 'Primary')
  })

  test('a school about to close is open, and one to come is proposed', async () => {
    const { establishments } = await read(
      [
        headings,
        '100001,,A,,"Open, but proposed to close",,,,,,,,',
        '100002,,B,,Proposed to open,,,,,,,,',
      ].join('\n'),
    )
    assert.deepEqual(
      establishments.map(({ state }) => state),
      ['open', 'proposed'],
    )
  })

  test('a status or number that is none is refused', async () => {
    const { refused } = await read(
      [headings, 'x,,A,,Open,,,,,,,,', '100002,,B,,Gone,,,,,,,,'].join('\n'),
    )
    assert.deepEqual(refused, [
      { line: 2, reason: '"x" is no unique reference number (six digits)' },
      { line: 3, reason: 'The status "Gone" is none of Open, Closed and Proposed to open' },
    ])
  })
})

test('counts of carers come for each month published', async () => {
  const { counts } = await read(
    'practice_code,practice_name,carers_2023-05-31,carers_2023-06-30,registered_patients_2023_07\nM81069,DAVENAL,241,244,9675\n',
  )
  assert.deepEqual(counts, [
    { practiceCode: 'M81069', countedOn: '2023-05-31', carers: 241, patients: 9675 },
    { practiceCode: 'M81069', countedOn: '2023-06-30', carers: 244, patients: 9675 },
  ])
})

test('two hospitals of one name are two, told by where they lie', async () => {
  const { establishments } = await read(
    'hospital22_name,lon,lat\nAlexandra Hospital,-1.9,52.28\nAlexandra Hospital,-2.2,53.38\n',
  )
  assert.deepEqual(
    establishments.map(({ code }) => code),
    ['alexandra-hospital@52.28,-1.90', 'alexandra-hospital@53.38,-2.20'],
  )
})

test('a point outside Great Britain is refused', async () => {
  const { refused } = await read('hospital22_name,lon,lat\nNowhere,-1.9,5.2\n')
  assert.deepEqual(refused, [
    { line: 2, reason: 'The latitude "5.2" does not lie in Great Britain' },
  ])
})

test('what is no register that we know is refused whole', async () => {
  for (const text of ['', '\n\n', 'name,age\nAnn,7\n']) {
    const register = await readRegister(bytes(text))
    assert.equal(register.ok, false, text)
  }
})

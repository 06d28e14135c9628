import type { MatchRecord } from '#people/matching/record.ts'
import type { AdultRow } from './adult-rows.rules.ts'
import type { Address, PersonNames, Reached } from './person-cells.rules.ts'
import type { YoungCarerRow } from './young-carer-rows.rules.ts'

type Either = PersonNames &
  Address &
  Reached &
  Pick<AdultRow, 'id' | 'birth' | 'gender' | 'relationship' | 'conditions'>

function common(row: Either): Omit<MatchRecord, 'gpPractice' | 'caredFor'> {
  const {
    id,
    givenName,
    familyName,
    knownAs,
    birth,
    gender,
    postcode,
    homePhone,
    mobilePhone,
    email,
  } = row
  const { nhsNumber, relationship, conditions, address1: address } = row
  const names = { id, givenName, familyName, knownAs, birth, gender }
  return {
    ...names,
    address,
    postcode,
    homePhone,
    mobilePhone,
    email,
    nhsNumber,
    relationship,
    conditions,
  }
}

/** A row of the adults' register as matching compares it. */
export function adultMatchRecord(row: AdultRow): MatchRecord {
  return { ...common(row), gpPractice: row.gpPractice, caredFor: row.caredFor }
}

/** A row of the young carers' register as matching compares it. */
export function youngMatchRecord(row: YoungCarerRow): MatchRecord {
  return { ...common(row), gpPractice: null, caredFor: null }
}

import type { MatchRecord } from '#people/matching/record.ts'
import type { AdultRow } from './adult-rows.rules.ts'

/** A row of the register as matching compares it. */
export function adultMatchRecord(row: AdultRow): MatchRecord {
  return {
    id: row.id,
    givenName: row.givenName,
    familyName: row.familyName,
    knownAs: row.knownAs,
    birth: row.birth,
    gender: row.gender,
    address: row.address1,
    postcode: row.postcode,
    homePhone: row.homePhone,
    mobilePhone: row.mobilePhone,
    email: row.email,
    nhsNumber: row.nhsNumber,
    gpPractice: row.gpPractice,
    caredFor: row.caredFor,
    relationship: row.relationship,
    conditions: row.conditions,
  }
}

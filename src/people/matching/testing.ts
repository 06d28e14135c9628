import type { MatchRecord } from './record.ts'
import { isoDate } from '#platform/lib/dates.ts'

/** Somebody of whom everything is known. */
export function aRecord(changes: Partial<MatchRecord> = {}): MatchRecord {
  return {
    id: 'A',
    givenName: 'Margaret',
    familyName: 'Tolley',
    knownAs: null,
    birth: isoDate('1947-07-14'),
    gender: 'female',
    address: '12 Orchard Road',
    postcode: 'WR5 2NP',
    homePhone: '01632960287',
    mobilePhone: '07700900562',
    email: 'mtolley@example.org',
    nhsNumber: '9990925631',
    gpPractice: 'Davenal House',
    caredFor: { givenName: 'Brian', familyName: 'Tolley', birth: isoDate('1945-02-01') },
    relationship: 'spouse_partner',
    conditions: ['dementia'],
    ...changes,
  }
}

/** The same of whom only a name is known. */
export function aName(changes: Partial<MatchRecord> = {}): MatchRecord {
  const nothing = {
    birth: null,
    gender: null,
    address: null,
    postcode: null,
    homePhone: null,
    mobilePhone: null,
    email: null,
    nhsNumber: null,
    gpPractice: null,
    caredFor: null,
    relationship: null,
    conditions: [],
  }
  return aRecord({ ...nothing, ...changes })
}

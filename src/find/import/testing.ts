import { isoDate } from '#platform/lib/dates.ts'
import { openExtract, readExtract, type ExtractRead, type ReadingOf } from './read-extract.ts'
import type { SourceFile } from './read-file.ts'

/** One row of a file under test: heading to cell. */
export type Row = Readonly<Record<string, string>>

const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Rows as the bytes of a CSV file, with the headings of the first. */
export function csvFile(name: string, rows: readonly Row[]): SourceFile {
  const headings = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => headings.map((heading) => quoted(row[heading] ?? '')).join(','))
  return { name, bytes: Buffer.from([headings.join(','), ...lines, ''].join('\r\n')) }
}

export const testDay = isoDate('2018-03-31')

/** An adult carer's row with nothing wrong in it. */
export function anAdult(changes: Row = {}): Row {
  return {
    'Client ID': 'WAC000001',
    Title: 'MRS',
    Forename: 'MARGARET ',
    Surname: 'Tolley',
    'Known As': 'Peg',
    'Date of Birth': '14-Jul-47',
    Gender: 'F',
    'Ethnic Origin': 'W. British',
    'Address 1': '12 Orchard Road',
    'Address 2': '',
    Town: 'Worcester',
    Postcode: 'wr52np',
    'Home Phone': '01632 960287',
    Mobile: '',
    Email: 'Peg@Example.org',
    'NHS No': '999 092 5631',
    'GP Practice': 'Davenal House',
    'Carer Type': 'Carer',
    'Date Registered': '3.4.2012',
    'Referral Source': 'GP practice',
    Status: 'Active',
    'Date Closed': '',
    'Reason Closed': '',
    'Cared For Forename': 'Brian',
    'Cared For Surname': 'Tolley',
    'Cared For DOB': '1-Feb-45',
    'Cared For Is My': 'Spouse/partner',
    'Condition(s)': 'Dementia/Stroke',
    'Hours Per Week': '50+',
    'Lives With Cared For': 'Y',
    Employment: 'Retired',
    'Post OK': 'TRUE',
    'Email OK': '0',
    'Phone OK': 'Yes',
    'Text OK': '',
    Language: 'English',
    Format: 'Large print',
    Notes: 'Prefers "mornings"',
    ...changes,
  }
}

/** A young carer's row with nothing wrong in it. */
export function aYoungCarer(changes: Row = {}): Row {
  return {
    'YC Ref': 'YSS00001',
    'First name': 'Tyler',
    'Last name': 'Greaves',
    DOB: '5-Nov-04',
    Gender: 'M',
    Ethnicity: 'WB',
    Address: '50 Pershore Rise',
    Town: 'Pershore',
    Postcode: 'WR10 3LY',
    'School stage': 'secondary',
    'Cares for': 'Sister',
    'Reason care is needed': 'Autism',
    Role: 'Secondary',
    'Support level': '1a',
    'Date referred': '05/09/2016',
    'Date closed': '',
    'Safeguarding flag': 'Y',
    'NEET risk': '',
    ...changes,
  }
}

/** An extract read as on the last day of March 2018. */
export function read(files: readonly SourceFile[], of: Partial<ReadingOf> = {}): ExtractRead {
  return readExtract(openExtract(files), { today: testDay, ...of })
}

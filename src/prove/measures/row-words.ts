import { pounds } from '#platform/lib/money.ts'
import { codeWords } from '#people/persons/code-words.ts'
import { kindWords } from '#people/persons/involvement.ts'
import { districtNames } from './district-names.ts'
import type { SourceRow } from './sources.sql.ts'

/** A heading, and what stands under it in words. */
type Column = readonly [heading: string, words: (row: SourceRow) => string]

/** How the rows of a source are headed and said where they are opened. */
export type RowWords = {
  readonly day: string
  readonly columns: readonly Column[]
  /** Rows that are about no carer. */
  readonly ofNobody?: boolean
}

/** A code of a list in words. What is no code of it stands as it is, what is blank is not recorded. */
const said = (list: string, code: string | null): string =>
  code === null || code === '' ? 'Not recorded' : (codeWords(list).get(code) ?? code)

export const registrationWords: RowWords = {
  day: 'Registered',
  columns: [['Registered as', ({ label }) => kindWords(label)]],
}

export const youngCarerWords: RowWords = {
  day: 'Registered',
  columns: [
    ['Gender', ({ label }) => said('genders', label)],
    ['District', ({ part }) => (part === null ? 'Not known' : (districtNames.get(part) ?? part))],
  ],
}

export const referralWords: RowWords = {
  day: 'Received',
  columns: [
    ['Referred by', ({ label }) => said('referral-sources', label)],
    ['What became of it', ({ part }) => said('referral-outcomes', part)],
  ],
}

export const assessmentWords: RowWords = {
  day: 'Completed',
  columns: [
    ['How', ({ label }) => said('assessment-methods', label)],
    ['What it came to', ({ part }) => said('assessment-outcomes', part)],
  ],
}

export const paymentWords: RowWords = {
  day: 'Paid',
  columns: [
    ['For', ({ label }) => label],
    ['Amount', ({ amount }) => (amount === null ? 'Not recorded' : pounds(amount))],
  ],
}

export const groupWords: RowWords = {
  day: 'Counted on',
  ofNobody: true,
  columns: [
    ['Group', ({ label }) => label],
    ['Town', ({ part }) => part ?? ''],
  ],
}

export const courseWords: RowWords = {
  day: 'Held',
  columns: [
    ['Course', ({ label }) => label],
    ['Quarter of the published table', ({ part }) => part ?? 'Outside it'],
  ],
}

export const sessionWords: RowWords = {
  day: 'Held',
  columns: [
    ['Session', ({ label }) => label],
    ['Where', ({ part }) => part ?? 'Not recorded'],
    ['Hours', ({ amount }) => (amount === null ? 'Not recorded' : String(amount))],
  ],
}

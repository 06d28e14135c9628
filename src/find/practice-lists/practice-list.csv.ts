import { stringify } from 'csv-stringify/sync'
import { guarded } from '#platform/lib/csv.ts'
import { termOf } from './carer-codes.ts'
import type { Flagged } from './practice-list.rules.ts'
import type { PracticeList } from './read-practice-list.ts'

const header = [
  'what_to_do',
  'nhs_number',
  'family_name',
  'given_name',
  'date_of_birth',
  'snomed_code',
  'term',
]

/** The list for a spreadsheet or the practice's own system: a line for each code to add, keep or end. */
export function practiceListCsv({ changes }: PracticeList): string {
  const { added, changed, ended, same } = changes
  const lines = [
    ...added.flatMap((each) => linesOf('add', each, each.codes)),
    ...changed.flatMap((each) => [
      ...linesOf(
        'add',
        each,
        each.codes.filter((code) => !each.before.includes(code)),
      ),
      ...linesOf(
        'end',
        each,
        each.before.filter((code) => !each.codes.includes(code)),
      ),
      ...linesOf(
        'keep',
        each,
        each.codes.filter((code) => each.before.includes(code)),
      ),
    ]),
    ...ended.flatMap((each) => linesOf('end', each, each.codes)),
    ...same.flatMap((each) => linesOf('keep', each, each.codes)),
  ]
  return stringify([header, ...lines.map((line) => line.map(guarded))], {
    bom: true,
    record_delimiter: 'windows',
  })
}

function linesOf(what: 'add' | 'keep' | 'end', of: Flagged, codes: readonly string[]): string[][] {
  const { nhsNumber, familyName, givenName, dateOfBirth } = of
  const who = [nhsNumber ?? '', familyName, givenName, dateOfBirth ?? '']
  return codes.map((code) => [what, ...who, code, termOf(code)])
}

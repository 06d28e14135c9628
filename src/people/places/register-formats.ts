import type { Establishment, PracticeCount } from './establishment.ts'
import type { Cells } from './register-cells.rules.ts'
import { countsOf, practiceOf, schoolOf, siteOf, trustOf } from './register-rows.rules.ts'

/** A published file as we know it: how it is told by its first line, and what its rows are. */
export type RegisterFormat = {
  readonly says: string
  /** The headings that tell it, small; or, for a file without headings, the form of its first code. */
  readonly headings?: readonly string[]
  readonly firstCode?: RegExp
  /** Null for a row that the register has and we do not keep. */
  readonly establishment?: (cells: Cells) => Establishment | null
  readonly counts?: (cells: Cells, headings: readonly string[]) => readonly PracticeCount[]
}

/** The columns of the ODS's files without headings; empty names are columns that it keeps empty. */
export const odsColumns = [
  'organisation_code',
  'name',
  'national_grouping',
  'high_level_health_geography',
  'address_1',
  'address_2',
  'address_3',
  'address_4',
  'address_5',
  'postcode',
  'open_date',
  'close_date',
  'status',
  'sub_type',
  'commissioner',
  'joined_date',
  'left_date',
  'telephone',
  '',
  '',
  '',
  'amended',
  '',
  'provider_purchaser',
  '',
  'prescribing_setting',
  '',
] as const

/** In the trusts' and sites' files the fifteenth column is the parent, not the commissioner. */
const withParent =
  (cells: Cells): Cells =>
  (heading) =>
    cells(
      heading === 'parent_organisation_code' && cells(heading) === '' ? 'commissioner' : heading,
    )

export const registerFormats: readonly RegisterFormat[] = [
  { says: 'GP practices (epraccur)', firstCode: /^[A-Z]\d{5}$/, establishment: practiceOf },
  { says: 'NHS trusts (etr)', firstCode: /^[A-Z][A-Z0-9]{2}$/, establishment: trustOf },
  {
    says: 'NHS trust sites (ets)',
    firstCode: /^[A-Z][A-Z0-9]{4}$/,
    establishment: (cells) => siteOf(withParent(cells)),
  },
  {
    says: 'GP practices',
    headings: ['organisation_code', 'name', 'postcode', 'open_date', 'commissioner'],
    establishment: practiceOf,
    counts: countsOf,
  },
  {
    says: 'carers on GP registers',
    headings: ['practice_code', 'practice_name'],
    counts: countsOf,
  },
  {
    says: 'schools (Get information about schools)',
    headings: ['urn', 'establishmentname', 'establishmentstatus (name)'],
    establishment: schoolOf,
  },
  { says: 'schools', headings: ['urn', 'name', 'status', 'phase'], establishment: schoolOf },
  {
    says: 'NHS trusts',
    headings: ['nhs_trust22_name', 'nhs_trust22_code'],
    establishment: trustOf,
  },
  { says: 'hospitals', headings: ['hospital22_name', 'lat', 'lon'], establishment: siteOf },
]

import { ageOn, type IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import type { AdultRow } from './adult-rows.rules.ts'
import type { CaredFor } from './cared-for-cells.rules.ts'
import type { Address, PersonNames, Reached } from './person-cells.rules.ts'
import type { TakenRow } from './read-rows.ts'
import type { RegistrationState } from './registration-cells.rules.ts'
import type { Problem } from './row.ts'
import type { YoungCarerRow } from './young-carer-rows.rules.ts'

/** A carer from either register, as the database is to have them. */
export type Carer = PersonNames &
  Address &
  Reached &
  Pick<
    AdultRow,
    'gpPractice' | 'employment' | 'language' | 'mayPost' | 'mayEmail' | 'mayPhone' | 'mayText'
  > & {
    readonly id: string
    readonly birth: IsoDate | null
    readonly gender: string | null
    readonly ethnicGroup: string | null
    readonly format: string
    readonly card: string | null
    readonly note: string | null
    readonly kind: CarerKind
    readonly referralSource: string | null
    readonly registration: RegistrationState
    /** What only one of the registers keeps. */
    readonly details: Readonly<Record<string, string | boolean>>
    readonly caredFor: CaredFor | null
    readonly relationship: string | null
    readonly conditions: readonly string[]
    readonly hours: string | null
    readonly livesTogether: boolean | null
  }

/** The carer of an adults' row. */
export function adultCarer({ row, warnings }: TakenRow<AdultRow>): Carer {
  const { caringNews, format, note, ...others } = row
  return {
    ...others,
    format: format ?? 'standard',
    note: noteOf(note, warnings, row.caredFor),
    details: known({ caringNews }),
  }
}

const nothingSaid = {
  gpPractice: null,
  employment: null,
  language: null,
  mayPost: null,
  mayEmail: null,
  mayPhone: null,
  mayText: null,
  card: null,
  hours: null,
  livesTogether: null,
} as const

/** The carer of a young carers' row; from 18 on they are young adult carers (Care Act 2014 s.63 and after). */
export function youngCarer({ row, warnings }: TakenRow<YoungCarerRow>, asAt: IsoDate): Carer {
  const { school, schoolStage, role, supportLevel, safeguarding, neetRisk, note, ...others } = row
  const grown = row.birth !== null && ageOn(row.birth, asAt) >= 18
  return {
    ...nothingSaid,
    ...others,
    format: 'standard',
    note: noteOf(note, warnings, null),
    kind: grown ? 'young_adult_carer' : 'young_carer',
    referralSource: null,
    details: known({ school, schoolStage, role, supportLevel, safeguarding, neetRisk }),
    caredFor: null,
  }
}

function known(details: Readonly<Record<string, string | boolean | null>>): Carer['details'] {
  return Object.fromEntries(
    Object.entries(details).filter(
      (entry): entry is [string, string | boolean] => entry[1] !== null,
    ),
  )
}

/** The note, and under it whatever could not be taken as it was written, so that nothing is lost. */
function noteOf(
  note: string | null,
  warnings: readonly Problem[],
  caredFor: CaredFor | null,
): string | null {
  const nameless = caredFor !== null && caredFor.givenName === null && caredFor.familyName === null
  const lines = [
    ...(note === null ? [] : [note]),
    ...(nameless && caredFor.birth !== null ? [`Cares for someone born on ${caredFor.birth}`] : []),
    ...warnings.map(({ field, message }) => `${field}: ${message}`),
  ]
  return lines.length === 0 ? null : lines.join('\n')
}

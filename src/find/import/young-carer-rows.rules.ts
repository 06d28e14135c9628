import type { IsoDate } from '#platform/lib/dates.ts'
import { optionalCode, optionalYesNo, severalCodes, soundDate, words } from './cells.rules.ts'
import {
  bornBefore,
  personAddress,
  personNames,
  personReached,
  type Address,
  type PersonNames,
  type Reached,
} from './person-cells.rules.ts'
import { registrationState, type RegistrationState } from './registration-cells.rules.ts'
import type { Cells, RowRead } from './row.ts'

export type YoungCarerRow = PersonNames &
  Address &
  Reached & {
    readonly id: string
    readonly birth: IsoDate | null
    readonly gender: string | null
    readonly ethnicGroup: string | null
    readonly school: string | null
    readonly schoolStage: string | null
    readonly relationship: string | null
    readonly conditions: readonly string[]
    readonly role: string | null
    readonly supportLevel: string | null
    readonly registration: RegistrationState
    readonly safeguarding: boolean | null
    readonly neetRisk: boolean | null
    readonly note: string | null
  }

const youngest = 3

/** A row of the young carers' service's register. */
export function youngCarerRow(cells: Cells, id: string, today: IsoDate): RowRead<YoungCarerRow> {
  const names = personNames(cells)
  const registration = registrationState(cells, today)
  const latest = bornBefore(registration.registeredOn ?? today, youngest)
  const birth = soundDate(cells, { field: 'birth', label: 'Date of birth' }, { today, latest })
  if (birth !== null && registration.registeredOn !== null && registration.registeredOn < birth) {
    cells.refuse('Date referred', 'The date referred is before the date of birth. Check both')
  }
  return cells.end(() => ({
    id,
    ...names,
    birth,
    ...personAddress(cells),
    ...personReached(cells),
    gender: optionalCode(cells, { field: 'gender', label: 'Gender' }, 'genders'),
    ethnicGroup: optionalCode(
      cells,
      { field: 'ethnicity', label: 'Ethnic group' },
      'ethnic-groups',
    ),
    school: words(cells, 'school'),
    schoolStage: optionalCode(
      cells,
      { field: 'school_stage', label: 'School stage' },
      'school-stages',
    ),
    relationship: optionalCode(
      cells,
      { field: 'relationship', label: 'Cares for' },
      'relationships',
    ),
    conditions: severalCodes(
      cells,
      { field: 'conditions', label: 'Reason care is needed' },
      'conditions',
    ),
    role: optionalCode(cells, { field: 'role', label: 'Caring role' }, 'caring-roles'),
    supportLevel: words(cells, 'support_level'),
    registration,
    safeguarding: optionalYesNo(cells, { field: 'safeguarding', label: 'Safeguarding' }),
    neetRisk: optionalYesNo(cells, { field: 'neet_risk', label: 'At risk of leaving education' }),
    note: words(cells, 'note'),
  }))
}

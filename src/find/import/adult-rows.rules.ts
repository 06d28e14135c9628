import type { IsoDate } from '#platform/lib/dates.ts'
import {
  optionalCode,
  optionalYesNo,
  severalCodes,
  soundDate,
  words,
  known,
} from './cells.rules.ts'
import { caredForPerson, type CaredFor } from './cared-for-cells.rules.ts'
import { readHoursBand } from './codes.rules.ts'
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

export type AdultRow = PersonNames &
  Address &
  Reached & {
    readonly id: string
    readonly birth: IsoDate | null
    readonly gender: string | null
    readonly ethnicGroup: string | null
    readonly gpPractice: string | null
    readonly kind: 'adult_carer' | 'parent_carer' | 'young_adult_carer'
    readonly referralSource: string | null
    readonly registration: RegistrationState
    readonly caredFor: CaredFor | null
    readonly relationship: string | null
    readonly conditions: readonly string[]
    readonly hours: string | null
    readonly livesTogether: boolean | null
    readonly employment: string | null
    readonly mayPost: boolean | null
    readonly mayEmail: boolean | null
    readonly mayPhone: boolean | null
    readonly mayText: boolean | null
    readonly caringNews: boolean | null
    readonly language: string | null
    readonly format: string | null
    readonly card: string | null
    readonly note: string | null
  }

const youngestAdult = 16

/** A row of the adult carers' register. */
export function adultRow(cells: Cells, id: string, today: IsoDate): RowRead<AdultRow> {
  const names = personNames(cells)
  const registration = registrationState(cells, today)
  const birth = soundDate(
    cells,
    { field: 'birth', label: 'Date of birth' },
    {
      today,
      latest: bornBefore(registration.registeredOn ?? today, youngestAdult),
    },
  )
  if (birth !== null && registration.registeredOn !== null && registration.registeredOn < birth) {
    cells.refuse('Date registered', 'The date registered is before the date of birth. Check both')
  }
  return cells.end(() => {
    const relationship = optionalCode(
      cells,
      { field: 'relationship', label: 'Relationship' },
      'relationships',
    )
    return {
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
      gpPractice: words(cells, 'gp_practice'),
      kind: carerKind(cells, relationship),
      referralSource: optionalCode(
        cells,
        { field: 'referral_source', label: 'Who told you of them' },
        'referral-sources',
      ),
      registration,
      caredFor: caredForPerson(cells, { birth, relationship, today }),
      relationship,
      ...caring(cells),
      ...agreed(cells),
      card: words(cells, 'card'),
      note: words(cells, 'note'),
    }
  })
}

function carerKind(cells: Cells, relationship: string | null): AdultRow['kind'] {
  const kind = optionalCode(cells, { field: 'carer_type', label: 'Kind of carer' }, 'carer-types')
  if (kind === 'parent_carer' || kind === 'young_adult_carer') return kind
  return kind === null && relationship === 'child' ? 'parent_carer' : 'adult_carer'
}

function caring(
  cells: Cells,
): Pick<AdultRow, 'conditions' | 'hours' | 'livesTogether' | 'employment'> {
  return {
    conditions: severalCodes(cells, { field: 'conditions', label: 'Conditions' }, 'conditions'),
    hours: known(cells, 'Hours of care a week', readHoursBand(cells.text('hours'))),
    livesTogether: optionalYesNo(cells, {
      field: 'lives_together',
      label: 'Lives with the cared-for person',
    }),
    employment: optionalCode(cells, { field: 'employment', label: 'Employment' }, 'employment'),
  }
}

type Agreed = Pick<
  AdultRow,
  'mayPost' | 'mayEmail' | 'mayPhone' | 'mayText' | 'caringNews' | 'language' | 'format'
>

function agreed(cells: Cells): Agreed {
  return {
    mayPost: optionalYesNo(cells, { field: 'may_post', label: 'Post agreed' }),
    mayEmail: optionalYesNo(cells, { field: 'may_email', label: 'E-mail agreed' }),
    mayPhone: optionalYesNo(cells, { field: 'may_phone', label: 'Telephone agreed' }),
    mayText: optionalYesNo(cells, { field: 'may_text', label: 'Text agreed' }),
    caringNews: optionalYesNo(cells, { field: 'caring_news', label: 'Newsletter' }),
    language: words(cells, 'language'),
    format: optionalCode(cells, { field: 'format', label: 'Format' }, 'formats'),
  }
}

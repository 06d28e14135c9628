import type { Insertable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import { houseOf } from '#people/matching/prepare.ts'

type PersonRow = Insertable<DB['person']>

/** What a kept record may take over from one that is joined to it, where it has nothing itself. */
const fillable = [
  'title',
  'knownAs',
  'dateOfBirth',
  'gender',
  'ethnicGroup',
  'homePhone',
  'mobilePhone',
  'email',
  'nhsNumber',
  'gpPractice',
  'employment',
  'language',
  'emergencyCard',
  'mayPost',
  'mayEmail',
  'mayPhone',
  'mayText',
] as const

const ofAddress = [
  'address1',
  'address2',
  'town',
  'postcode',
  'districtCode',
  'wardCode',
  'lsoaCode',
] as const

type Filled = Readonly<Record<string, string | boolean>>

/** The kept row with its blanks filled from the joined one, and what was filled, so that it can be taken back. */
export function withBlanksFilled(
  kept: PersonRow,
  joined: PersonRow,
): { readonly person: PersonRow; readonly filled: Filled } {
  const columns = [...fillable, ...(sameHouse(kept, joined) ? ofAddress : [])]
  const filled: Record<string, string | boolean> = {}
  for (const column of columns) {
    const value = joined[column] ?? null
    if (isBlank(kept[column]) && !isBlank(value) && value !== null) filled[column] = value
  }
  return { person: { ...kept, ...filled }, filled }
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === 'not_known'

/** An address is taken over as a whole, or where only its postcode was missing. */
function sameHouse(kept: PersonRow, joined: PersonRow): boolean {
  const house = houseOf(kept.address1 ?? null)
  return house === '' ? isBlank(kept.postcode) : house === houseOf(joined.address1 ?? null)
}

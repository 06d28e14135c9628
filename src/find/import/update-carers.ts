import type { Tx } from '#platform/db/database.ts'
import { insertNeeds, updateMany } from './bulk.sql.ts'
import type { Carer } from './carer.ts'
import type { KnownCarerRow } from './known.sql.ts'
import {
  caringRow,
  involvementRow,
  personRow,
  needsRows,
  registrationRow,
  foundBy,
  type Landing,
} from './people-plan.ts'
import { replaceKeys } from './search-keys.sql.ts'

const ofPerson = [
  'title',
  'givenName',
  'familyName',
  'knownAs',
  'dateOfBirth',
  'diedOn',
  'gender',
  'ethnicGroup',
  'address1',
  'address2',
  'town',
  'postcode',
  'districtCode',
  'wardCode',
  'lsoaCode',
  'homePhone',
  'mobilePhone',
  'email',
  'nhsNumber',
  'gpPractice',
  'employment',
  'language',
  'informationFormat',
  'mayPost',
  'mayEmail',
  'mayPhone',
  'mayText',
  'emergencyCard',
  'note',
] as const

export type Updating = Omit<Landing, 'nextReference' | 'source'> & {
  readonly carers: readonly Carer[]
  readonly known: ReadonlyMap<string, KnownCarerRow>
}

/**
 * Brings known carers up to date with a row that says something else than before, unless somebody
 * has worked on their record here: then ours stands. A row that was joined to another changes only
 * its own registration. Gives how many were changed.
 */
export async function updateCarers(
  tx: Tx,
  { carers, known, ...common }: Updating,
): Promise<number> {
  const landing = { ...common, source: '', nextReference: () => '' }
  const rows = carers.flatMap((carer) => {
    const was = known.get(carer.id)
    if (was === undefined) return []
    const of = { carer, personId: was.personId, rowId: was.rowId, landing }
    return [{ of, was, person: personRow(carer, of, landing, was.readers) }]
  })
  const own = rows.filter(({ was }) => was.isOwn)
  const touched = new Set(
    await updateMany(tx, 'person', {
      rows: own.map(({ person }) => person),
      by: 'id',
      set: ofPerson,
      untouched: true,
    }),
  )
  const free = rows.filter(({ was }) => !was.isOwn || touched.has(was.personId))
  await updateMany(tx, 'registration', {
    rows: free.map(({ of, was }) => registrationRow(of, was.readers)),
    by: 'id',
    set: ['kind', 'state', 'registeredOn', 'referralSource', 'endedOn', 'endReason', 'details'],
    versioned: true,
  })
  await updateMany(tx, 'involvement', {
    rows: free.map(({ of, was }) => involvementRow(of, was.readers)),
    by: 'id',
    set: ['kind', 'since', 'until', 'endReason'],
  })
  await updateMany(tx, 'caring', {
    rows: free.map(({ of, was }) => caringRow(of, null, was.readers)),
    by: 'id',
    set: ['relationship', 'conditions', 'hoursBand', 'livesTogether', 'until', 'endReason'],
    untouched: true,
  })
  const changed = own.filter(({ was }) => touched.has(was.personId))
  const found = changed.map(({ was, of, person }) =>
    foundBy({ ...person, reference: was.reference }, [of.carer.id], was.readers),
  )
  await insertNeeds(tx, needsRows(changed.map(({ person }) => person)))
  await replaceKeys(tx, landing.authorityId, found)
  return free.length
}

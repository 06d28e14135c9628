import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { CarerKind } from './involvement.ts'
import { insertInvolvement, insertRegistration } from './involvements.sql.ts'
import { keepFindable } from './keep-findable.ts'
import { placed } from './placed.ts'
import { insertPerson, type NewDetails } from './persons.sql.ts'

export type NewCarer = {
  /** The id that the form carried, so that the same form sent twice makes one carer. */
  readonly id: string
  readonly details: NewDetails
  readonly works: WorkBegun
}

/** Who begins to work with a carer, as what, and who told them of the carer. */
export type WorkBegun = {
  readonly organisationId: number
  readonly kind: CarerKind
  readonly workerId: string | null
  readonly on: IsoDate
  /** A code of `referral-sources`. */
  readonly source: string | null
}

/** Writes down a carer nobody knew, registered and with an organisation at work; once for each id. */
export async function addCarer(tx: Tx, actor: Actor, carer: NewCarer): Promise<void> {
  const row = { ...placed(carer.details), authorityId: actor.authorityId, id: carer.id }
  if (!(await insertPerson(tx, row))) return
  await beginWork(tx, actor, { personId: carer.id, ...carer.works })
  await keepFindable(tx, carer.id)
}

/** Registers a known person with an organisation that begins to work with them. */
export async function beginWork(
  tx: Tx,
  { authorityId }: Actor,
  of: WorkBegun & { readonly personId: string },
): Promise<void> {
  const { personId, organisationId, kind } = of
  const both = { authorityId, personId, organisationId, kind }
  await insertInvolvement(tx, { ...both, id: newId(), workerId: of.workerId, since: of.on })
  await insertRegistration(tx, {
    ...both,
    id: newId(),
    state: 'active',
    registeredOn: of.on,
    referralSource: of.source,
  })
}

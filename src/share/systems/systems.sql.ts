import { sql } from 'kysely'
import type { Duty } from '#platform/access/duties.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { PublicKeys } from './public-keys.ts'

export type RegisteredSystem = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly scopes: readonly string[]
  readonly keys: number
  readonly registeredAt: IsoInstant
  readonly endedAt: IsoInstant | null
}

function selectSystems(tx: Tx) {
  return tx
    .selectFrom('registeredSystem')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'registeredSystem.authorityId')
        .onRef('organisation.id', '=', 'registeredSystem.organisationId'),
    )
    .select([
      'registeredSystem.id',
      'registeredSystem.name',
      'registeredSystem.scopes',
      'registeredSystem.registeredAt',
      'registeredSystem.endedAt',
      'organisation.name as organisation',
      sql<number>`jsonb_array_length(registered_system.public_keys -> 'keys')`.as('keys'),
    ])
}

/** Every system registered here, those that still may come in first. */
export function listSystems(tx: Tx): Promise<RegisteredSystem[]> {
  return selectSystems(tx)
    .orderBy('registeredSystem.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('organisation.name')
    .orderBy('registeredSystem.name')
    .execute()
}

/** One of them; throws NotFound where there is none. */
export async function getSystem(tx: Tx, id: string): Promise<RegisteredSystem> {
  const row = await selectSystems(tx).where('registeredSystem.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('system')
  return row
}

export type NewSystem = {
  readonly authorityId: number
  readonly id: string
  readonly organisationId: number
  readonly name: string
  readonly duties: readonly Duty[]
  readonly scopes: readonly string[]
  readonly publicKeys: PublicKeys
  readonly registeredBy: string | null
  readonly registeredAt: IsoInstant
}

/** Registers a system; the same form sent twice registers one. */
export async function insertSystem(tx: Tx, system: NewSystem): Promise<void> {
  await tx
    .insertInto('registeredSystem')
    .values({
      ...system,
      duties: [...system.duties],
      scopes: [...system.scopes],
      publicKeys: JSON.stringify(system.publicKeys),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Shuts a system out, at once: its tokens end with it. */
export async function updateEnded(tx: Tx, id: string, at: IsoInstant): Promise<void> {
  await tx
    .updateTable('registeredSystem')
    .set({ endedAt: at })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
}

export type SystemOrganisation = {
  readonly id: number
  readonly name: string
  readonly kind: string
}

/** Organisations that may have a system. */
export function listOrganisations(tx: Tx): Promise<SystemOrganisation[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('active', '=', true)
    .orderBy('name')
    .execute()
}

// Below: outside any actor's transaction, for nobody is known to act yet.

export async function findSystemKeys(
  db: Database,
  systemId: string,
): Promise<{ readonly scopes: readonly string[]; readonly publicKeys: unknown } | null> {
  const { rows } = await sql<{ scopes: readonly string[]; publicKeys: unknown }>`
    select * from system_keys(${systemId})`.execute(db)
  return rows[0] ?? null
}

/** Keeps a token that an assertion bought; false where that assertion bought one before. */
export async function insertToken(
  db: Database,
  of: {
    readonly tokenHash: string
    readonly systemId: string
    readonly scopes: readonly string[]
    readonly expiresAt: IsoInstant
    readonly assertion: { readonly id: string; readonly expiresAt: IsoInstant }
    readonly now: IsoInstant
  },
): Promise<boolean> {
  const { rows } = await sql<{ given: boolean }>`
    select give_system_token(${of.tokenHash}, ${of.systemId}, ${[...of.scopes]}, ${of.expiresAt},
      ${of.assertion.id}, ${of.assertion.expiresAt}, ${of.now}) as given`.execute(db)
  return rows[0]?.given ?? false
}

export type TokenHolder = {
  readonly authorityId: number
  readonly authorityCode: string
  readonly systemId: string
  readonly name: string
  readonly organisation: string
  readonly organisationId: number
  readonly duties: readonly Duty[]
  readonly scopes: readonly string[]
}

/** Whose token this is, by its hash; null where it is over or the system was shut out. */
export async function findTokenHolder(
  db: Database,
  of: { readonly tokenHash: string; readonly now: IsoInstant },
): Promise<TokenHolder | null> {
  const { rows } = await sql<TokenHolder>`
    select * from system_of_token(${of.tokenHash}, ${of.now})`.execute(db)
  return rows[0] ?? null
}

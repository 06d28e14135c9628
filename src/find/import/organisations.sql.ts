import type { Tx } from '#platform/db/database.ts'
import type { Register } from './read-extract.ts'

/** Which organisation each register's carers come to. */
export type Homes = Readonly<Record<Register, number>>

const names = { hub: 'Carers’ hub', young_carers: 'Young carers’ service' } as const

/**
 * The authority's hub and its young carers' service. Where one is needed and there is none yet, it
 * is made under a plain name; where it is not needed, the hub stands for it.
 */
export async function getHomes(
  tx: Tx,
  authorityId: number,
  needed: readonly Register[],
): Promise<Homes> {
  const hub = await getOrganisation(tx, authorityId, 'hub')
  if (!needed.includes('young_carers')) return { adult_carers: hub, young_carers: hub }
  return { adult_carers: hub, young_carers: await getOrganisation(tx, authorityId, 'young_carers') }
}

async function getOrganisation(tx: Tx, authorityId: number, kind: Kind): Promise<number> {
  const found = await findOrganisation(tx, authorityId, kind)
  return found ?? insertOrganisation(tx, authorityId, kind)
}

type Kind = keyof typeof names

/** The authority's oldest organisation of a kind. */
export async function findOrganisation(
  tx: Tx,
  authorityId: number,
  kind: Kind,
): Promise<number | null> {
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('kind', '=', kind)
    .where('active', '=', true)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}

async function insertOrganisation(tx: Tx, authorityId: number, kind: Kind): Promise<number> {
  const { highest } = await tx
    .selectFrom('organisation')
    .select(({ fn }) => fn.max('id').as('highest'))
    .where('authorityId', '=', authorityId)
    .executeTakeFirstOrThrow()
  const id = Number(highest ?? 0) + 1
  await tx.insertInto('organisation').values({ authorityId, id, kind, name: names[kind] }).execute()
  return id
}

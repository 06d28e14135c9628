import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Organisation } from './organisation.ts'

const columns = [
  'id',
  'kind',
  'name',
  'code',
  'town',
  'telephone',
  'active',
  'domains',
  'signInRule',
  'secondStep',
  'version',
] as const

/** The authority's organisations by name, closed ones last, with how many people work there today. */
export async function listOrganisations(
  tx: Tx,
  of: { readonly authorityId: number; readonly today: string },
): Promise<readonly (Organisation & { readonly people: number })[]> {
  const rows = await tx
    .selectFrom('organisation as o')
    .select(columns)
    .select(
      sql<number>`(select count(distinct m.account_id) from membership m
        join account a on a.authority_id = m.authority_id and a.id = m.account_id and a.active
        where m.authority_id = o.authority_id and m.organisation_id = o.id
          and m.since <= ${of.today} and (m.until is null or m.until >= ${of.today}))`.as('people'),
    )
    .where('o.authorityId', '=', of.authorityId)
    .orderBy('o.active', 'desc')
    .orderBy('o.name')
    .execute()
  return rows as (Organisation & { people: number })[]
}

export async function getOrganisation(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: number },
): Promise<Organisation> {
  const found = await tx
    .selectFrom('organisation')
    .select(columns)
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('organisation')
  return found as Organisation
}

export type OrganisationFacts = Omit<Organisation, 'id' | 'version' | 'active'>

/** The new organisation's number; null where one of that kind has the name already. */
export async function insertOrganisation(
  tx: Tx,
  of: OrganisationFacts & { readonly authorityId: number },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into organisation (authority_id, id, kind, name, code, town, telephone, domains, sign_in_rule, second_step)
    select ${of.authorityId}, coalesce(max(id), 0) + 1, ${of.kind}, ${of.name}, ${of.code}, ${of.town},
           ${of.telephone}, ${[...of.domains]}::text[], ${of.signInRule}, ${of.secondStep}
      from organisation where authority_id = ${of.authorityId}
    on conflict (authority_id, kind, name) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Whether the version that was read was still the newest, and is changed now. */
export async function updateOrganisation(
  tx: Tx,
  of: Omit<OrganisationFacts, 'kind'> & {
    readonly authorityId: number
    readonly id: number
    readonly version: number
    readonly active: boolean
  },
): Promise<boolean> {
  const { authorityId, id, version, domains, ...facts } = of
  const { numUpdatedRows } = await tx
    .updateTable('organisation')
    .set({ ...facts, domains: [...domains], version: version + 1 })
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether another organisation of the kind bears the name. */
export async function isNameTaken(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly kind: string
    readonly name: string
    readonly not: number
  },
): Promise<boolean> {
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where('authorityId', '=', of.authorityId)
    .where('kind', '=', of.kind)
    .where('name', '=', of.name)
    .where('id', '!=', of.not)
    .executeTakeFirst()
  return found !== undefined
}

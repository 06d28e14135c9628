import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Intake } from './intake.ts'

/** Hubs take whom they are sent and young carers' services the young, until they say otherwise. */
const unlessSaid = {
  hub: ['adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer'],
  young_carers: ['young_carer'],
} as const satisfies Readonly<Record<string, readonly CarerKind[]>>

/** Everybody in an authority who takes referrals, with how many they hold where that matters. */
export async function listIntakes(tx: Tx, authorityId: number): Promise<readonly Intake[]> {
  const { rows } = await sql<Omit<Intake, 'held'>>`
    select o.id as organisation_id, o.name, o.kind as organisation_kind, o.telephone,
           coalesce(i.kinds, case o.kind when 'hub' then ${[...unlessSaid.hub]}::text[]
                                         else ${[...unlessSaid.young_carers]}::text[] end) as kinds,
           coalesce(i.areas, '{}') as areas, coalesce(i.reasons, '{}') as reasons, i.capacity,
           coalesce(i.paused, false) as paused, i.paused_until, i.paused_because, coalesce(i.place, 5) as place
      from organisation o
      left join referral_intake i on i.authority_id = o.authority_id and i.organisation_id = o.id
     where o.authority_id = ${authorityId} and o.active
       and (i.organisation_id is not null or o.kind in ('hub', 'young_carers'))
     order by o.id`.execute(tx)
  const limited = rows.some(({ capacity }) => capacity !== null)
  const held = limited ? await countHeld(tx) : new Map<number, number>()
  return rows.map((row) => ({ ...row, held: held.get(row.organisationId) ?? 0 }))
}

async function countHeld(tx: Tx): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ organisationId: number; held: number }>`
    select organisation_id, held from referrals_held()`.execute(tx)
  return new Map(rows.map(({ organisationId, held }) => [organisationId, held]))
}

/** How many referrals an organisation holds that wait for an answer or a first talk. */
export async function countHeldBy(tx: Tx, organisationId: number): Promise<number> {
  return (await countHeld(tx)).get(organisationId) ?? 0
}

/** What an organisation says it takes. */
export type OwnIntake = Omit<Intake, 'held' | 'name' | 'organisationKind' | 'telephone'> & {
  readonly authorityId: number
  readonly version: number
}

/** An organisation's own word, null where it never gave it. */
export async function findIntake(tx: Tx, organisationId: number): Promise<OwnIntake | null> {
  const row = await tx
    .selectFrom('referralIntake')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return row === undefined
    ? null
    : {
        ...row,
        kinds: row.kinds as CarerKind[],
        pausedUntil: row.pausedUntil as IsoDate | null,
      }
}

/** Keeps an organisation's word; false where someone else changed it since that version was read. */
export async function saveIntake(tx: Tx, intake: OwnIntake): Promise<boolean> {
  const { version, ...words } = intake
  const values = {
    ...words,
    kinds: [...words.kinds],
    areas: [...words.areas],
    reasons: [...words.reasons],
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('referralIntake')
    .values({ ...values, version: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'organisationId'])
        .doUpdateSet({ ...values, version: version + 1 })
        .where('referralIntake.version', '=', version),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export type Settable = { readonly id: number; readonly name: string; readonly kind: string }

/** Organisations of which the actor may say what they take: all for an administrator, else the manager's own. */
export function listSettable(
  tx: Tx,
  of: { readonly authorityId: number; readonly all: boolean; readonly own: readonly number[] },
): Promise<Settable[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('authorityId', '=', of.authorityId)
    .where('active', '=', true)
    .$if(!of.all, (query) => query.where('id', 'in', [...of.own, -1]))
    .where('kind', 'in', ['hub', 'young_carers', 'charity', 'council'])
    .orderBy('name')
    .execute()
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Flagged } from './practice-list.rules.ts'

export type Practice = { readonly id: number; readonly name: string; readonly code: string | null }

/** The GP practices among these organisations. */
export function listOwnPractices(tx: Tx, organisationIds: readonly number[]): Promise<Practice[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'code'])
    .where('id', 'in', [...organisationIds, -1])
    .where('kind', '=', 'gp_practice')
    .orderBy('name')
    .execute()
}

export type Agreed = Omit<Flagged, 'codes'> & { readonly conditions: readonly string[] }

/**
 * Carers on a register who agreed that the practice may know who they are, in the order of their
 * names, as far as row-level security shows them to whoever asks; with what those have whom they
 * look after.
 */
export async function listAgreed(
  tx: Tx,
  of: { readonly practiceId: number; readonly today: IsoDate },
): Promise<readonly Agreed[]> {
  const { rows } = await sql<Agreed>`
    select p.id as person_id, p.given_name, p.family_name, p.date_of_birth, p.nhs_number,
           array(select distinct condition from caring c cross join unnest(c.conditions) as condition
                  where c.carer_id = p.id and (c.until is null or c.until > ${of.today})) as conditions
      from person p
     where p.id in (select a.person_id from agreement a
                     where a.organisation_id = ${of.practiceId} and 'identity' = any (a.purposes)
                       and a.ended_on is null and a.agreed_on <= ${of.today}
                       and (a.until is null or a.until >= ${of.today}))
       and p.merged_into is null and p.died_on is null
       and exists (select from registration r where r.person_id = p.id
                      and (r.ended_on is null or r.ended_on > ${of.today}))
     order by lower(p.family_name), lower(p.given_name), p.id`.execute(tx)
  return rows
}

/** Whom the practice confirmed last time; one whose record was joined to another stands as that other. */
export async function listTold(tx: Tx, practiceId: number): Promise<readonly Flagged[]> {
  const { rows } = await sql<Flagged>`
    select coalesce(p.merged_into, f.person_id) as person_id, f.given_name, f.family_name,
           f.date_of_birth, f.nhs_number, f.codes
      from practice_flag f
      left join person p on p.authority_id = f.authority_id and p.id = f.person_id
     where f.organisation_id = ${practiceId}
     order by lower(f.family_name), lower(f.given_name), f.id`.execute(tx)
  return rows
}

export type Receipt = {
  readonly number: number
  readonly confirmedAt: string
  readonly confirmedName: string
  readonly added: number
  readonly changed: number
  readonly ended: number
  readonly flagged: number
}

/** The practice's receipts, newest first. */
export function listReceipts(tx: Tx, practiceId: number, limit: number): Promise<Receipt[]> {
  return tx
    .selectFrom('practiceReceipt')
    .select(['number', 'confirmedAt', 'confirmedName', 'added', 'changed', 'ended', 'flagged'])
    .where('organisationId', '=', practiceId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
}

/** Writes a receipt; false where somebody confirmed the one of that number first. */
export async function insertReceipt(
  tx: Tx,
  receipt: Receipt & {
    readonly authorityId: number
    readonly organisationId: number
    readonly confirmedBy: string | null
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('practiceReceipt')
    .values({ ...receipt, id: newId() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Whose = { readonly authorityId: number; readonly practiceId: number }

/** Takes away whom the practice flags no longer. */
export async function deleteToldBut(
  tx: Tx,
  of: Whose,
  personIds: readonly string[],
): Promise<void> {
  await sql`
    delete from practice_flag
     where organisation_id = ${of.practiceId} and person_id <> all (${[...personIds]}::uuid[])`.execute(
    tx,
  )
}

/** Writes down whom the practice flags now, as it was told; who was told alike before stays. */
export async function upsertTold(
  tx: Tx,
  of: Whose & { readonly on: IsoDate },
  flagged: readonly Flagged[],
): Promise<void> {
  if (flagged.length === 0) return
  const rows = JSON.stringify(flagged.map((each) => ({ ...each, id: newId() })))
  await sql`
    insert into practice_flag (authority_id, id, organisation_id, person_id, given_name, family_name,
                               date_of_birth, nhs_number, codes, told_on)
    select ${of.authorityId}, id, ${of.practiceId}, "personId", "givenName", "familyName", "dateOfBirth",
           "nhsNumber", codes, ${of.on}
      from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "personId" uuid, "givenName" text,
           "familyName" text, "dateOfBirth" date, "nhsNumber" text, codes text[])
    on conflict (authority_id, organisation_id, person_id) do update
       set given_name = excluded.given_name, family_name = excluded.family_name,
           date_of_birth = excluded.date_of_birth, nhs_number = excluded.nhs_number,
           codes = excluded.codes, told_on = excluded.told_on
     where practice_flag.codes is distinct from excluded.codes`.execute(tx)
}

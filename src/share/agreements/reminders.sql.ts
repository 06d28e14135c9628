import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Person } from '#people/persons/person.ts'

/** The authorities where an agreement runs out by a day and nobody was told. */
export async function listAuthoritiesWithEnds(
  db: Database,
  by: IsoDate,
): Promise<readonly { readonly id: number; readonly code: string }[]> {
  const { rows } = await sql<{ id: number; code: string }>`
    select id, code from authorities_with_agreements_to_end(${by})`.execute(db)
  return rows
}

export type RunningOut = Pick<
  Person,
  | 'givenName'
  | 'familyName'
  | 'knownAs'
  | 'diedOn'
  | 'safeContact'
  | 'informationFormat'
  | 'language'
  | 'mayEmail'
  | 'email'
  | 'mayText'
  | 'mobilePhone'
> & {
  readonly id: string
  readonly personId: string
  readonly organisation: string
  readonly until: string
}

/** Agreements that run out within these days and of which nobody was told; kept from other jobs meanwhile. */
export async function claimRunningOut(
  tx: Tx,
  of: { readonly authorityId: number; readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly RunningOut[]> {
  const { rows } = await sql<RunningOut>`
    select a.id, a.person_id, o.name as organisation, a.until, p.given_name, p.family_name, p.known_as, p.died_on,
           p.safe_contact, p.information_format, p.language, p.may_email, p.email, p.may_text, p.mobile_phone
      from agreement a
      join organisation o on o.authority_id = a.authority_id and o.id = a.organisation_id
      join person p on p.authority_id = a.authority_id and p.id = a.person_id
     where a.authority_id = ${of.authorityId} and a.ended_on is null and a.reminded_on is null
       and a.until between ${of.from} and ${of.to}
     order by a.id for update of a skip locked`.execute(tx)
  return rows
}

export async function updateReminded(
  tx: Tx,
  of: { readonly id: string; readonly on: IsoDate; readonly by: 'message' | 'worker' },
): Promise<void> {
  await tx
    .updateTable('agreement')
    .set({ remindedOn: of.on, remindedBy: of.by })
    .where('id', '=', of.id)
    .execute()
}

export type ToAsk = Pick<RunningOut, 'id' | 'personId' | 'organisation' | 'until'> &
  Pick<Person, 'givenName' | 'familyName' | 'knownAs'>

/** Agreements of a worker's own carers that run out, where the worker is to say so. */
export async function listToAsk(
  tx: Tx,
  of: { readonly workerId: string; readonly today: IsoDate; readonly limit: number },
): Promise<{ readonly agreements: readonly ToAsk[]; readonly total: number }> {
  const { rows } = await sql<ToAsk & { total: number }>`
    select a.id, a.person_id, o.name as organisation, a.until, p.given_name, p.family_name, p.known_as,
           count(*) over () as total
      from agreement a
      join organisation o on o.authority_id = a.authority_id and o.id = a.organisation_id
      join person p on p.authority_id = a.authority_id and p.id = a.person_id
     where a.authority_id = actor_authority() and a.ended_on is null and a.reminded_by = 'worker' and a.until >= ${of.today}
       and exists (select from involvement i where i.authority_id = a.authority_id and i.person_id = a.person_id
                      and i.worker_id = ${of.workerId} and i.until is null)
     order by a.until, a.id limit ${of.limit}`.execute(tx)
  return { agreements: rows, total: Number(rows[0]?.total ?? 0) }
}

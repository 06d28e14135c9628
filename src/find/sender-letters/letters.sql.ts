import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { OwnOrganisation } from '../referrals/comparison.sql.ts'
import type { SpanOfDays } from '../referrals/sent-referrals.sql.ts'

/** Who writes the letters: the county's hub. */
export type Writer = {
  readonly name: string
  readonly town: string | null
  readonly telephone: string | null
}

/** The hub of an authority; throws where it has none. */
export function getWriter(tx: Tx, authorityId: number): Promise<Writer> {
  return tx
    .selectFrom('organisation')
    .select(['name', 'town', 'telephone'])
    .where('authorityId', '=', authorityId)
    .where('kind', '=', 'hub')
    .where('active', '=', true)
    .orderBy('id')
    .executeTakeFirstOrThrow()
}

/** Practices that referred anybody in a year and have not had its letter. */
export async function listToWriteTo(
  tx: Tx,
  of: { readonly authorityId: number; readonly year: SpanOfDays },
): Promise<readonly OwnOrganisation[]> {
  const { from, to } = of.year
  const { rows } = await sql<OwnOrganisation>`
    select o.id, o.name, o.kind, o.town from organisation o
     where o.authority_id = ${of.authorityId} and o.kind = 'gp_practice' and o.active
       and exists (select from referral r where r.authority_id = o.authority_id
                      and r.from_organisation_id = o.id and r.received_on between ${from} and ${to})
       and not exists (select from referral_letter l where l.authority_id = o.authority_id
                          and l.organisation_id = o.id and l.year_from = ${from})
     order by o.id`.execute(tx)
  return rows
}

/** Writes down that a letter goes; false where another job has written it. */
export async function insertLetter(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly organisationId: number
    readonly yearFrom: IsoDate
    readonly sentOn: IsoDate
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('referralLetter')
    .values(of)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Where to write to those who refer for an organisation. */
export async function listReferrers(
  tx: Tx,
  of: { readonly authorityId: number; readonly organisationId: number },
): Promise<readonly { readonly id: string; readonly email: string }[]> {
  const { rows } = await sql<{ id: string; email: string }>`
    select distinct a.id, a.email from membership m
      join account a on a.authority_id = m.authority_id and a.id = m.account_id and a.active
     where m.authority_id = ${of.authorityId} and m.organisation_id = ${of.organisationId}
       and m.until is null and 'referrer' = any (m.duties) order by a.id`.execute(tx)
  return rows
}

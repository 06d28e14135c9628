import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { ReportingYear } from './reporting-year.rules.ts'

const everyKind = sql`('adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer')`

/**
 * Of the years given, those in which something happened that a report counts: a referral, an
 * assessment, an attendance, a payment, or the register's latest entry. A register tells of the
 * year of its latest entry alone: whoever had left before may no longer have been in it when it
 * came here. What stands all the time, such as a support group, makes no year.
 */
export async function listYearsWithRows(
  tx: Tx,
  authorityId: number,
  years: readonly ReportingYear[],
): Promise<readonly ReportingYear[]> {
  const { rows } = await sql<{ label: string }>`
    with latest as (
      select max(last.registered_on) as day
        from unnest(array['adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer']) k(kind),
             lateral (select g.registered_on from registration g
                       where g.authority_id = ${authorityId} and g.kind = k.kind and g.state <> 'asked'
                       order by g.registered_on desc limit 1) last)
    select y.label
      from unnest(${years.map(({ label }) => label)}::text[], ${years.map(({ from }) => from)}::date[],
                  ${years.map(({ to }) => to)}::date[]) y(label, first, last)
     where exists (select from referral r where r.authority_id = ${authorityId}
                      and r.kind in ${everyKind} and r.received_on between y.first and y.last)
        or exists (select from assessment a where a.authority_id = ${authorityId} and a.state = 'completed'
                      and a.kind in ('adult_carer', 'parent_carer', 'young_carer', 'transition')
                      and a.completed_on between y.first and y.last)
        or exists (select from attendance t where t.authority_id = ${authorityId}
                      and t.kind in ('course', 'club', 'one_to_one', 'trip', 'school', 'other')
                      and t.held_on between y.first and y.last)
        or exists (select from payment p where p.authority_id = ${authorityId} and p.state = 'paid'
                      and p.paid_on between y.first and y.last)
        or (select day from latest) between y.first and y.last`.execute(tx)
  const found = new Set(rows.map(({ label }) => label))
  return years.filter(({ label }) => found.has(label))
}

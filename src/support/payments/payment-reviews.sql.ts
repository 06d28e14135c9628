import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import type { ReviewDates } from '#support/diary/review-dates.rules.ts'

/** Puts the review of each of these payments that is a direct payment of a plan on the list, one a plan. */
export async function insertPaymentReviews(
  tx: Tx,
  paymentIds: readonly string[],
  due: ReviewDates,
): Promise<void> {
  const rows = paymentIds.map((paymentId) => ({ id: newId(), payment_id: paymentId }))
  await sql`
    insert into review (authority_id, id, plan_id, person_id, organisation_id, reviewer_id, kind, due_from, due_on)
    select distinct on (p.plan_id) p.authority_id, r.id, p.plan_id, p.person_id, p.organisation_id,
           coalesce((select o.reviewer_id from review o where o.authority_id = p.authority_id and o.plan_id = p.plan_id
                       and o.done_on is null order by o.due_on limit 1), p.proposed_by),
           ${due.kind}, ${due.dueFrom}::date, ${due.dueOn}::date
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, payment_id uuid)
      join payment p on p.authority_id = actor_authority() and p.id = r.payment_id
     where p.basis = 'direct_payment' and p.plan_id is not null
       and not exists (select from review o where o.authority_id = p.authority_id and o.plan_id = p.plan_id
                         and o.kind = 'direct_payment' and o.done_on is null)
     order by p.plan_id, r.id`.execute(tx)
}

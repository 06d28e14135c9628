import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Body } from '#platform/web/form.ts'
import { daysKept, type Answers, type Draft, type Way } from './draft.ts'

export type NewDraft = {
  readonly authorityId: number
  readonly id: string
  readonly way: Way
  readonly answers: Answers
}

/** Begins a draft; the referral that it will be sent as has its id from now on. */
export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  await tx
    .insertInto('visitorDraft')
    .values({ ...draft, answers: JSON.stringify(draft.answers), referralId: newId() })
    .execute()
}

/** The draft of that id, where it is there and not too old. `lock` lets no other request send it. */
export async function findDraft(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly lock?: boolean },
): Promise<Draft | null> {
  const { rows } = await sql<Draft>`
    select id, way, answers, referral_id, reference
      from visitor_draft
     where authority_id = ${of.authorityId} and id = ${of.id}
       and changed_at > now() - make_interval(days => ${daysKept})
     ${of.lock === true ? sql`for update` : sql``}`.execute(tx)
  return rows[0] ?? null
}

/** Keeps what was sent of one page, beside the other pages' answers. */
export async function updateAnswer(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly id: string
    readonly step: string
    readonly body: Body
  },
): Promise<void> {
  await sql`
    update visitor_draft
       set answers = answers || jsonb_build_object(${of.step}::text, ${JSON.stringify(of.body)}::jsonb),
           changed_at = now()
     where authority_id = ${of.authorityId} and id = ${of.id} and reference is null`.execute(tx)
}

export async function updateWay(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly way: Way },
): Promise<void> {
  await tx
    .updateTable('visitorDraft')
    .set({ way: of.way })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

/** Sent: what was typed is on the referral now and is kept here no longer. */
export async function updateAsSent(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string; readonly reference: string },
): Promise<void> {
  await tx
    .updateTable('visitorDraft')
    .set({ answers: '{}', reference: of.reference, changedAt: sql<string>`now()` })
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

export async function deleteDraft(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string },
): Promise<void> {
  await tx
    .deleteFrom('visitorDraft')
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

/** Deletes drafts that nobody came back to, of all authorities. Gives how many. */
export async function deleteOldDrafts(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select forget_visitor_drafts(${daysKept}) as count`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

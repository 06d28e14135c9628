import { sql, type Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { ReferralState } from '#find/referrals/referral.ts'
import type { NotReferred } from './young-carer-referral.rules.ts'

/** A child named on an adult's assessment, and how far their referral has come. */
export type NamedChild = {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly onDay: IsoDate
  readonly writtenByName: string
  readonly notReferred: NotReferred | null
  readonly notReferredWords: string | null
  /** Null where none was opened, and for whoever did not send it. */
  readonly reference: string | null
  readonly state: ReferralState | null
  readonly sentTo: string | null
}

/** The children named on an assessment: of the referral only what its sender may read. */
export async function listNamedChildren(tx: Tx, assessmentId: string): Promise<NamedChild[]> {
  const { rows } = await sql<NamedChild>`
    select y.id, y.given_name, y.family_name, y.on_day, y.written_by_name, y.not_referred, y.not_referred_words,
           r.reference, r.state, o.name as sent_to
      from assessment_young_carer y
      left join sent_referral r on r.authority_id = y.authority_id and r.id = y.referral_id
      left join organisation o on o.authority_id = r.authority_id and o.id = r.to_organisation_id
     where y.assessment_id = ${assessmentId}
     order by y.on_day, y.id`.execute(tx)
  return rows
}

/** Names a child on an assessment; false where the same child, or the same form, is there already. */
export async function insertNamedChild(
  tx: Tx,
  child: Insertable<DB['assessmentYoungCarer']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('assessmentYoungCarer')
    .values(child)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

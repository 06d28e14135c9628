import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import type { Answers } from './answers.ts'

/** What a carer wrote at home in one section of their own assessment. */
export type OwnWords = {
  readonly section: string
  readonly answers: Answers
  readonly savedAt: IsoInstant
  readonly version: number
}

/** All that the carer wrote of an assessment. */
export function listOwnWords(tx: Tx, assessmentId: string): Promise<OwnWords[]> {
  return tx
    .selectFrom('assessmentOwnWords')
    .select(['section', 'answers', 'savedAt', 'version'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('section')
    .$castTo<OwnWords>()
    .execute()
}

export type OwnWordsSave = {
  readonly authorityId: number
  readonly id: string
  readonly assessmentId: string
  readonly personId: string
  readonly section: string
  readonly answers: Answers
}

/** Keeps a section for the first time; false where it was kept before, on another device. */
export async function insertOwnWords(tx: Tx, save: OwnWordsSave): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('assessmentOwnWords')
    .values({ ...save, answers: JSON.stringify(save.answers) })
    .onConflict((conflict) =>
      conflict.columns(['authorityId', 'assessmentId', 'section']).doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps it over the version that was read; false where another device kept one since. */
export async function updateOwnWords(
  tx: Tx,
  save: OwnWordsSave,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('assessmentOwnWords')
    .set((eb) => ({
      answers: JSON.stringify(save.answers),
      savedAt: sql<string>`clock_timestamp()`,
      version: eb('version', '+', 1),
    }))
    .where('assessmentId', '=', save.assessmentId)
    .where('section', '=', save.section)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

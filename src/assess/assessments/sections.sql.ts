import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import type { Answers } from './answers.ts'

export type SavedSection = {
  readonly section: string
  readonly answers: Answers
  readonly savedByName: string
  readonly savedBy: string | null
  readonly savedAt: IsoInstant
  readonly version: number
  /** Fields that were brought along and that nobody has gone through with the carer. */
  readonly unconfirmed: readonly string[]
}

const columns = [
  'section',
  'answers',
  'savedByName',
  'savedBy',
  'savedAt',
  'version',
  'unconfirmed',
] as const

/** What has been saved of an assessment. */
export function listSections(tx: Tx, assessmentId: string): Promise<SavedSection[]> {
  return tx
    .selectFrom('assessmentSection')
    .select(columns)
    .where('assessmentId', '=', assessmentId)
    .orderBy('savedAt', 'desc')
    .$castTo<SavedSection>()
    .execute()
}

export type SectionSave = {
  readonly authorityId: number
  readonly id: string
  readonly assessmentId: string
  readonly personId: string
  readonly section: string
  readonly answers: Answers
  readonly savedBy: string | null
  readonly savedByName: string
  readonly unconfirmed?: readonly string[]
}

/** Saves a section for the first time; false where somebody did before. */
export async function insertSection(tx: Tx, save: SectionSave): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('assessmentSection')
    .values({
      ...save,
      answers: JSON.stringify(save.answers),
      unconfirmed: [...(save.unconfirmed ?? [])],
    })
    .onConflict((conflict) =>
      conflict.columns(['authorityId', 'assessmentId', 'section']).doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves over the version that was read; false where somebody saved since. */
export async function updateSection(tx: Tx, save: SectionSave, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('assessmentSection')
    .set((eb) => ({
      answers: JSON.stringify(save.answers),
      unconfirmed: [...(save.unconfirmed ?? [])],
      savedBy: save.savedBy,
      savedByName: save.savedByName,
      savedAt: sql<string>`clock_timestamp()`,
      version: eb('version', '+', 1),
    }))
    .where('assessmentId', '=', save.assessmentId)
    .where('section', '=', save.section)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Lets the carer read what was said, once the decision has been sent. */
export async function updateShared(tx: Tx, assessmentId: string): Promise<void> {
  await tx
    .updateTable('assessmentSection')
    .set({ withheld: false })
    .where('assessmentId', '=', assessmentId)
    .where('withheld', '=', true)
    .execute()
}

/** Keeps that someone has the assessment open just now. */
export async function upsertVisit(
  tx: Tx,
  visit: {
    readonly authorityId: number
    readonly assessmentId: string
    readonly accountId: string
    readonly name: string
    readonly section: string | null
  },
): Promise<void> {
  await tx
    .insertInto('assessmentVisit')
    .values(visit)
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'assessmentId', 'accountId'])
        .doUpdateSet({ section: visit.section, name: visit.name, at: sql`clock_timestamp()` }),
    )
    .execute()
}

export type Visit = {
  readonly name: string
  readonly section: string | null
  readonly at: IsoInstant
}

/** Who else had the assessment open within the last quarter of an hour. */
export function listOtherVisits(
  tx: Tx,
  assessmentId: string,
  accountId: string | null,
): Promise<Visit[]> {
  return tx
    .selectFrom('assessmentVisit')
    .select(['name', 'section', 'at'])
    .where('assessmentId', '=', assessmentId)
    .where('accountId', 'is distinct from', accountId)
    .where('at', '>', sql<string>`clock_timestamp() - interval '15 minutes'`)
    .orderBy('at', 'desc')
    .execute()
}

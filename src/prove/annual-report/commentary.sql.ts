import type { Tx } from '#platform/db/database.ts'

export type Commentary = {
  readonly id: string
  readonly part: string
  readonly words: string
  readonly version: number
  readonly writtenByName: string
  readonly writtenAt: string
}

/** What was written beside a year's figures, by part of the report. */
export async function listCommentary(
  tx: Tx,
  authorityId: number,
  year: string,
): Promise<ReadonlyMap<string, Commentary>> {
  const rows = await tx
    .selectFrom('reportCommentary')
    .select(['id', 'part', 'words', 'version', 'writtenByName', 'writtenAt'])
    .where('authorityId', '=', authorityId)
    .where('report', '=', 'annual')
    .where('year', '=', year)
    .execute()
  return new Map(rows.map((row) => [row.part, row]))
}

export type NewCommentary = {
  readonly id: string
  readonly authorityId: number
  readonly year: string
  readonly part: string
  readonly words: string
  readonly writtenBy: string | null
  readonly writtenByName: string
}

/**
 * Writes a part's commentary over the version that its writer saw (0: none yet). Gives false where
 * somebody else wrote in between; nothing of theirs is lost then.
 */
export async function writeCommentary(
  tx: Tx,
  commentary: NewCommentary,
  overVersion: number,
): Promise<boolean> {
  if (overVersion === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('reportCommentary')
      .values({ ...commentary, report: 'annual' })
      .onConflict((conflict) =>
        conflict.columns(['authorityId', 'report', 'year', 'part']).doNothing(),
      )
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { words, writtenBy, writtenByName } = commentary
  const { numUpdatedRows } = await tx
    .updateTable('reportCommentary')
    .set((eb) => ({
      words,
      writtenBy,
      writtenByName,
      writtenAt: eb.fn<string>('now'),
      version: eb('version', '+', 1),
    }))
    .where('authorityId', '=', commentary.authorityId)
    .where('report', '=', 'annual')
    .where('year', '=', commentary.year)
    .where('part', '=', commentary.part)
    .where('version', '=', overVersion)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

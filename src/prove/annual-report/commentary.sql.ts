import type { Tx } from '#platform/db/database.ts'

export type Commentary = {
  readonly id: string
  readonly part: string
  readonly words: string
  readonly version: number
  readonly writtenBy: string | null
  readonly writtenByName: string
  readonly writtenAt: string
}

const columns = [
  'id',
  'part',
  'words',
  'version',
  'writtenBy',
  'writtenByName',
  'writtenAt',
] as const

/** What was written beside a year's figures, by part of the report. */
export async function listCommentary(
  tx: Tx,
  authorityId: number,
  year: string,
): Promise<ReadonlyMap<string, Commentary>> {
  const rows = await tx
    .selectFrom('reportCommentary')
    .select(columns)
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

/** Writes the first commentary of a part. Gives false where there is one already. */
export async function insertCommentary(tx: Tx, commentary: NewCommentary): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reportCommentary')
    .values({ ...commentary, report: 'annual' })
    .onConflict((conflict) =>
      conflict.columns(['authorityId', 'report', 'year', 'part']).doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Writes a part's commentary over the version that its writer saw. Gives false where it is another by now. */
export async function updateCommentary(
  tx: Tx,
  { authorityId, year, part, words, writtenBy, writtenByName }: NewCommentary,
  overVersion: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reportCommentary')
    .set((eb) => ({
      words,
      writtenBy,
      writtenByName,
      writtenAt: eb.fn<string>('now'),
      version: eb('version', '+', 1),
    }))
    .where('authorityId', '=', authorityId)
    .where('report', '=', 'annual')
    .where('year', '=', year)
    .where('part', '=', part)
    .where('version', '=', overVersion)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

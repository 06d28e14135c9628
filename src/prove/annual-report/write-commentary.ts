import type { Tx } from '#platform/db/database.ts'
import {
  insertCommentary,
  listCommentary,
  type NewCommentary,
  updateCommentary,
} from './commentary.sql.ts'

/**
 * Writes a part's commentary over the version that its writer saw (0: none yet). Gives false where
 * somebody else wrote in between; nothing of theirs is lost then. The same words sent again by who
 * wrote them are done already.
 */
export async function writeCommentary(
  tx: Tx,
  commentary: NewCommentary,
  overVersion: number,
): Promise<boolean> {
  const written =
    overVersion === 0
      ? await insertCommentary(tx, commentary)
      : await updateCommentary(tx, commentary, overVersion)
  if (written) return true
  const { authorityId, year, part, words, writtenBy } = commentary
  const stands = (await listCommentary(tx, authorityId, year)).get(part)
  return (
    stands !== undefined &&
    stands.version === overVersion + 1 &&
    stands.writtenBy === writtenBy &&
    stands.words === words
  )
}

import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { getAuthorityName, getOrganisation } from '#assess/assessments/settings.sql.ts'
import type { LetterFrom } from './decision-letter.ts'
import type { OpenedDecision } from './opened.ts'

/** Gathers what the letters about a decision are written from. */
export async function letterFrom(
  tx: Tx,
  actor: Actor,
  opened: OpenedDecision,
): Promise<LetterFrom> {
  const authorityName = await getAuthorityName(tx, actor.authorityId)
  const organisation = await getOrganisation(tx, opened.determination.organisationId)
  return { ...opened, organisation, authority: authorityName }
}

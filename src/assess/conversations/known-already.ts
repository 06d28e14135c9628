import { holds, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { formOf } from '#assess/assessments/assessment-form.ts'
import { listAssessments } from '#assess/assessments/assessments.sql.ts'
import { allAnswers } from '#assess/assessments/section-state.ts'
import { listSections } from '#assess/assessments/sections.sql.ts'
import { topicsFromAnswers } from '#assess/assessments/talks.rules.ts'
import { assessmentReaders } from '#assess/assessments/who-assesses.ts'
import type { Conversation, ConversationNumber } from './conversation.ts'
import { listConversations } from './conversations.sql.ts'
import { knownAlready, type Known } from './known-already.rules.ts'

/** What is known before a conversation, and the talks that were held before it, the newest first. */
export async function knownBefore(
  tx: Tx,
  of: { readonly actor: Actor; readonly personId: string; readonly number: ConversationNumber },
): Promise<{ readonly known: Known; readonly talks: readonly Conversation[] }> {
  const talks = await listConversations(tx, of.personId)
  const assessment = await lastAssessment(tx, of)
  return { talks, known: knownAlready(of.number, { talks, assessment }) }
}

/** What was said in the last assessment, for those who may read assessments. */
async function lastAssessment(
  tx: Tx,
  { actor, personId }: { readonly actor: Actor; readonly personId: string },
) {
  if (!holds(actor, ...assessmentReaders)) return null
  const latest = (await listAssessments(tx, personId)).find(
    ({ formVersion, begunOn }) => formVersion !== null && begunOn !== null,
  )
  const on = latest?.completedOn ?? latest?.begunOn ?? null
  if (latest === undefined || latest.formVersion === null || on === null) return null
  const answers = allAnswers(await listSections(tx, latest.id))
  return { on, said: topicsFromAnswers(formOf(latest.formVersion), answers) }
}

import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Answers } from './answers.ts'
import { formOf } from './assessment-form.ts'
import type { Assessment } from './assessment.ts'
import { listAssessments } from './assessments.sql.ts'
import { listOwnWords, type OwnWords } from './own-words.sql.ts'
import { allAnswers } from './section-state.ts'
import { listSections, type SavedSection } from './sections.sql.ts'
import { answersFromTalks, type Talk } from './talks.rules.ts'
import { listTalks } from './talks.sql.ts'

/** The assessment of the same kind that was completed before this one, with what was said in it. */
export type LastTime = { readonly assessment: Assessment; readonly saved: readonly SavedSection[] }

/** The last one that was completed here before this; null for the first, and after another system's. */
export async function findLastTime(tx: Tx, of: Assessment): Promise<LastTime | null> {
  const all = await listAssessments(tx, of.personId)
  const before = all.find(
    ({ id, kind, state, formVersion, completedOn }) =>
      id !== of.id &&
      kind === of.kind &&
      state === 'completed' &&
      formVersion !== null &&
      (of.completedOn === null || (completedOn !== null && completedOn <= of.completedOn)),
  )
  return before === undefined
    ? null
    : { assessment: before, saved: await listSections(tx, before.id) }
}

export type KnownBefore = {
  readonly own: readonly OwnWords[]
  readonly ownAnswers: Answers
  readonly lastTime: LastTime | null
  readonly lastAnswers: Answers
  /** The conversations, the newest first, and what they give as answers since last time. */
  readonly talks: readonly Talk[]
  readonly talkAnswers: Answers
  /** The day on which each answer out of a talk was said. */
  readonly talkedOn: Readonly<Record<string, IsoDate>>
}

/** All that is known before a section is asked: the carer's own words, the talks, last time. */
export async function knownBefore(tx: Tx, assessment: Assessment): Promise<KnownBefore> {
  const own = await listOwnWords(tx, assessment.id)
  const lastTime = await findLastTime(tx, assessment)
  const talks = await listTalks(tx, assessment.personId)
  const { formVersion } = assessment
  const after = lastTime?.assessment.completedOn ?? null
  const fromTalks =
    formVersion === null
      ? { answers: {}, saidOn: {} }
      : answersFromTalks(formOf(formVersion), { talks, after })
  return {
    talks,
    talkAnswers: fromTalks.answers,
    talkedOn: fromTalks.saidOn,
    own,
    ownAnswers: allAnswers(own),
    lastTime,
    lastAnswers: allAnswers(lastTime?.saved ?? []),
  }
}

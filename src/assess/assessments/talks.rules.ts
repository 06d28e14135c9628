/**
 * What was said in conversations as the beginning of an assessment, and the other way round, so that
 * nothing is asked twice. It stays marked with its day until it was gone through with the carer (Care
 * and Support Statutory Guidance 6.44: the authority has to assure itself of a true picture).
 */
import type { IsoDate } from '#platform/lib/dates.ts'
import { fieldsOf, text, type Answers } from './answers.ts'
import type { AssessmentForm } from './assessment-form.ts'
import { topicsOfQuestions, type Topic } from './talk-topics.ts'

/** One conversation as an assessment reads it. */
export type Talk = {
  readonly id: string
  readonly number: number
  readonly heldOn: IsoDate
  readonly words: Readonly<Partial<Record<Topic, string>>>
  /** What was itself only brought along, with the day on which it was said. */
  readonly unconfirmed: Readonly<Partial<Record<Topic, { readonly on: IsoDate }>>>
}

export type FromTalks = {
  readonly answers: Answers
  /** The day on which each was said, by the field. */
  readonly saidOn: Readonly<Record<string, IsoDate>>
}

/** The longest text that a field of one line takes; more is read in the talk itself. */
const longestLine = 500

/** What the talks (the newest first) give as answers; those said before `after` are left to it. */
export function answersFromTalks(
  form: Pick<AssessmentForm, 'kind' | 'sections'>,
  of: { readonly talks: readonly Talk[]; readonly after: IsoDate | null },
): FromTalks {
  const asked = topicsIn(form)
  const lines = new Set(
    fieldsIn(form.sections).flatMap(({ name, type }) => (type === 'line' ? [name] : [])),
  )
  const answers: Record<string, string> = {}
  const saidOn: Record<string, IsoDate> = {}
  for (const [field, topics] of asked) {
    const [said] = topics.flatMap((topic) => latestOn(topic, of.talks))
    if (said === undefined || (of.after !== null && said.on <= of.after)) continue
    if (lines.has(field) && said.words.length > longestLine) continue
    answers[field] = said.words
    saidOn[field] = said.on
  }
  return { answers, saidOn }
}

/**
 * What an assessment says on each topic of a talk. A young person's own words stay where they were
 * said: nobody else in the family is shown them, and a talk is read by more people.
 */
export function topicsFromAnswers(
  form: Pick<AssessmentForm, 'kind' | 'sections'>,
  answers: Answers,
): Readonly<Partial<Record<Topic, string>>> {
  const own = new Set(
    fieldsIn(form.sections.filter(({ voice }) => voice === 'own')).map(({ name }) => name),
  )
  const said: Partial<Record<Topic, string>> = {}
  for (const [field, topics] of topicsIn(form)) {
    const topic = topics.at(-1)
    if (topic === undefined || own.has(field) || text(answers, field) === '') continue
    said[topic] = text(answers, field)
  }
  return said
}

/** The fields in which a topic may stand, of those that this version of the form asks. */
function topicsIn({ kind, sections }: Pick<AssessmentForm, 'kind' | 'sections'>) {
  const asked = new Set(fieldsIn(sections).map(({ name }) => name))
  return Object.entries(topicsOfQuestions[kind]).filter(([field]) => asked.has(field))
}

function fieldsIn(sections: AssessmentForm['sections']) {
  return sections.flatMap((section) => section.questions.flatMap((question) => fieldsOf(question)))
}

function latestOn(topic: Topic, talks: readonly Talk[]) {
  const talk = talks.find(({ words }) => (words[topic] ?? '') !== '')
  if (talk === undefined) return []
  return [{ words: talk.words[topic] ?? '', on: talk.unconfirmed[topic]?.on ?? talk.heldOn }]
}

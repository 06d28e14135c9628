/** What is asked otherwise in a newer version of a form than in the one an assessment was made with. */
import type { AssessmentForm, Question } from './assessment-form.ts'

export type FormChange = {
  readonly question: string
  readonly section: string
  readonly change: 'added' | 'reworded' | 'removed'
  /** The wording then; null where it was not asked. */
  readonly before: string | null
  readonly now: string | null
}

export const changeNames: Readonly<Record<FormChange['change'], string>> = {
  added: 'Added',
  reworded: 'Reworded',
  removed: 'Removed',
}

type Asked = { readonly section: string; readonly words: string }

/**
 * The questions that were added, reworded or removed, in the order of the newer form and then of the
 * older. A question is the same where its name is; wording takes in its hint, its answers and parts.
 */
export function formChanges(before: AssessmentForm, now: AssessmentForm): readonly FormChange[] {
  const [old, current] = [askedIn(before), askedIn(now)]
  return [...new Set([...current.keys(), ...old.keys()])].flatMap((question) => {
    const [then, today] = [old.get(question), current.get(question)]
    const section = today?.section ?? then?.section ?? ''
    const words = { before: then?.words ?? null, now: today?.words ?? null }
    if (words.before === words.now) return []
    const change = then === undefined ? 'added' : today === undefined ? 'removed' : 'reworded'
    return [{ question, section, change, ...words }]
  })
}

function askedIn({ sections }: AssessmentForm): ReadonlyMap<string, Asked> {
  return new Map(
    sections.flatMap(({ title, questions }) =>
      questions.map((question) => [question.id, { section: title, words: wordsOf(question) }]),
    ),
  )
}

function wordsOf({ label, hint, options = [], items = [] }: Question): string {
  const answers = [...options, ...items].map((each) => `– ${each.label}`)
  return [label, ...(hint === undefined ? [] : [`(${hint})`]), ...answers].join(' ')
}

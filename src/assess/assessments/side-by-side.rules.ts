/** Two assessments, or two versions of a form, beside each other: what changed and what did not. */
import type { Answers } from './answers.ts'
import type { AssessmentForm } from './assessment-form.ts'
import { saidIn } from './said.ts'

export type Beside = {
  readonly label: string
  /** Null where it was not said, or not asked. */
  readonly before: string | null
  readonly now: string | null
}

type Held = { readonly form: AssessmentForm; readonly answers: Answers }

/** What was said last time and now, section by section in the order of the form that is in use now. */
export function answersBeside(
  before: Held,
  now: Held,
): readonly { readonly title: string; readonly rows: readonly Beside[] }[] {
  const titles = [...now.form.sections, ...before.form.sections].map(({ title }) => title)
  return [...new Set(titles)]
    .map((title) => ({ title, rows: together(saidUnder(before, title), saidUnder(now, title)) }))
    .filter(({ rows }) => rows.length > 0)
}

function saidUnder({ form, answers }: Held, title: string): ReadonlyMap<string, string> {
  const sections = form.sections.filter((section) => section.title === title)
  return new Map(
    sections.flatMap((section) =>
      saidIn(section, answers).map(({ label, words }) => [label, words] as const),
    ),
  )
}

/** The questions of two versions, by what they are called within the form: added, dropped, reworded. */
export function questionsBeside(before: AssessmentForm, now: AssessmentForm): readonly Beside[] {
  const [old, current] = [labels(before), labels(now)]
  return [...new Set([...current.keys(), ...old.keys()])]
    .map((id) => ({
      label: id,
      before: old.get(id) ?? null,
      now: current.get(id) ?? null,
    }))
    .filter((row) => row.before !== row.now)
}

function labels(form: AssessmentForm): ReadonlyMap<string, string> {
  return new Map(
    form.sections.flatMap(({ questions }) =>
      questions.map(({ id, label, options = [] }) => [
        id,
        [label, ...options.map((option) => `– ${option.label}`)].join(' '),
      ]),
    ),
  )
}

function together(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly Beside[] {
  return [...new Set([...now.keys(), ...before.keys()])].map((label) => ({
    label,
    before: before.get(label) ?? null,
    now: now.get(label) ?? null,
  }))
}

/**
 * Questions that an authority adds to a form. They stand in a section of their own and serve no
 * matter of the law, so that none of the law's questions can be changed or taken away by them.
 */
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { AssessmentForm, Question } from './assessment-form.ts'

const mostQuestions = 20
const addedPrefix = 'added_'

/**
 * Reads questions as they are typed: one a line; a line that begins with a dash is an answer to
 * choose for the question above it. A refusal says what to put right.
 */
export function readQuestions(typed: string): Result<readonly Question[], string> {
  const blocks: { label: string; answers: string[] }[] = []
  for (const line of typed.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const answer = /^[-–]\s*(.*)$/.exec(line)?.[1]
    if (answer === undefined) blocks.push({ label: line, answers: [] })
    else if (blocks.length === 0) return refused('Begin with a question, not with an answer')
    else blocks.at(-1)?.answers.push(answer)
  }
  const questions = blocks.map(({ label, answers }) => asQuestion(label, answers))
  const fault = faultIn(questions)
  return fault === null ? ok(questions) : refused(fault)
}

function asQuestion(label: string, answers: readonly string[]): Question {
  const id = `${addedPrefix}${plain(label)}`
  if (answers.length === 0) return { id, type: 'text', label, matters: [] }
  const options = answers.map((each) => ({ id: plain(each), label: each }))
  return { id, type: 'choice', label, matters: [], options }
}

/** A name for a field out of its words, so that the same question keeps its answers. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
    .slice(0, 60)
}

function faultIn(questions: readonly Question[]): string | null {
  if (questions.length > mostQuestions) return `Use ${mostQuestions} questions or fewer`
  const long = questions.find(({ label }) => label.length > 300)
  if (long !== undefined) return `Use 300 characters or fewer for “${long.label.slice(0, 40)}…”`
  const single = questions.find(({ options }) => options?.length === 1)
  if (single !== undefined) return `Give “${single.label}” two answers to choose from, or none`
  const ids = questions.map(({ id }) => id)
  const twice = questions.find(({ id }, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) return `“${twice.label}” is there twice`
  const alike = questions.find(
    ({ options = [] }) => new Set(options.map(({ id }) => id)).size < options.length,
  )
  return alike === undefined ? null : `Two answers to “${alike.label}” are the same`
}

/** The questions as they are typed. */
export function asLines(questions: readonly Question[]): string {
  return questions
    .flatMap(({ label, options = [] }) => [label, ...options.map((each) => `- ${each.label}`)])
    .join('\n')
}

/**
 * The form with a number of added questions: `adult-carer-1+2`. What the law asks is as it was: a kept
 * question whose name is not an added one's is left out, and none serves a matter of the law.
 */
export function withAdded(
  form: AssessmentForm,
  added: { readonly number: number; readonly questions: readonly Question[] },
): AssessmentForm {
  const questions = added.questions
    .filter(({ id }) => id.startsWith(addedPrefix))
    .map((question) => ({ ...question, matters: [] }))
  const section = {
    id: 'added',
    title: 'Questions of this area',
    about: 'What is asked here beside what the law asks everywhere.',
    questions,
  }
  return {
    ...form,
    version: `${form.version}+${added.number}`,
    sections: questions.length === 0 ? form.sections : [...form.sections, section],
  }
}

/**
 * Care Act 2014 s.10(5) to (8), s.12 and s.67, SI 2014/2827; Children Act 1989 s.17ZA and SI 2015/527,
 * s.17ZD; Care Act s.60 to 64: what a carer's assessment must cover, each kind under its own law.
 * In force from 1 April 2015. An assessment that leaves one of them out is not yet an assessment.
 */
import { askedIn, chosen, eachField, outcomeRows, text, type Answers } from './answers.ts'
import { refsOf, type AssessmentForm, type Question } from './assessment-form.ts'

export type MissingMatter = {
  readonly section: string
  /** The field at which it can be put right. */
  readonly field: string
  readonly words: string
  readonly refs: readonly string[]
  /** The page of the assessment on which it is put right, where that is not its section's. */
  readonly page?: string
}

/** What still has to be talked about before the assessment can be completed, in words and in order. */
export function missingMatters(form: AssessmentForm, answers: Answers): readonly MissingMatter[] {
  return form.sections.flatMap((section) =>
    askedIn(section, answers)
      .filter((question) => question.needed !== undefined)
      .flatMap((question) =>
        lacking(question, answers).map((each) => ({
          section: section.id,
          refs: refsOf(form, question),
          ...each,
        })),
      ),
  )
}

type Lack = Pick<MissingMatter, 'field' | 'words'>

function lacking(question: Question, answers: Answers): readonly Lack[] {
  const needed = question.needed ?? ''
  switch (question.type) {
    case 'each':
      return (question.items ?? []).flatMap((item) => {
        const field = eachField(question, item.id)
        const words = `${needed} ${item.label.charAt(0).toLowerCase()}${item.label.slice(1)}`
        if (text(answers, field) === '') return [{ field, words }]
        const plain = text(answers, field) === question.options?.[0]?.id
        if (plain || question.bare === true || text(answers, `${field}-words`) !== '') return []
        return [{ field: `${field}-words`, words: `${words}: in what way` }]
      })
    case 'outcomes':
      return fromOutcomes(question, answers)
    case 'several':
      return fromSeveral(question, answers)
    case 'choice':
      return fromChoice(question, answers)
    case 'text':
    case 'line':
    case 'date':
      return text(answers, question.id) === '' ? [{ field: question.id, words: needed }] : []
  }
}

function fromChoice(question: Question, answers: Answers): readonly Lack[] {
  const [given] = chosen(answers, question.id)
  const option = question.options?.find((each) => each.id === given)
  if (option === undefined) return [{ field: question.id, words: question.needed ?? '' }]
  return option.lacks === undefined ? [] : [{ field: question.id, words: option.lacks }]
}

function fromSeveral(question: Question, answers: Answers): readonly Lack[] {
  const given = chosen(answers, question.id)
  const enough =
    question.all === true
      ? question.options?.every(({ id }) => given.includes(id))
      : given.length > 0
  return enough === true ? [] : [{ field: question.id, words: question.needed ?? '' }]
}

/** Each outcome that the carer wants needs its answer to section 10(5)(e): whether support could help. */
function fromOutcomes(question: Question, answers: Answers): readonly Lack[] {
  const rows = outcomeRows(question)
  const wanted = rows.filter((row) => text(answers, row) !== '')
  if (wanted.length === 0) return [{ field: rows[0] ?? question.id, words: question.needed ?? '' }]
  return wanted
    .filter((row) => text(answers, `${row}-extent`) === '')
    .map((row) => ({
      field: `${row}-extent`,
      words: `Whether support could help with: ${text(answers, row)}`,
    }))
}

import { isoDate, inWords } from '#platform/lib/dates.ts'
import { askedIn, chosen, eachField, outcomeRows, text, type Answers } from './answers.ts'
import type { AssessmentForm, Question, Section } from './assessment-form.ts'

/** One thing that was said, as it is read back: in the record, in the letter, beside a finding. */
export type Said = {
  readonly label: string
  readonly words: string
  readonly feeds: readonly string[]
}

/** What was said in a section, in its order; what was not asked or not answered is left out. */
export function saidIn(section: Section, answers: Answers): readonly Said[] {
  return askedIn(section, answers).flatMap((question) =>
    saidTo(question, answers).filter(({ words }) => words !== ''),
  )
}

/** What was said anywhere that bears on a finding of the eligibility decision: `C1`, `O6`. */
export function saidFor(form: AssessmentForm, answers: Answers, finding: string): readonly Said[] {
  return form.sections
    .flatMap((section) => saidIn(section, answers))
    .filter(({ feeds }) => feeds.includes(finding))
}

function saidTo(question: Question, answers: Answers): readonly Said[] {
  const { label, feeds = [] } = question
  switch (question.type) {
    case 'text':
    case 'line':
      return [{ label, feeds, words: text(answers, question.id) }]
    case 'date':
      return [{ label, feeds, words: dateWords(text(answers, question.id)) }]
    case 'choice':
    case 'several':
      return [{ label, feeds, words: optionWords(question, answers, question.id) }]
    case 'each':
      return (question.items ?? []).map((item) => ({
        label: item.label,
        feeds: [...feeds, ...item.feeds],
        words: together(question, answers, eachField(question, item.id), '-words'),
      }))
    case 'outcomes':
      return outcomeRows(question).map((row, at) => ({
        label: `Outcome ${at + 1}: ${text(answers, row)}`,
        feeds,
        words: text(answers, row) === '' ? '' : together(question, answers, row, '-how', '-extent'),
      }))
  }
}

/** An option and the words to it: `A lot. Wakes four times a night`. */
function together(
  question: Question,
  answers: Answers,
  name: string,
  words: string,
  option = '',
): string {
  return [optionWords(question, answers, name + option), text(answers, name + words)]
    .filter((part) => part !== '')
    .join('. ')
}

function optionWords(question: Question, answers: Answers, name: string): string {
  return chosen(answers, name)
    .map((id) => question.options?.find((option) => option.id === id)?.label ?? id)
    .join('; ')
}

function dateWords(date: string): string {
  return date === '' ? '' : inWords(isoDate(date))
}

import type { Answers } from './answers.ts'
import { eachField, outcomeRows } from './answers.ts'
import type { AssessmentForm, Section } from './assessment-form.ts'

/** An answer to every question that the form asks of everyone, by section: enough to complete it. */
export function wholeAnswers(form: AssessmentForm): Readonly<Record<string, Answers>> {
  return Object.fromEntries(form.sections.map((section) => [section.id, inSection(section)]))
}

const harmless: Readonly<Record<string, string>> = {
  carer_took_part: 'yes',
  others_asked_for: 'no',
  difficulty: 'no',
  capacity: 'no',
  combined: 'no',
  child_helps: 'no',
  breaks_discussed: 'yes',
  informed: 'cared_for',
  excessive: 'no',
  safe: 'no',
  has_others: 'no',
  differences: 'no',
  other_assessments: 'no',
}

/** Asked only after an answer that `harmless` or a first option gives. */
const followedUp: readonly string[] = ['breaks_words', 'seen_alone_words']

function inSection(section: Section): Answers {
  const answers: Record<string, string | readonly string[]> = {}
  for (const question of section.questions) {
    const [first] = question.options ?? []
    switch (question.type) {
      case 'choice':
        answers[question.id] = harmless[question.id] ?? first?.id ?? ''
        break
      case 'several':
        if (question.when === undefined) answers[question.id] = [first?.id ?? '']
        break
      case 'each':
        for (const item of question.items ?? []) {
          answers[eachField(question, item.id)] = 'some'
          if (question.bare !== true)
            answers[`${eachField(question, item.id)}-words`] = 'More tired than a year ago'
        }
        break
      case 'outcomes':
        for (const row of outcomeRows(question).slice(0, 1)) {
          answers[row] = 'See my sister every week'
          answers[`${row}-extent`] = 'lot'
        }
        break
      case 'date':
        answers[question.id] = '2018-03-01'
        break
      case 'text':
      case 'line':
        if (question.when === undefined || followedUp.includes(question.id))
          answers[question.id] = 'Said in full'
        break
    }
  }
  return answers
}

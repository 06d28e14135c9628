import type { IsoDate } from '#platform/lib/dates.ts'
import {
  choices,
  optionalChoice,
  optionalDay,
  optionalText,
  type Field,
} from '#platform/web/fields.ts'
import { dayTyped, form, type Form, type FormState } from '#platform/web/form.ts'
import type { Question, Section } from './assessment-form.ts'

/** What was said, by the name of the field: a text, the id of an option, or several of them. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** One thing to fill in. Most questions are one field; some are a small table of them. */
export type AnswerField = {
  readonly name: string
  readonly type: 'text' | 'line' | 'choice' | 'several' | 'date'
  readonly options: readonly string[]
}

const longest = 10_000

/** The fields of a question, in the order in which they are shown. */
export function fieldsOf(question: Question): readonly AnswerField[] {
  const options = (question.options ?? []).map((each) => each.id)
  switch (question.type) {
    case 'each':
      return (question.items ?? []).flatMap((item) => [
        { name: eachField(question, item.id), type: 'choice', options } as const,
        ...(question.bare === true
          ? []
          : [
              { name: `${eachField(question, item.id)}-words`, type: 'text', options: [] } as const,
            ]),
      ])
    case 'outcomes':
      return outcomeRows(question).flatMap((row) => [
        { name: row, type: 'line', options: [] },
        { name: `${row}-extent`, type: 'choice', options },
        { name: `${row}-how`, type: 'text', options: [] },
      ])
    case 'text':
    case 'line':
    case 'choice':
    case 'several':
    case 'date':
      return [{ name: question.id, type: question.type, options }]
  }
}

/** The field of one part of wellbeing. */
export function eachField(question: Question, item: string): string {
  return `${question.id}-${item}`
}

/** The fields that take one outcome each. */
export function outcomeRows(question: Question): readonly string[] {
  return Array.from({ length: question.rows ?? 0 }, (_, at) => `${question.id}-${at + 1}`)
}

/**
 * The form of some sections. It refuses next to nothing, because half an answer saved is better
 * than a whole one lost: only a date that does not exist, a text beyond all length, or an option
 * that was never offered.
 */
export function answersForm(
  sections: readonly Section[],
  today: IsoDate,
): Form<Record<string, Field<unknown>>> {
  const fields = sections
    .flatMap((section) => section.questions)
    .flatMap((question) => fieldsOf(question))
  return form(Object.fromEntries(fields.map((field) => [field.name, fieldFor(field, today)])))
}

function fieldFor(field: AnswerField, today: IsoDate): Field<unknown> {
  switch (field.type) {
    case 'text':
      return optionalText(longest)
    case 'line':
      return optionalText(500)
    case 'choice':
      return optionalChoice(field.options)
    case 'several':
      return choices(field.options)
    case 'date':
      return optionalDay('The date', {
        notAfter: { date: today, words: 'The date must be today or in the past' },
      })
  }
}

/** The answers of one section out of what the form read; what was left blank is left out. */
export function answersOf(section: Section, values: Readonly<Record<string, unknown>>): Answers {
  const kept: Record<string, string | readonly string[]> = {}
  for (const { name } of section.questions.flatMap((question) => fieldsOf(question))) {
    const value = values[name]
    if (typeof value === 'string' && value !== '') kept[name] = value
    if (Array.isArray(value) && value.length > 0) kept[name] = value.map(String)
  }
  return kept
}

/** Answers as a form shows them: a date goes back into its three boxes. */
export function asTyped(section: Section, answers: Answers): FormState['typed'] {
  const typed: Record<string, string | readonly string[]> = { ...answers }
  for (const field of section.questions.flatMap((question) => fieldsOf(question))) {
    if (field.type === 'date') Object.assign(typed, dayTyped(field.name, text(answers, field.name)))
  }
  return typed
}

/** An answer as one text; empty where there is none. */
export function text(answers: Answers, name: string): string {
  const value = answers[name]
  return typeof value === 'string' ? value : (value ?? []).join(', ')
}

/** What was chosen, of one or several. */
export function chosen(answers: Answers, name: string): readonly string[] {
  const value = answers[name]
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
}

/**
 * The questions that are asked after what was answered: one that hangs on another is asked only
 * where that other is.
 */
export function askedIn(section: Section, answers: Answers): readonly Question[] {
  const asked: Question[] = []
  for (const question of section.questions) {
    const { when } = question
    const reached = when === undefined || asked.some((before) => before.id === when.question)
    const given = when === undefined ? [] : chosen(answers, when.question)
    if (reached && (when === undefined || given.some((option) => when.is.includes(option))))
      asked.push(question)
  }
  return asked
}

import type { IsoDate } from '#platform/lib/dates.ts'
import {
  day,
  hiddenId,
  hiddenVersion,
  optionalDay,
  optionalText,
  text,
  tick,
  type Field,
} from '#platform/web/fields.ts'
import { dayTyped, form, type FieldFault, type FormState } from '#platform/web/form.ts'
import type { Conversation, ConversationNumber, ConversationWords, Step } from './conversation.ts'

/** How many agreed steps there is room for. */
export const stepRows = [1, 2, 3, 4, 5] as const

const words = optionalText(4000)

/** The form of a conversation; a crisis needs what must change and at least one step agreed. */
export function conversationForm(number: ConversationNumber, today: IsoDate) {
  const crisis = number === 2
  return form(
    {
      id: hiddenId(),
      version: hiddenVersion(),
      held_on: day('Enter the day on which you talked', 'The day', {
        notAfter: { date: today, words: 'The day must be today or in the past' },
      }),
      matters: text('Enter what matters to the carer', 4000),
      change: crisis ? text('Enter what has to change in the next days', 4000) : words,
      strengths: words,
      people: words,
      ...stepFields,
      asked: tick(),
    },
    (values) => stepFaults(values, crisis),
  )
}

type Row = (typeof stepRows)[number]
type StepFields = { readonly [K in `step-${Row}` | `step-${Row}-who`]: Field<string | null> } & {
  readonly [K in `step-${Row}-by`]: Field<IsoDate | null>
}

const stepFields = Object.fromEntries(
  stepRows.flatMap((row) => [
    [`step-${row}`, optionalText(500)],
    [`step-${row}-who`, optionalText(200)],
    [`step-${row}-by`, optionalDay(`The day of step ${row}`)],
  ]),
) as StepFields

type StepValues = {
  readonly [K in keyof StepFields]: StepFields[K] extends Field<infer T> ? T : never
}

/** A promise has something to be done and somebody who does it. */
function stepFaults(values: StepValues, crisis: boolean): readonly FieldFault[] {
  const faults = stepRows.flatMap((row): readonly FieldFault[] => {
    const what = values[`step-${row}`]
    const who = values[`step-${row}-who`]
    if (what === null && (who !== null || values[`step-${row}-by`] !== null))
      return [{ field: `step-${row}`, message: `Enter what was agreed in step ${row}` }]
    if (what !== null && who === null)
      return [{ field: `step-${row}-who`, message: `Enter who does step ${row}` }]
    return []
  })
  if (faults.length > 0 || !crisis || stepRows.some((row) => values[`step-${row}`] !== null))
    return faults
  return [
    { field: 'step-1', message: 'Enter at least one thing that will be done in the next days' },
  ]
}

/** The words of a conversation out of what the form read. */
export function wordsOf(
  values: StepValues & {
    readonly matters: string
    readonly change: string | null
    readonly strengths: string | null
    readonly people: string | null
  },
): ConversationWords {
  return {
    matters: values.matters,
    change: values.change ?? '',
    strengths: values.strengths ?? '',
    people: values.people ?? '',
    agreed: stepRows.flatMap((row): readonly Step[] => {
      const what = values[`step-${row}`]
      if (what === null) return []
      return [{ what, who: values[`step-${row}-who`] ?? '', by: values[`step-${row}-by`] }]
    }),
  }
}

/** A conversation as the form shows it. */
export function asTyped(conversation: Conversation): FormState['typed'] {
  const { words: said, heldOn } = conversation
  const typed: Record<string, string> = {
    matters: said.matters,
    change: said.change,
    strengths: said.strengths,
    people: said.people,
    ...dayTyped('held_on', heldOn),
  }
  for (const [at, step] of said.agreed.entries()) {
    typed[`step-${at + 1}`] = step.what
    typed[`step-${at + 1}-who`] = step.who
    Object.assign(typed, dayTyped(`step-${at + 1}-by`, step.by))
  }
  return typed
}

/** What the last conversation already knows, so that nothing is asked twice. */
export function knownAlready(last: Conversation | undefined): FormState['typed'] {
  if (last === undefined) return {}
  const { matters, strengths, people } = last.words
  return { matters, strengths, people }
}

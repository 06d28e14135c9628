/**
 * What is known before somebody asks: what the carer wrote at home (supported self-assessment,
 * SI 2014/2827 reg 2), what was said in a conversation, and what was said last time. The authority
 * has to assure itself that it gives a true picture (Care and Support Statutory Guidance 6.44), so
 * none of it counts until confirmed.
 */
import { isDeepStrictEqual } from 'node:util'
import { askedIn, fieldsOf, type Answers } from './answers.ts'
import { refsOf, type AssessmentForm, type Section } from './assessment-form.ts'
import type { MissingMatter } from './missing-matters.rules.ts'

/** Where an answer comes from that nobody gave in this assessment yet. */
export type BroughtFrom = 'carer' | 'talk' | 'last_time'

export type Known = {
  readonly answers: Answers
  /** Where each answer comes from, by its field. */
  readonly from: Readonly<Record<string, BroughtFrom>>
}

/**
 * What could stand in a section before anything was saved in it: the carer's own words before a
 * talk's, and those before last time's. What only a worker answers is asked anew each time, and an
 * option that is no longer offered is left behind.
 */
export function knownIn(
  section: Section,
  of: { readonly own: Answers; readonly talks?: Answers; readonly lastTime: Answers },
): Known {
  const answers: Record<string, string | readonly string[]> = {}
  const from: Record<string, BroughtFrom> = {}
  if (section.by === 'worker') return { answers, from }
  for (const { name, options } of section.questions.flatMap((question) => fieldsOf(question))) {
    const source = sourceOf(name, of)
    const value = { carer: of.own, talk: of.talks ?? {}, last_time: of.lastTime }[source][name]
    if (value === undefined || !isOffered(value, options)) continue
    answers[name] = value
    from[name] = source
  }
  return { answers, from }
}

function sourceOf(
  name: string,
  { own, talks }: { readonly own: Answers; readonly talks?: Answers },
): BroughtFrom {
  if (own[name] !== undefined) return 'carer'
  return talks?.[name] === undefined ? 'last_time' : 'talk'
}

function isOffered(value: string | readonly string[], options: readonly string[]): boolean {
  return options.length === 0 || [value].flat().every((each) => options.includes(each))
}

/** What is still unconfirmed after a section was saved: what was brought along and left as it was. */
export function stillUnconfirmed(of: {
  readonly brought: readonly string[]
  readonly before: Answers
  readonly after: Answers
  readonly confirmed: boolean
}): readonly string[] {
  if (of.confirmed) return []
  return of.brought.filter((name) => isDeepStrictEqual(of.before[name], of.after[name]))
}

/**
 * What was brought along and has still to be gone through with the carer, question by question: until
 * then it is no answer to what the law asks. What is no longer asked is left out.
 */
export function unconfirmedMatters(
  form: AssessmentForm,
  saved: readonly {
    readonly section: string
    readonly answers: Answers
    readonly unconfirmed: readonly string[]
  }[],
): readonly MissingMatter[] {
  return form.sections.flatMap((section) => {
    const { answers = {}, unconfirmed = [] } =
      saved.find((each) => each.section === section.id) ?? {}
    if (unconfirmed.length === 0) return []
    return askedIn(section, answers).flatMap((question) => {
      const field = fieldsOf(question).find(({ name }) => unconfirmed.includes(name))?.name
      if (field === undefined) return []
      const words = `Confirm with the carer what was brought along: ${question.label}`
      const refs = [...refsOf(form, question), 'Statutory Guidance 6.44']
      return [{ section: section.id, field, words, refs }]
    })
  })
}

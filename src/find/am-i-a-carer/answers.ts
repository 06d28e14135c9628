/**
 * What "Am I a carer?" asks and may be told. Nothing of it is stored: the answers travel in the form
 * from page to page.
 */
export const values = {
  age: ['under_16', '16_17', '18_24', '25_or_over'],
  who: [
    'partner',
    'parent',
    'grandparent',
    'child',
    'adult_child',
    'young_sibling',
    'adult_sibling',
    'other_child',
    'other_adult',
  ],
  why: [
    'illness',
    'disability',
    'frailty',
    'mental_health',
    'memory',
    'addiction',
    'other',
    'none',
  ],
  paid: ['no', 'paid', 'volunteer'],
  hours: ['not_yet', 'under_20', '20_34', '35_or_more', 'not_sure'],
  sharing: ['alone', 'mostly_me', 'equally', 'mostly_others'],
  day: ['work', 'study', 'both', 'neither'],
  known: ['yes', 'no', 'not_sure'],
} as const

type Values = typeof values

export type QuestionId = keyof Values

/** Questions with any number of answers. */
export type ManyId = 'who' | 'why'

export type Who = Values['who'][number]

export type Answers = {
  readonly [Q in Exclude<QuestionId, ManyId>]?: Values[Q][number]
} & { readonly [Q in ManyId]?: readonly Values[Q][number][] }

export const questionIds = Object.keys(values) as QuestionId[]

const many: readonly QuestionId[] = ['who', 'why'] satisfies ManyId[]

export function isMany(question: QuestionId): question is ManyId {
  return many.includes(question)
}

/** The answers in a form as sent; whatever is not on our lists is left out. */
export function answersFrom(body: Readonly<Record<string, string | readonly string[]>>): Answers {
  const answers: Partial<Record<QuestionId, string | string[]>> = {}
  for (const question of questionIds) {
    const given = [body[question] ?? []].flat()
    const known = values[question].filter((value) => given.includes(value))
    if (known[0] !== undefined) answers[question] = isMany(question) ? known : known[0]
  }
  return answers as Answers
}

/** One question's answers as a list, empty where it has none. */
export function answered(answers: Answers, question: QuestionId): readonly string[] {
  return [answers[question] ?? []].flat()
}

/** Under 18: the law of children, and the young carers' way. */
export function isYoung(answers: Answers): boolean {
  return answers.age === 'under_16' || answers.age === '16_17'
}

const children: readonly Who[] = ['child', 'young_sibling', 'other_child']

/** Whether one of those looked after is 18 or over. */
export function looksAfterAdult(answers: Answers): boolean {
  return (answers.who ?? []).some((who) => !children.includes(who))
}

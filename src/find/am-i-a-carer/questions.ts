import { isYoung, type Answers, type QuestionId } from './answers.ts'

/** The public door's way, and the young carers' own. */
export type Way = 'adult' | 'young'

export type Choice = {
  readonly value: string
  readonly text: string
  readonly hint?: string
  /** In the young carers' words; without it young people are not offered this answer. */
  readonly young?: string
  readonly exclusive?: boolean
}

export type Question = {
  readonly id: QuestionId
  readonly heading: string
  readonly hint?: string
  readonly young?: { readonly heading: string; readonly hint?: string }
  readonly choices: readonly Choice[]
  /** What is said where nothing was chosen. */
  readonly refusal: string
  /** Whether it is asked, given what was answered before it. */
  readonly asked: (answers: Answers, way: Way) => boolean
}

const always = (): boolean => true
const onlyAdults = (_: Answers, way: Way): boolean => way === 'adult'
const unpaidAdults = (answers: Answers, way: Way): boolean =>
  way === 'adult' && answers.paid === 'no'

export const questions: readonly Question[] = [
  {
    id: 'age',
    heading: 'How old are you?',
    hint: 'Young people have rights of their own, so this changes what we tell you.',
    young: { heading: 'How old are you?' },
    choices: [
      { value: 'under_16', text: 'Under 16', young: 'Under 16' },
      { value: '16_17', text: '16 or 17', young: '16 or 17' },
      { value: '18_24', text: '18 to 24', young: '18 to 24' },
      { value: '25_or_over', text: '25 or over' },
    ],
    refusal: 'Select how old you are',
    asked: always,
  },
  {
    id: 'who',
    heading: 'Who do you look after?',
    hint: 'Think of people who could not manage without you. Select all that apply.',
    young: { heading: 'Who do you help look after?', hint: 'You can pick more than one.' },
    choices: [
      { value: 'partner', text: 'My husband, wife or partner' },
      {
        value: 'parent',
        text: 'A parent',
        hint: "Yours or your partner's",
        young: 'My mum, my dad or another grown-up who brings me up',
      },
      {
        value: 'grandparent',
        text: 'A grandparent',
        young: 'My gran, grandad or another grandparent',
      },
      {
        value: 'child',
        text: 'My own child, under 18',
        hint: 'Or a child you have the legal rights of a parent for',
      },
      { value: 'adult_child', text: 'My son or daughter, 18 or over' },
      {
        value: 'young_sibling',
        text: 'A brother or sister under 18',
        young: 'My brother or sister, under 18',
      },
      {
        value: 'adult_sibling',
        text: 'A brother or sister, 18 or over',
        young: 'My brother or sister, 18 or over',
      },
      { value: 'other_child', text: 'Another child under 18', hint: 'For example a grandchild' },
      {
        value: 'other_adult',
        text: 'Another adult',
        hint: 'For example an aunt, a friend or a neighbour',
        young: 'Someone else',
      },
    ],
    refusal: 'Select who you look after',
    asked: always,
  },
  {
    id: 'why',
    heading: 'Why do they need your help?',
    hint: "Select all that apply. You do not need a doctor's word for it.",
    young: {
      heading: 'Why do they need help?',
      hint: 'You can pick more than one. It is fine if you are not sure.',
    },
    choices: [
      {
        value: 'illness',
        text: 'They are ill',
        hint: 'For example cancer, a stroke or a heart condition',
        young: 'They are ill',
      },
      {
        value: 'disability',
        text: 'They have a disability',
        hint: 'Of body, learning or senses, or autism',
        young: 'They have a disability, or they are autistic',
      },
      { value: 'frailty', text: 'They are frail or old', young: 'They are old and weak' },
      {
        value: 'mental_health',
        text: 'Their mental health',
        hint: 'For example depression or anxiety',
        young: 'They feel very sad, worried or mixed up (their mental health)',
      },
      {
        value: 'memory',
        text: 'Their memory',
        hint: 'For example dementia',
        young: 'They forget things',
      },
      {
        value: 'addiction',
        text: 'Drink, drugs or gambling',
        young: 'They drink too much or take drugs',
      },
      {
        value: 'other',
        text: 'Something else, or I am not sure',
        young: 'Something else, or I am not sure',
      },
      {
        value: 'none',
        text: 'None of these: they need no more help than others of their age',
        young: 'None of these',
        exclusive: true,
      },
    ],
    refusal: 'Select why they need your help',
    asked: always,
  },
  {
    id: 'paid',
    heading: 'Are you paid to look after them?',
    hint: "Carer's Allowance and other benefits do not count as pay.",
    choices: [
      { value: 'no', text: 'No, I am family or a friend' },
      { value: 'paid', text: 'Yes, it is my job' },
      { value: 'volunteer', text: 'No, I volunteer for an organisation that sends me' },
    ],
    refusal: 'Select whether you are paid to look after them',
    asked: onlyAdults,
  },
  {
    id: 'hours',
    heading: 'How much time does it take in a week?',
    hint: 'Count everything: shopping, washing, lifting, forms, lying awake, being there in case.',
    choices: [
      { value: 'not_yet', text: 'None yet, but I soon will help' },
      { value: 'under_20', text: 'Up to 19 hours' },
      { value: '20_34', text: '20 to 34 hours' },
      { value: '35_or_more', text: '35 hours or more' },
      { value: 'not_sure', text: 'It changes, or I do not know' },
    ],
    refusal: 'Select how much time it takes in a week',
    asked: unpaidAdults,
  },
  {
    id: 'sharing',
    heading: 'Does anyone share the caring with you?',
    young: { heading: 'Does anyone else help them too?' },
    choices: [
      { value: 'alone', text: 'No, I do it alone', young: 'No, just me' },
      { value: 'mostly_me', text: 'Yes, but I do most of it', young: 'Yes, but I do most' },
      {
        value: 'equally',
        text: 'Yes, we share it about equally',
        young: 'Yes, about the same as me',
      },
      {
        value: 'mostly_others',
        text: 'Yes, someone else does most of it',
        young: 'Yes, someone else does most',
      },
    ],
    refusal: 'Select whether anyone shares the caring with you',
    asked: (answers, way) => way === 'young' || answers.paid === 'no',
  },
  {
    id: 'day',
    heading: 'Do you work or study?',
    choices: [
      { value: 'work', text: 'I work' },
      { value: 'study', text: 'I study' },
      { value: 'both', text: 'Both' },
      { value: 'neither', text: 'Neither' },
    ],
    refusal: 'Select whether you work or study',
    asked: unpaidAdults,
  },
  {
    id: 'known',
    heading: 'Does your GP or the council know that you look after someone?',
    young: {
      heading: 'Does a grown-up outside your family know that you help?',
      hint: 'For example a teacher, a nurse or a youth worker.',
    },
    choices: [
      { value: 'yes', text: 'Yes', young: 'Yes' },
      { value: 'no', text: 'No', young: 'No' },
      { value: 'not_sure', text: 'I am not sure', young: 'I am not sure' },
    ],
    refusal: 'Select whether anyone knows that you look after someone',
    asked: (answers, way) => way === 'young' || answers.paid === 'no',
  },
]

export function questionOf(id: string | undefined): Question | undefined {
  return questions.find((question) => question.id === id)
}

/** The answers that a question offers, in the words of the way; young people's need no hints. */
export function choicesOf(question: Question, way: Way): readonly Choice[] {
  if (way === 'adult') return question.choices
  return question.choices.flatMap(({ value, young, exclusive = false }) =>
    young === undefined ? [] : [{ value, text: young, exclusive }],
  )
}

/** The first question that is asked and has no answer yet; null where all are answered. */
export function nextQuestion(answers: Answers, way: Way): Question | null {
  return questions.find(({ id, asked }) => answers[id] === undefined && asked(answers, way)) ?? null
}

/** The question asked before this one; null before the first. */
export function questionBefore(id: QuestionId, answers: Answers, way: Way): Question | null {
  const before = questions.slice(
    0,
    questions.findIndex((question) => question.id === id),
  )
  return before.findLast((question) => question.asked(answers, way)) ?? null
}

/** Whoever says at the public door to be under 18 is led to the young carers' way, and the other way about. */
export function wayFor(answers: Answers, way: Way): Way {
  if (answers.age === undefined) return way
  return isYoung(answers) ? 'young' : 'adult'
}

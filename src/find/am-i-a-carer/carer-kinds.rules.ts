// Who is which carer. Care Act 2014 s.10(3), (9) and (10); Children Act 1989 s.17ZA and s.17ZD (put in
// by the Children and Families Act 2014 s.96 and s.97); Care Act 2014 s.63. All in force 1 April 2015.
// Kinds that no Act names are the NHS's and the field's own words, as councils' strategies define them.
import { answered, isYoung, looksAfterAdult, type Answers } from './answers.ts'
import { law, type Law } from './law.ts'

export type CarerKind = {
  readonly id: string
  readonly name: string
  /** Why the answers make a person one, said to that person. */
  readonly because: string
  readonly law: Law | null
}

/** What the answers come to: a carer now, one soon, or why none in the law's sense. */
export type Standing = 'carer' | 'soon' | 'paid' | 'volunteer' | 'no_need'

type Row = CarerKind & { readonly when: (answers: Answers) => boolean }

const careAct = (section: string): Law => law(`Care Act 2014, section ${section}`, '2015-04-01')
const childrenAct = (section: string): Law =>
  law(`Children Act 1989, section ${section}`, '2015-04-01')

const grown = (answers: Answers): boolean => !isYoung(answers)
const includes = (answers: Answers, ...who: readonly string[]): boolean =>
  answered(answers, 'who').some((one) => who.includes(one))

const rows: readonly Row[] = [
  {
    id: 'adult_carer',
    name: 'Adult carer',
    because: 'You are 18 or over, and you look after another adult without being paid.',
    law: careAct('10(3)'),
    when: (answers) => grown(answers) && looksAfterAdult(answers),
  },
  {
    id: 'parent_carer',
    name: 'Parent carer',
    because: 'You are a parent who looks after a child under 18 with extra needs.',
    law: childrenAct('17ZD'),
    when: (answers) => grown(answers) && includes(answers, 'child'),
  },
  {
    id: 'carer_of_a_child',
    name: 'Carer of a child who is not your own',
    because:
      'You look after a child with extra needs and do not have the legal rights of a parent for them.',
    law: null,
    when: (answers) => grown(answers) && includes(answers, 'young_sibling', 'other_child'),
  },
  {
    id: 'young_carer',
    name: 'Young carer',
    because: 'You are under 18, and you help look after someone.',
    law: childrenAct('17ZA'),
    when: isYoung,
  },
  {
    id: 'transition',
    name: 'Young carer who will soon be an adult',
    because: 'You are 16 or 17, so it is time to plan for when you are 18.',
    law: careAct('63'),
    when: (answers) => answers.age === '16_17',
  },
  {
    id: 'young_adult_carer',
    name: 'Young adult carer',
    because: "You are 18 to 24. The young carers' service is there for you too.",
    law: null,
    when: (answers) => answers.age === '18_24',
  },
  {
    id: 'sibling_carer',
    name: 'Sibling carer',
    because: 'You look after a brother or sister.',
    law: null,
    when: (answers) => includes(answers, 'young_sibling', 'adult_sibling'),
  },
  {
    id: 'sandwich_carer',
    name: 'Sandwich carer',
    because: 'You look after people older and younger than you at the same time.',
    law: null,
    when: (answers) =>
      grown(answers) &&
      includes(answers, 'child', 'adult_child', 'other_child') &&
      includes(answers, 'parent', 'grandparent'),
  },
  {
    id: 'lone_carer',
    name: 'Lone carer',
    because: 'You do it all alone.',
    law: null,
    when: ({ sharing }) => sharing === 'alone',
  },
  {
    id: 'primary_carer',
    name: 'Primary carer',
    because: 'You do most of the caring.',
    law: null,
    when: ({ sharing }) => sharing === 'alone' || sharing === 'mostly_me',
  },
  {
    id: 'secondary_carer',
    name: 'Secondary carer',
    because: 'You help someone else who does most of the caring. That counts as much.',
    law: null,
    when: ({ sharing }) => sharing === 'mostly_others',
  },
  {
    id: 'specific_need_carer',
    name: 'Carer of someone with a specific need',
    because: 'There is support made for the need of the person you look after.',
    law: null,
    when: (answers) =>
      answered(answers, 'why').some((why) =>
        ['disability', 'mental_health', 'memory', 'addiction'].includes(why),
      ),
  },
  {
    id: 'hidden_carer',
    name: 'Hidden carer',
    because: 'Nobody has known of it until now. Most carers start like that.',
    law: null,
    when: ({ known }) => known === 'no',
  },
]

/**
 * Whether the answers make a person a carer. Care given under a contract or as a volunteer is left
 * out unless the authority thinks it should count: Care Act 2014 s.10(9) and (10).
 */
export function standingOf(answers: Answers): Standing {
  if (answers.why?.includes('none') === true) return 'no_need'
  if (answers.paid === 'paid' || answers.paid === 'volunteer') return answers.paid
  return answers.hours === 'not_yet' ? 'soon' : 'carer'
}

/** Every kind of carer that the answers make a person; none for who is no carer in the law's sense. */
export function kindsOfCarer(answers: Answers): readonly CarerKind[] {
  if (!['carer', 'soon'].includes(standingOf(answers))) return []
  return rows.flatMap(({ when, ...kind }) => (when(answers) ? [kind] : []))
}

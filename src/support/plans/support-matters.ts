// Care Act 2014 s.10(5)(a) to (d) and (6), in force from 1 April 2015. Subsection (5)(e), whether support
// could contribute to the outcomes, is what the plan itself answers and so is no matter to choose.

/** What the law asks a support plan to be measured by: s.25(1)(d). */
export const supportMatters = [
  {
    id: 'able',
    ref: 's.10(5)(a)',
    label: 'Being able to go on caring',
    heard: 'You can go on caring',
  },
  {
    id: 'willing',
    ref: 's.10(5)(b)',
    label: 'Being willing to go on caring',
    heard: 'You want to go on caring',
  },
  { id: 'wellbeing', ref: 's.10(5)(c)', label: 'Wellbeing', heard: 'Your own wellbeing' },
  {
    id: 'outcomes',
    ref: 's.10(5)(d)',
    label: 'What the carer wants from day-to-day life',
    heard: 'What you want from day-to-day life',
  },
  { id: 'work', ref: 's.10(6)(a)', label: 'Work', heard: 'Work' },
  {
    id: 'learning_and_leisure',
    ref: 's.10(6)(b)',
    label: 'Education, training or recreation',
    heard: 'Learning, training or free time',
  },
] as const

export type SupportMatter = (typeof supportMatters)[number]['id']

/** The matters' names, in the law's order. */
export function mattersInWords(ids: readonly string[]): readonly string[] {
  return supportMatters.filter(({ id }) => ids.includes(id)).map(({ label }) => label)
}

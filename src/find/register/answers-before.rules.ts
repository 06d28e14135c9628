import type { Answers as Told } from '../am-i-a-carer/answers.ts'
import type { Answers } from './draft.ts'

const relationships: Readonly<Record<string, string>> = {
  partner: 'spouse_partner',
  parent: 'parent',
  grandparent: 'grandparent',
  child: 'child',
  adult_child: 'adult_child',
  young_sibling: 'sibling',
  adult_sibling: 'sibling',
}

const conditions: Readonly<Record<string, string>> = {
  frailty: 'frailty',
  mental_health: 'mental_health',
  addiction: 'substance_misuse',
}

const hoursBands: Readonly<Record<string, string>> = {
  under_20: '1_19',
  '20_34': '20_34',
  not_sure: 'not_known',
}

/**
 * Answers of "Am I a carer?" as a registration's, so that nobody is asked the same thing twice; each
 * is shown to be changed. What has no sure counterpart (which illness, a child of whom) is asked anew.
 */
export function answersBefore(told: Told): Answers {
  const { who = [], why = [], hours } = told
  const known = why.flatMap((each) => conditions[each] ?? [])
  const relationship = who.length > 1 ? 'more_than_one' : relationships[who[0] ?? '']
  const hoursBand = hoursBands[hours ?? '']
  return {
    ...(relationship === undefined ? {} : { 'who-you-look-after': { relationship } }),
    ...(known.length === 0 ? {} : { 'about-them': { conditions: known } }),
    ...(hoursBand === undefined ? {} : { 'how-much-time': { hoursBand } }),
  }
}

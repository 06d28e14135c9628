import { inWords } from '#platform/lib/dates.ts'
import type { KnownFrom, Topic } from './conversation.ts'

/** How each topic is asked of, by the carer's name. */
export function topicQuestions(
  name: string,
): Readonly<Record<Topic, { readonly label: string; readonly hint?: string }>> {
  return {
    matters: { label: `What matters to ${name}?`, hint: `In ${name}’s own words where you can` },
    change: {
      label: 'What has to change in the next days?',
      hint: `For ${name} to be safe and in control again`,
    },
    life: {
      label: `What would a good life be for ${name}?`,
      hint: 'Work, friends, rest, health, being someone beside a carer; and what stands in the way',
    },
    strengths: { label: `What goes well, and what is ${name} good at?` },
    people: {
      label: 'Who and what is there already?',
      hint: 'Family, friends, neighbours, groups, places',
    },
  }
}

/** The mark beside words that were known before: `From the talk on 3 April 2018. Not confirmed yet`. */
export function knownMark({ from, on }: KnownFrom): string {
  const where = from === 'conversation' ? 'talk' : 'assessment'
  return `From the ${where} on ${inWords(on)}. Not confirmed yet`
}

import type { PathwayClock } from '#people/pathway/pathway.rules.ts'
import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import type { PathwayStep } from '#platform/clock-source.ts'

// Care Act 2014 s.9 to s.13, s.24, s.25 and s.27 set the order of the steps (in force 1 April 2015);
// the same clock is on the worker's page, in fewer words.
const next: Readonly<Record<PathwayStep, string>> = {
  asked: 'You can ask us for support.',
  talked: 'Next, someone gets in touch to talk with you about what would help.',
  assessed:
    'Next, we go through with you how caring affects you, if you would like that. It is called an assessment.',
  decided: 'Next, we decide what you are entitled to, and write to you with the reasons.',
  planned: 'Next, we write your support plan with you.',
  supported: 'Next, the support in your plan begins.',
  reviewed: 'Next, we look again with you at how it is going. It is called a review.',
}

const aim: Readonly<Record<PathwayStep, string>> = {
  asked: 'hear from you',
  talked: 'talk with you',
  assessed: 'do that',
  decided: 'decide',
  planned: 'agree it with you',
  supported: 'begin',
  reviewed: 'do that',
}

/**
 * What was done and what happens next, said to the carer: when they asked, and by when we mean to
 * take the next step. Null clock: nobody has asked, or nothing is under way.
 */
export function nextSteps(clock: PathwayClock | null, today: IsoDate): readonly string[] {
  if (clock === null)
    return ['Nothing is under way just now. You can write to us or ring at any time.']
  const { stoppedOn, now } = clock
  if (clock.closed && stoppedOn !== null)
    return [`We finished this on ${inWords(stoppedOn)}. You can come back to us at any time.`]
  const first =
    stoppedOn === null
      ? `We were asked on ${inWords(clock.askedOn)}.`
      : `Your support began on ${inWords(stoppedOn)}.`
  if (now === null) return [first]
  return [first, next[now.step], ...dueSentence(now, today)]
}

function dueSentence(
  { step, clock }: NonNullable<PathwayClock['now']>,
  today: IsoDate,
): readonly string[] {
  if (clock === null) return []
  const day = dayInWords(clock.dueOn)
  if (clock.dueOn >= today) return [`We aim to ${aim[step]} by ${day}.`]
  return [
    `We aimed to ${aim[step]} by ${day}. We are late, and we are sorry. You can ring us at any time and ask what is happening.`,
  ]
}

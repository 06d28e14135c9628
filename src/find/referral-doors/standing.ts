import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { answerClock, talkDueOn, type Reckoning } from '../referral-clock/clock.rules.ts'
import { clockInSentences } from '../referral-clock/clock.view.ts'
import type { Standing } from './receipt.sql.ts'

const clockOf = (of: Standing, today: IsoDate, reckoning: Reckoning) =>
  answerClock({ ...of, answeredOn: of.triagedOn }, today, reckoning)

/** What happens after a referral was sent, when and by whom. */
export function nextSteps(of: Standing, today: IsoDate, reckoning: Reckoning): readonly string[] {
  const { dueOn } = clockOf(of, today, reckoning)
  return [
    `${of.organisation} reads it by ${dayInWords(dueOn)}.`,
    `Someone rings the person who looks after someone by ${dayInWords(talkDueOn(of, dueOn, reckoning))} at the latest, and tells them their name.`,
    'They talk about what would help. They decide what happens.',
    ...(of.asksForAssessment
      ? [`An assessment was asked for: its clock runs from ${inWords(of.receivedOn)}.`]
      : []),
  ]
}

/**
 * Where a referral stands, in sentences for whoever asks by its reference: the clock and whether
 * somebody will ring, and never what became of the person.
 */
export function standingWords(
  of: Standing,
  today: IsoDate,
  reckoning: Reckoning,
): readonly string[] {
  return [
    ...clockInSentences(clockOf(of, today, reckoning), today),
    ...(of.passed === 0
      ? []
      : [`It was passed on, as agreed, and is with ${of.organisation} now.`]),
    stateSentence(of, today),
  ]
}

function stateSentence(of: Standing, today: IsoDate): string {
  const { state, organisation, contactDueOn, firstContactOn } = of
  switch (state) {
    case 'new':
      return `${organisation} has it and has not answered yet.`
    case 'asked':
      return `${organisation} has asked the sender something, and waits for the answer.`
    case 'declined':
      return `${organisation} could not take it on. Ring them to hear why.`
    case 'closed':
      return `${organisation} has finished with it.`
    case 'accepted': {
      if (firstContactOn !== null)
        return `${organisation} took it on, and the first talk was on ${inWords(firstContactOn)}.`
      const when =
        contactDueOn === null
          ? 'soon'
          : contactDueOn < today
            ? `soon. We said ${dayInWords(contactDueOn)}; we are late, and we are sorry`
            : `by ${dayInWords(contactDueOn)}`
      return `${organisation} took it on. Someone rings ${when}.`
    }
  }
}

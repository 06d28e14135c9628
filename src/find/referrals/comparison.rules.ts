// How a sender stands beside others of its kind. Small numbers are not told: as in the NHS's own
// published tables nothing is said of fewer than five senders, nor is a number under five (domain
// convention; the limit of five senders also stands in the database, in `senders_like`).

/** Middle figures of the other senders of a kind; null where there are fewer than five. */
export type Like = {
  readonly senders: number
  readonly lowerSent: number
  readonly middleSent: number
  readonly upperSent: number
  readonly takenOnPercent: number
}

export type Comparison = {
  /** Null where too few others sent anything to be compared with. */
  readonly standing: 'fewer' | 'about' | 'more' | null
  readonly sentences: readonly string[]
}

const leastSenders = 5
const leastNumber = 5

/** A number that may be told, or that it is small. */
export function toldNumber(number: number): string {
  return number < leastNumber ? `fewer than ${leastNumber}` : String(number)
}

/** How many one sender referred beside those like it: below, within or above the middle half of them. */
export function compareSenders(sent: number, like: Like | null, kind: string): Comparison {
  if (like === null || like.senders < leastSenders) {
    return {
      standing: null,
      sentences: [
        `Fewer than ${leastSenders} other ${kind} referred carers in these days, so there is nothing to compare with.`,
      ],
    }
  }
  const { senders, middleSent, lowerSent, upperSent, takenOnPercent } = like
  const standing = sent < lowerSent ? 'fewer' : sent > upperSent ? 'more' : 'about'
  const words = {
    fewer: `You referred fewer carers than most ${kind} that referred any.`,
    about: `You referred about as many carers as other ${kind} that referred any.`,
    more: `You referred more carers than most ${kind} that referred any.`,
  }
  const sentences = [
    words[standing],
    `The one in the middle of ${senders} other ${kind} referred ${toldNumber(middleSent)}.`,
    ...(senders * middleSent < leastNumber * leastSenders
      ? []
      : [`Of all that they referred, ${takenOnPercent}% were taken on.`]),
  ]
  return { standing, sentences }
}

/** Several organisations of a kind, as one speaks of them. */
export const kindsOfSenders: Readonly<Record<string, string>> = {
  gp_practice: 'GP practices',
  hospital: 'hospitals',
  school: 'schools',
  jobcentre: 'Jobcentres',
  charity: 'charities',
  council: 'councils',
  employer: 'employers',
  hub: 'hubs',
  young_carers: 'young carers’ services',
}

import { govukTag } from '#platform/govuk/tag.ts'
import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { AnswerClock, Tone } from './clock.rules.ts'

const tags: Readonly<Record<Tone, readonly [words: string, classes: string]>> = {
  green: ['In time', 'govuk-tag--green'],
  amber: ['Due soon', 'govuk-tag--yellow'],
  red: ['Late', 'govuk-tag--red'],
}

/** How long a referral has waited of how long it may: `2 of 5 working days`. */
export function waitedWords({ used, of }: AnswerClock): string {
  return `${used} of ${of} working ${of === 1 ? 'day' : 'days'}`
}

/** The clock for staff and senders: a word, how much of the promise is used, and the day. */
export function clockLine(clock: AnswerClock): Html {
  const [words, classes] = tags[clock.tone]
  return html`<span class="app-nowrap">${govukTag({ text: words, classes })}</span>
    <span class="app-nowrap">${waitedWords(clock)}</span>`
}

/** The same clock for a carer, in sentences and without colours. */
export function clockInSentences(clock: AnswerClock, today: IsoDate): readonly string[] {
  const { askedOn, dueOn, answeredOn } = clock
  const asked = `We were asked on ${inWords(askedOn)}.`
  if (answeredOn !== null) return [asked, `We answered on ${inWords(answeredOn)}.`]
  const waited = `That is ${waitedWords(clock)}.`
  return dueOn < today
    ? [
        asked,
        waited,
        `We said we would answer by ${dayInWords(dueOn)}. We are late, and we are sorry.`,
      ]
    : [asked, waited, `We answer by ${dayInWords(dueOn)}.`]
}

import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { toneTag, usedWords } from '#people/pathway/tone.view.ts'
import type { AnswerClock } from './clock.rules.ts'

/** The clock for staff and senders: a word, how much of the promise is used, and the day. */
export function clockLine(clock: AnswerClock): Html {
  return html`<span class="app-nowrap">${toneTag(clock.tone)}</span>
    <span class="app-nowrap">${usedWords(clock)}</span>`
}

/** The same clock for a carer, in sentences and without colours. */
export function clockInSentences(clock: AnswerClock, today: IsoDate): readonly string[] {
  const { askedOn, dueOn, answeredOn } = clock
  const asked = `We were asked on ${inWords(askedOn)}.`
  if (answeredOn !== null) return [asked, `We answered on ${inWords(answeredOn)}.`]
  const waited = `That is ${usedWords(clock)}.`
  return dueOn < today
    ? [
        asked,
        waited,
        `We said we would answer by ${dayInWords(dueOn)}. We are late, and we are sorry.`,
      ]
    : [asked, waited, `We answer by ${dayInWords(dueOn)}.`]
}

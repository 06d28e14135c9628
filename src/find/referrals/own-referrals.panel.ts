import { dayInWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import type { CarerPanel } from '#platform/room.ts'
import { answerClock } from '../referral-clock/clock.rules.ts'
import { clockInSentences } from '../referral-clock/clock.view.ts'
import { getReckoning } from '../referral-clock/targets.sql.ts'
import { askedOf, waitsForTalk, type Referral } from './referral.ts'
import { listReferralsOf } from './referrals.sql.ts'

/** What a carer asked, or was asked for them, and nobody has talked with them about: the hub's own clock. */
export const ownReferrals: CarerPanel = {
  id: 'your-request',
  order: 5,
  show: async (tx, { personId, today }) => {
    const open = (await listReferralsOf(tx, personId)).filter(waitsForTalk)
    const [referral] = open
    if (referral === undefined) return null
    const clock = answerClock(askedOf(referral), today, await getReckoning(tx))
    const sentences = [...clockInSentences(clock, today), ...talkSentence(referral, today)]
    return {
      title: 'How long you have waited',
      body: html`${sentences.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}`,
    }
  },
}

function talkSentence(
  { state, contactDueOn, worker }: Referral,
  today: IsoDate,
): readonly string[] {
  if (state !== 'accepted' || contactDueOn === null) return []
  const day = dayInWords(isoDate(contactDueOn))
  return contactDueOn < today
    ? [`We said we would ring you by ${day}. We are late, and we are sorry.`]
    : [`${worker ?? 'Someone'} rings you by ${day}.`]
}

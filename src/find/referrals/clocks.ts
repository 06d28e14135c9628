import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { ClockSource, StepDay } from '#platform/clock-source.ts'
import { answerDueOn, talkDueOn, type Reckoning } from '../referral-clock/clock.rules.ts'
import { getReckoning } from '../referral-clock/targets.sql.ts'
import { askedOf, isOpenReferral, waitsForTalk, type Referral } from './referral.ts'
import { listReferralsOf } from './referrals.sql.ts'

/** Someone asked for support; the carer was first talked with; the matter ended. */
export const referralClocks: readonly ClockSource[] = [
  clockFrom('asked', (referral) => referral.receivedOn),
  {
    ...clockFrom('talked', (referral) => referral.firstContactOn),
    running: async (tx, { personId }) => {
      const waiting = (await listReferralsOf(tx, personId)).filter(waitsForTalk)
      if (waiting.length === 0) return []
      const reckoning = await getReckoning(tx)
      return waiting.map((referral) => ({
        sinceOn: isoDate(referral.receivedOn),
        promisedOn: talkPromisedOn(referral, reckoning),
        kind: referral.kind,
      }))
    },
  },
  clockFrom('ended', endOf),
]

/** The day that was set when it was taken on; before that, when it will be if each promise is kept. */
function talkPromisedOn(referral: Referral, reckoning: Reckoning): IsoDate {
  if (referral.contactDueOn !== null) return isoDate(referral.contactDueOn)
  const asked = askedOf(referral)
  return talkDueOn(asked, asked.answeredOn ?? answerDueOn(asked, reckoning), reckoning)
}

function clockFrom(
  step: ClockSource['step'],
  day: (referral: Referral) => string | null,
): ClockSource {
  return {
    step,
    list: async (tx, { personId }) =>
      (await listReferralsOf(tx, personId)).flatMap((referral) => {
        const on = day(referral)
        return on === null ? [] : [{ on: isoDate(on), kind: referral.kind }]
      }),
  }
}

/** A register's import tells an outcome without its day: the matter then ended with the first talk. */
function endOf({ state, outcomeOn, firstContactOn, receivedOn }: Referral): string | null {
  if (state !== 'closed' && state !== 'declined') return null
  return outcomeOn ?? firstContactOn ?? receivedOn
}

/** Days on which a matter would have ended, for other rooms: none while a referral of the carer is open. */
export async function endsUnlessReferred(
  tx: Tx,
  personId: string,
  days: readonly StepDay[],
): Promise<readonly StepDay[]> {
  if (days.length === 0) return days
  return (await listReferralsOf(tx, personId)).some(isOpenReferral) ? [] : days
}

import { z } from 'zod'
import { text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { hiddenVersion } from '#platform/web/fields.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { answerClock } from '../../referral-clock/clock.rules.ts'
import { getReckoning } from '../../referral-clock/targets.sql.ts'
import { askedOf, toldName, type SentReferral } from '../referral.ts'
import { getSent, listSentPassings, updateAnswer } from '../sent-referrals.sql.ts'
import { sentReferralView } from './sent-referral.view.ts'

const answerForm = form({
  version: hiddenVersion(),
  answer: text('Enter your answer', 2000),
})

/** One referral as its sender may know it; where triage asks something, the place to answer. */
export const sentReferralPage = page({
  path: '/referrals/sent/:id',
  door: 'partner',
  may: ['referrer'],
  params: z.object({ id: idParam }),
  query: z.object({ 'just-sent': z.literal('yes').optional().catch(undefined) }),
  get: ({ params, query, clock, asActor }) =>
    asActor(async (tx) => {
      const referral = await getSent(tx, params.id)
      const state = freshForm({ version: String(referral.version) })
      const justSent = query['just-sent'] === 'yes'
      return show(await viewOf(tx, { referral, state, justSent, today: clock.today() }))
    }),
  post: ({ params, body, clock, asActor }) =>
    asActor(async (tx) => {
      const referral = await getSent(tx, params.id)
      const today = clock.today()
      const read = answerForm.read(body)
      if (!read.ok) return showAgain(await viewOf(tx, { referral, state: read.error, today }))
      const answered = { id: referral.id, ...read.value, on: today }
      if (await updateAnswer(tx, answered)) return see(`/referrals/sent/${referral.id}`)
      // The same answer sent twice: the first has been taken.
      if (referral.answer === read.value.answer) return see(`/referrals/sent/${referral.id}`)
      return showConflict(
        await viewOf(tx, { referral, state: freshForm(body), tooLate: true, today }),
      )
    }),
})

async function viewOf(
  tx: Tx,
  of: {
    readonly referral: SentReferral
    readonly state: FormState
    readonly justSent?: boolean
    readonly tooLate?: boolean
    readonly today: IsoDate
  },
): Promise<PageView> {
  const title = of.justSent === true ? 'Referral sent' : `Referral of ${toldName(of.referral.told)}`
  const clock = answerClock(askedOf(of.referral), of.today, await getReckoning(tx))
  const passings = await listSentPassings(tx, of.referral.id)
  const main = sentReferralView({ ...of, clock, passings })
  return { title, current: '/referrals/sent', main }
}

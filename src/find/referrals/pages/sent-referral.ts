import { z } from 'zod'
import { text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { hiddenVersion } from '#platform/web/fields.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { toldName, type SentReferral } from '../referral.ts'
import { getSent, updateAnswer } from '../sent-referrals.sql.ts'
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
  get: ({ params, query, asActor }) =>
    asActor(async (tx) => {
      const referral = await getSent(tx, params.id)
      const state = freshForm({ version: String(referral.version) })
      return show(viewOf({ referral, state, justSent: query['just-sent'] === 'yes' }))
    }),
  post: ({ params, body, clock, asActor }) =>
    asActor(async (tx) => {
      const referral = await getSent(tx, params.id)
      const read = answerForm.read(body)
      if (!read.ok) return showAgain(viewOf({ referral, state: read.error }))
      const answered = { id: referral.id, ...read.value, on: clock.today() }
      if (await updateAnswer(tx, answered)) return see(`/referrals/sent/${referral.id}`)
      // The same answer sent twice: the first has been taken.
      if (referral.answer === read.value.answer) return see(`/referrals/sent/${referral.id}`)
      return showConflict(viewOf({ referral, state: freshForm(body), tooLate: true }))
    }),
})

function viewOf(of: {
  readonly referral: SentReferral
  readonly state: FormState
  readonly justSent?: boolean
  readonly tooLate?: boolean
}): PageView {
  const title = of.justSent === true ? 'Referral sent' : `Referral of ${toldName(of.referral.told)}`
  return { title, current: '/referrals/sent', main: sentReferralView(of) }
}

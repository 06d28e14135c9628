import { page, see } from '#platform/web/page.ts'
import { getReferral, updateReferral } from '../referrals.sql.ts'
import { triagers } from '../triagers.ts'
import { referralParams } from './triage.ts'

/** Writes down that a sender without an account was rung with the answer; pressed twice it is the same. */
export const senderToldPage = page({
  path: '/referrals/:id/sender-told',
  door: 'workspace',
  may: triagers,
  params: referralParams,
  get: async ({ params }) => see(`/referrals/${params.id}`),
  post: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const { id, version, senderToldOn, triagedOn } = await getReferral(tx, actor, params.id)
      if (senderToldOn === null && triagedOn !== null)
        await updateReferral(tx, { id, version, values: { senderToldOn: clock.today() } })
      return see(`/referrals/${id}`)
    }),
})

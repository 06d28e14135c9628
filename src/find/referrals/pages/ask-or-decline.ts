import { withFault } from '#platform/web/form.ts'
import { page, see, showAgain, showConflict } from '#platform/web/page.ts'
import { canTake, referralSteps } from '../referral.ts'
import { getReferral, updateReferral } from '../referrals.sql.ts'
import { tellSender } from '../tell-sender.ts'
import { askForm, declineForm } from '../triage-forms.ts'
import { triagers } from '../triagers.ts'
import { referralParams, triagePageView } from './triage.ts'

/** Sends a referral back to its sender with a question. */
export const askPage = page({
  path: '/referrals/:id/ask',
  door: 'workspace',
  may: triagers,
  params: referralParams,
  get: async ({ params }) => see(`/referrals/${params.id}`),
  post: ({ params, body, actor, clock, config, asActor }) =>
    asActor(async (tx) => {
      const referral = await getReferral(tx, actor, params.id)
      const of = { referral, today: clock.today() }
      const read = askForm.read(body)
      if (!read.ok)
        return showAgain(await triagePageView(tx, actor, { ...of, states: { ask: read.error } }))
      const { version, question } = read.value
      if (referral.fromOrganisationId === null) {
        const ask = withFault(
          body,
          'question',
          'Nobody reads a question here: ring the carer instead',
        )
        return showAgain(await triagePageView(tx, actor, { ...of, states: { ask } }))
      }
      const values = {
        state: referralSteps.ask.to,
        question,
        askedOn: of.today,
        answer: null,
        answeredOn: null,
      }
      const asked =
        canTake('ask', referral.state) &&
        (await updateReferral(tx, { id: referral.id, version, values }))
      if (asked) await tellSender(tx, { referral, what: 'asked', config })
      if (asked || referral.question === question) return see('/referrals')
      return showConflict(await triagePageView(tx, actor, { ...of, overtaken: true }))
    }),
})

/** Ends a referral without taking it on, with a reason that its sender may be told. */
export const declinePage = page({
  path: '/referrals/:id/decline',
  door: 'workspace',
  may: triagers,
  params: referralParams,
  get: async ({ params }) => see(`/referrals/${params.id}`),
  post: ({ params, body, actor, clock, config, asActor }) =>
    asActor(async (tx) => {
      const referral = await getReferral(tx, actor, params.id)
      const of = { referral, today: clock.today() }
      const read = declineForm.read(body)
      if (!read.ok)
        return showAgain(
          await triagePageView(tx, actor, { ...of, states: { decline: read.error } }),
        )
      const { version, outcome, words } = read.value
      const by = { triagedOn: of.today, triagedBy: actor.accountId, workerId: null }
      const decided = { ...by, outcomeOn: of.today }
      const values = { ...decided, state: referralSteps.decline.to, outcome, outcomeWords: words }
      const declined =
        canTake('decline', referral.state) &&
        (await updateReferral(tx, { id: referral.id, version, values }))
      const sentTwice = referral.state === 'declined' && referral.triagedBy === actor.accountId
      if (declined) await tellSender(tx, { referral, what: 'declined', config })
      if (declined || sentTwice) return see('/referrals')
      return showConflict(await triagePageView(tx, actor, { ...of, overtaken: true }))
    }),
})

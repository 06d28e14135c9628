import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { canTake, referralSteps, carerName, type Referral } from '../referral.ts'
import { getReferral, updateReferral } from '../referrals.sql.ts'
import { tellSender } from '../tell-sender.ts'
import { closeForm } from '../triage-forms.ts'
import { triagers } from '../triagers.ts'
import { closeReferralView } from './close-referral.view.ts'
import { referralParams } from './triage.ts'

/** Says what became of a referral that was taken on; its sender reads it if the carer agreed. */
export const closeReferralPage = page({
  path: '/referrals/:id/outcome',
  door: 'workspace',
  may: triagers,
  params: referralParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const referral = await getReferral(tx, actor, params.id)
      if (!canTake('close', referral.state)) return see(`/referrals/${referral.id}`)
      return show(viewOf({ referral, state: freshForm({ version: String(referral.version) }) }))
    }),
  post: ({ params, body, actor, clock, config, asActor }) =>
    asActor(async (tx) => {
      const referral = await getReferral(tx, actor, params.id)
      const read = closeForm.read(body)
      if (!read.ok) return showAgain(viewOf({ referral, state: read.error }))
      const { version, outcome, words } = read.value
      const values = {
        state: referralSteps.close.to,
        outcome,
        outcomeWords: words,
        outcomeOn: clock.today(),
      }
      const closed =
        canTake('close', referral.state) &&
        (await updateReferral(tx, { id: referral.id, version, values }))
      if (closed) await tellSender(tx, { referral, what: 'closed', config })
      if (closed || referral.outcome === outcome) return see(`/carers/${referral.personId}`)
      const state = freshForm({ ...body, version: String(referral.version) })
      return showConflict(viewOf({ referral, state, overtaken: true }))
    }),
})

function viewOf(of: {
  readonly referral: Referral
  readonly state: FormState
  readonly overtaken?: boolean
}): PageView {
  return {
    title: `What became of the referral of ${carerName(of.referral)}`,
    current: '/referrals',
    main: closeReferralView(of),
  }
}

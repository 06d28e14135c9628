import { withFault } from '#platform/web/form.ts'
import { page, see, showAgain, showConflict } from '#platform/web/page.ts'
import { findWaysOn, passOn } from '../pass-on.ts'
import { canTake } from '../referral.ts'
import { getReferral, lockReferral } from '../referrals.sql.ts'
import { tellSender } from '../tell-sender.ts'
import { passOnForm } from '../triage-forms.ts'
import { triagers } from '../triagers.ts'
import { referralParams, triagePageView } from './triage.ts'

/** Passes a referral that this organisation cannot take to one that can, if the carer agrees. */
export const passOnPage = page({
  path: '/referrals/:id/pass-on',
  door: 'workspace',
  may: triagers,
  params: referralParams,
  get: async ({ params }) => see(`/referrals/${params.id}`),
  post: ({ params, body, actor, clock, config, asActor }) =>
    asActor(async (tx) => {
      await lockReferral(tx, params.id)
      const referral = await getReferral(tx, actor, params.id)
      const of = { referral, today: clock.today() }
      const read = passOnForm(referral).read(body)
      if (!read.ok)
        return showAgain(await triagePageView(tx, actor, { ...of, states: { pass: read.error } }))
      const { to: chosen, version, why, inWords: words, agreedHow } = read.value
      if (!canTake('pass', referral.state) || referral.version !== version)
        return showConflict(await triagePageView(tx, actor, { ...of, overtaken: true }))
      const { considered } = await findWaysOn(tx, referral, of.today)
      const able = considered.find(
        ({ intake, against }) => intake.organisationId === chosen && against.length === 0,
      )
      if (able === undefined) {
        const pass = withFault(body, 'to', 'Select somebody who can take it')
        return showAgain(await triagePageView(tx, actor, { ...of, states: { pass } }))
      }
      const how = { to: able.intake, why, words, agreedHow, version, today: of.today }
      await passOn(tx, actor, { referral, how })
      await tellSender(tx, { referral, what: 'passed', config })
      return see('/referrals?show=passed')
    }),
})

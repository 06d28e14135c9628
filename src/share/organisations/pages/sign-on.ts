import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { addDays } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import {
  findSignOnRule,
  insertSignOnRule,
  listSignOnRules,
  updateGivenByRuleUntil,
  updateSignOnRule,
} from '#share/accounts/sign-on-rules.sql.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { dutyFault } from '../duty-form.ts'
import { secondAdministratorFor } from '../giving.rules.ts'
import { listOrganisations } from '../organisations.sql.ts'
import { signOnForm } from '../sign-on-form.ts'
import { signOnView } from './sign-on.view.ts'

async function opened(tx: Tx, { actor: { authorityId }, clock, config }: Context) {
  return {
    issuer: config.oidc?.issuer ?? null,
    organisations: await listOrganisations(tx, { authorityId, today: clock.today() }),
    rules: await listSignOnRules(tx, authorityId),
  }
}

/** What single sign-on gives by itself: which claim of the issuer gives which duties where. */
export const signOnPage = page({
  path: '/admin/sign-on',
  door: 'workspace',
  may: administrators,
  get: (context) =>
    context.asActor(async (tx) =>
      show(signOnView({ ...(await opened(tx, context)), state: freshForm({ id: newId() }) })),
    ),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId, accountId } = administratorOf(context)
      const shown = await opened(tx, context)
      const again = (state: FormState) => showAgain(signOnView({ ...shown, state }))
      if (shown.issuer === null)
        return again(withFault(context.body, 'claim', 'Single sign-on is not set up here'))
      const read = signOnForm(shown.organisations).read(context.body)
      if (!read.ok) return again(read.error)
      const { id, claim, value, duties } = read.value
      const at = shown.organisations.find((each) => String(each.id) === read.value.organisation)!
      const misplaced = dutyFault(duties, at)
      if (misplaced !== null) return again(withFault(context.body, 'duties', misplaced))
      // Whoever the claim belongs to may be the administrator: what opens records takes two, always.
      const second = secondAdministratorFor({ duties, toSelf: true, email: '', domains: [] })
      const isNew = await insertSignOnRule(tx, {
        id,
        authorityId,
        issuer: shown.issuer,
        claim,
        value,
        organisationId: at.id,
        duties,
        state: second === null ? 'in_force' : 'to_confirm',
        askedBy: accountId,
      })
      const same = shown.rules.some((rule) => rule.id === id)
      if (!isNew && !same)
        return again(
          withFault(context.body, 'value', 'There is a rule for this already: end it first'),
        )
      return see(second === null ? '/admin/sign-on' : '/admin/waiting')
    }),
})

/** Ends a rule: what it gave ends with it, for everybody. */
export const endRulePage = page({
  path: '/admin/sign-on/:id/end',
  door: 'workspace',
  may: administrators,
  params: z.object({ id: z.uuid() }),
  get: async () => see('/admin/sign-on'),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const of = { authorityId, id: context.params.id }
      const rule = await findSignOnRule(tx, of)
      if (rule === null) throw new NotFound('rule')
      await updateSignOnRule(tx, of, { state: 'ended' })
      const until = addDays(context.clock.today(), -1)
      await updateGivenByRuleUntil(tx, { authorityId, ruleId: rule.id, until })
      return see('/admin/sign-on')
    }),
})

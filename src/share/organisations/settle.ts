import type { Tx } from '#platform/db/database.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Context } from '#platform/web/page.ts'
import { insertMembership } from '#share/accounts/manage.sql.ts'
import { updateSignOnRule, findSignOnRule } from '#share/accounts/sign-on-rules.sql.ts'
import type { Administrator } from './administrator.ts'
import { sendInvitation } from './invite.ts'
import { getInvitation, updateInvitation } from './invitations.sql.ts'
import { findOpenDutyRequest, updateDutyRequest, type Waiting } from './requests.sql.ts'

type Settled = Result<null, string>

const own = 'You asked for this yourself: another administrator agrees or declines'
const gone = 'It waits no longer: another administrator was quicker'
const receives = 'This is a duty for yourself: another administrator agrees or declines'

type Asked = {
  readonly by: Administrator
  readonly id: string
  readonly agree: boolean
}

/** Agrees to what another administrator asked for, or declines it; refused to whoever asked or would receive. */
export function settle(
  tx: Tx,
  context: Context,
  of: Asked & { readonly kind: Waiting['kind'] },
): Promise<Settled> {
  switch (of.kind) {
    case 'duty':
      return settleDuty(tx, of)
    case 'invitation':
      return settleInvitation(tx, context, of)
    case 'rule':
      return settleRule(tx, of)
  }
}

async function settleDuty(tx: Tx, { by, id, agree }: Asked): Promise<Settled> {
  const { authorityId } = by
  const asked = await findOpenDutyRequest(tx, { authorityId, id })
  if (asked === null) return refused(gone)
  if (agree && asked.askedBy === by.accountId) return refused(own)
  if (agree && asked.accountId === by.accountId) return refused(receives)
  if (agree) {
    const { accountId, organisationId, duty, since, until } = asked
    const row = { authorityId, accountId, organisationId, since, until }
    await insertMembership(tx, { ...row, id, duties: [duty] })
  }
  const state = agree ? 'given' : 'declined'
  await updateDutyRequest(tx, { authorityId, id, state, settledBy: by.accountId })
  return ok(null)
}

async function settleInvitation(
  tx: Tx,
  context: Context,
  { by, id, agree }: Asked,
): Promise<Settled> {
  const invitation = await getInvitation(tx, by.authorityId, id)
  if (invitation.state !== 'to_confirm') return refused(gone)
  if (!agree) {
    await updateInvitation(tx, invitation, { state: 'withdrawn', settledAt: context.clock.now() })
    return ok(null)
  }
  if (invitation.invitedBy === by.accountId) return refused(own)
  await updateInvitation(tx, invitation, { confirmedBy: by.accountId })
  await sendInvitation(tx, context, invitation)
  return ok(null)
}

async function settleRule(tx: Tx, { by, id, agree }: Asked): Promise<Settled> {
  const rule = await findSignOnRule(tx, { authorityId: by.authorityId, id })
  if (rule === null || rule.state !== 'to_confirm') return refused(gone)
  if (agree && rule.askedBy === by.accountId) return refused(own)
  const change = agree
    ? ({ state: 'in_force', confirmedBy: by.accountId } as const)
    : ({ state: 'ended' } as const)
  await updateSignOnRule(tx, { authorityId: by.authorityId, id }, change)
  return ok(null)
}

import { randomBytes } from 'node:crypto'
import { dutyNames } from '#platform/access/duties.ts'
import type { Config } from '#config.ts'
import type { Tx } from '#platform/db/database.ts'
import { inWords, londonDay, type Clock } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { findAccountByEmail } from '#share/accounts/accounts.sql.ts'
import { hashed } from '#share/accounts/secret.ts'
import { dutyFault } from './duty-form.ts'
import { secondAdministratorFor } from './giving.rules.ts'
import { expiryOf } from './invitation.rules.ts'
import {
  findOpenInvitation,
  insertInvitation,
  type Invitation,
  type NamedInvitation,
  updateInvitation,
} from './invitations.sql.ts'
import type { Organisation } from './organisation.ts'

type InviteHouse = { readonly config: Config; readonly clock: Clock }

export type InviteFault = {
  readonly field: 'email' | 'duties' | 'signIn'
  readonly message: string
}

/**
 * Invites somebody: the link goes out at once, or waits for a second administrator. Refused for an
 * address that has an account or an invitation, a duty that the organisation cannot have, or a way in
 * that its rule does not allow.
 */
export async function invite(
  tx: Tx,
  house: InviteHouse,
  of: Omit<Invitation, 'state' | 'expiresAt' | 'timesSent'> & { readonly at: Organisation },
): Promise<Result<'sent' | 'waiting', InviteFault>> {
  const { at, ...asked } = of
  const fault = await inviteFault(tx, house, of)
  if (fault !== null) return refused(fault)
  const second = secondAdministratorFor({
    duties: of.duties,
    toSelf: false,
    email: of.email,
    domains: at.domains,
  })
  const state = second === null ? 'sent' : 'to_confirm'
  const isNew = await insertInvitation(tx, { ...asked, state })
  if (isNew && second === null)
    await sendInvitation(tx, house, {
      ...asked,
      state,
      organisation: at.name,
      timesSent: 0,
      expiresAt: null,
    })
  return ok(second === null ? 'sent' : 'waiting')
}

async function inviteFault(
  tx: Tx,
  { config }: InviteHouse,
  of: Parameters<typeof invite>[2],
): Promise<InviteFault | null> {
  const { at, email, authorityId } = of
  const misplaced = dutyFault(of.duties, at)
  if (misplaced !== null) return { field: 'duties', message: misplaced }
  if (of.signIn === 'password' && at.signInRule === 'sso')
    return { field: 'signIn', message: `People of ${at.name} come in by single sign-on only` }
  if (of.signIn === 'sso' && config.oidc === null)
    return { field: 'signIn', message: 'Single sign-on is not set up here: choose a password' }
  const account = await findAccountByEmail(tx, authorityId, email)
  if (account !== null) return { field: 'email', message: taken(account) }
  const open = await findOpenInvitation(tx, authorityId, email)
  return open === null || open.id === of.id
    ? null
    : {
        field: 'email',
        message: 'This address has an invitation already: send it again, or withdraw it first',
      }
}

function taken(account: { readonly personId: string | null; readonly active: boolean }): string {
  if (account.personId !== null)
    return 'This address belongs to a carer’s account: staff need an address of their own'
  return account.active
    ? 'This address has an account already: give the duty on its page'
    : 'This address has a closed account: open it again on its page'
}

/** Makes a new link, which ends the one before, and writes the message that carries it. */
export async function sendInvitation(
  tx: Tx,
  { config, clock }: InviteHouse,
  invitation: NamedInvitation,
): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = expiryOf(clock.now())
  await updateInvitation(tx, invitation, {
    state: 'sent',
    tokenHash: hashed(token),
    expiresAt,
    timesSent: invitation.timesSent + 1,
  })
  const duties = invitation.duties.map((duty) => dutyNames[duty]).join(', ')
  await queueMessage(tx, {
    authorityId: invitation.authorityId,
    channel: 'email',
    purpose: 'sign_in',
    recipient: invitation.email,
    subject: `${invitation.organisation} invites you to Alongside`,
    body: `${invitation.displayName}, you are invited to work with Alongside, the carers’ hub, for ${invitation.organisation}.

Your part: ${duties}.

Open this link by ${inWords(londonDay(expiresAt))}:

${config.url}/invitation/${token}

It works once. If you did not expect it, you need do nothing: no account is made until you open it.`,
  })
}

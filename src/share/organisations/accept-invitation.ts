import type { Context } from '#platform/web/page.ts'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Account } from '#share/accounts/account.ts'
import { findAccountByEmail } from '#share/accounts/accounts.sql.ts'
import { insertAccount, insertMembership } from '#share/accounts/manage.sql.ts'
import { hashed } from '#share/accounts/secret.ts'
import { identityFor } from '#share/accounts/sign-in/identity.ts'
import { newPasswordToken, setPassword } from '#share/accounts/sign-in/passwords.ts'
import { standingOf } from './invitation.rules.ts'
import { findInvitationByToken, type NamedInvitation, updateInvitation } from './invitations.sql.ts'

export type NotAccepted = 'GONE' | 'HAS_ACCOUNT'

/** The invitation that a link opens, while it does. */
export async function openInvitation(
  context: Context,
  token: string,
): Promise<NamedInvitation | null> {
  const { authorityId } = context.actor
  const found = await context.asSystem('invitation', (tx) =>
    findInvitationByToken(tx, authorityId, hashed(token)),
  )
  return found !== null && standingOf(found, context.clock.now()) === 'open' ? found : null
}

/**
 * Makes the account and its duties; once, as the link is spent with it. With a password where the
 * invitation says so: the second step is set up when they first sign in.
 */
export async function acceptInvitation(
  context: Context,
  of: { readonly token: string; readonly name: string; readonly password: string | null },
): Promise<Result<Account, NotAccepted>> {
  const { authorityId } = context.actor
  const now = context.clock.now()
  const made = await context.asSystem('invitation accepted', async (tx) => {
    const invitation = await findInvitationByToken(tx, authorityId, hashed(of.token))
    if (invitation === null || standingOf(invitation, now) !== 'open')
      return refused('GONE' as const)
    if ((await findAccountByEmail(tx, authorityId, invitation.email)) !== null)
      return refused('HAS_ACCOUNT' as const)
    const { email, signIn, organisationId, duties, since, until } = invitation
    const account: Account = {
      authorityId,
      id: newId(),
      email,
      displayName: of.name,
      personId: null,
      active: true,
      signIn,
    }
    await insertAccount(tx, account)
    const held = { authorityId, accountId: account.id, organisationId, since, until }
    for (const duty of duties) await insertMembership(tx, { ...held, duties: [duty] })
    await updateInvitation(tx, invitation, {
      state: 'accepted',
      accountId: account.id,
      settledAt: now,
    })
    return ok(account)
  })
  if (made.ok && of.password !== null) await givePassword(context, made.value, of.password)
  return made
}

async function givePassword(context: Context, account: Account, password: string): Promise<void> {
  const identity = await identityFor(context, { email: account.email, account, wayIn: 'password' })
  const token = await newPasswordToken(context, identity)
  if (token !== null) await setPassword(context, token, password)
}

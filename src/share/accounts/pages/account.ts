import { z } from 'zod'
import { page, see, show } from '#platform/web/page.ts'
import { listCharges } from '../accounts.sql.ts'
import { cookieHeader } from '../arrival.ts'
import { dropCookie } from '../cookies.ts'
import { getOwnAccount } from '../own-account.ts'
import { deletePasskey, listPasskeys } from '../passkeys.sql.ts'
import { sessionActor } from '../session.ts'
import { deleteSession, deleteSessions, listSessions } from '../sign-in.sql.ts'
import { accountView } from './account.view.ts'

const oneOf = z.object({ id: z.uuid() })

/** Somebody's own account: who they are here, how they come in, and where they are signed in. */
export const accountPage = page({
  path: '/account',
  door: 'public',
  may: 'signed-in',
  get: async (context) => {
    const { db, clock, asActor, config, headers } = context
    const account = await getOwnAccount(context)
    const of = { authorityId: account.authorityId, accountId: account.id, today: clock.today() }
    const charges = await asActor((tx) => listCharges(tx, of))
    const sessions = await listSessions(db, account.id, clock.now())
    const passkeys = await listPasskeys(db, account.id)
    const here = await sessionActor({ db, clock, config, cookieHeader: cookieHeader(headers) })
    return show(
      accountView({ account, charges, sessions, passkeys, here: here?.sessionId ?? null }),
    )
  },
})

export const signOutEverywherePage = page({
  path: '/account/sign-out-everywhere',
  door: 'public',
  may: 'signed-in',
  get: async () => see('/account'),
  post: async (context) => {
    const { id: accountId } = await getOwnAccount(context)
    await deleteSessions(context.db, accountId)
    return {
      kind: 'see',
      location: '/sign-in',
      setCookies: [dropCookie(context.config, 'session')],
    }
  },
})

/** Ends one session of one's own; another's is not there to be ended. */
export const endSessionPage = page({
  path: '/account/sessions/:id/end',
  door: 'public',
  may: 'signed-in',
  params: oneOf,
  get: async () => see('/account'),
  post: async (context) => {
    const { id: accountId } = await getOwnAccount(context)
    await deleteSession(context.db, { accountId, id: context.params.id })
    return see('/account')
  },
})

export const removePasskeyPage = page({
  path: '/account/passkeys/:id/remove',
  door: 'public',
  may: ['carer'],
  params: oneOf,
  get: async () => see('/account'),
  post: async (context) => {
    const { id: accountId } = await getOwnAccount(context)
    await deletePasskey(context.db, { accountId, id: context.params.id })
    return see('/account')
  },
})

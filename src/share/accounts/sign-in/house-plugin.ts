import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Sign-in after a proof that better-auth does not know: single sign-on, and the demo people. Not
 * reachable from outside, as none of better-auth's own addresses is mounted.
 */
export function housePlugin() {
  return {
    id: 'house',
    endpoints: { singleSignOn: signInBy('/house/single-sign-on'), demo: signInBy('/house/demo') },
  } satisfies BetterAuthPlugin
}

function signInBy<const Path extends `/house/${string}`>(path: Path) {
  return createAuthEndpoint(
    path,
    { method: 'POST', body: z.object({ accountId: z.uuid() }), metadata: { SERVER_ONLY: true } },
    async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
      const session = user && (await ctx.context.internalAdapter.createSession(user.id))
      if (!session) throw new APIError('UNAUTHORIZED', { code: 'NO_SESSION' })
      await setSessionCookie(ctx, { session, user })
      return ctx.json({ accountId: user.id })
    },
  )
}

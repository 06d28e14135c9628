import { z } from 'zod'
import { holds, type Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import type { Context, Reply } from '#platform/web/page.ts'
import { dropCookie, hostCookieName, readCookie, setCookie } from './cookies.ts'
import { hashed } from './secret.ts'
import { sessionActor } from './session.ts'
import { sessionToken } from './session-cookie.ts'
import { codeMinutes } from './session.rules.ts'
import { cookieHeaderOf } from './sign-in/carry.ts'
import { deleteSessionByToken } from './sign-in.sql.ts'

/** Where somebody was going when they were asked to sign in; only ever a page of this house. */
export const nextQuery = z.object({ next: z.string().optional().catch(undefined) })

/** The page to go on to, or null where it is none of ours: another site must not be led to from here. */
export function ownPage(next: string | null | undefined): string | null {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return null
  return next.startsWith('/sign-') ? null : next
}

/** The page that a person's day begins on. */
export function firstPage(actor: Actor): string {
  if (actor.personId !== null) return '/my'
  if (holds(actor, ...workers)) return '/today'
  if (holds(actor, 'referrer')) return '/referrals/sent'
  if (holds(actor, 'analyst', 'commissioner')) return '/reports'
  return holds(actor, 'administrator') ? '/admin' : '/account'
}

/** Signed in: the session before this one ends, and the person goes on to where they were going. */
export async function arrive(
  context: Context,
  setCookies: readonly string[],
  next: string | null,
): Promise<Reply> {
  const { db, config, clock, headers } = context
  const before = sessionToken(cookieHeader(headers), config)
  if (before !== null) await deleteSessionByToken(db, hashed(before))
  const session = await sessionActor({
    db,
    config,
    clock,
    cookieHeader: cookieHeaderOf(setCookies),
  })
  const location =
    session === null ? '/sign-in/staff/second-step' : (ownPage(next) ?? firstPage(session.actor))
  return { kind: 'see', location, setCookies: [...setCookies, dropCookie(config, 'signing-in')] }
}

export function cookieHeader(headers: Context['headers']): string | undefined {
  const { cookie } = headers
  return typeof cookie === 'string' ? cookie : undefined
}

/** What was typed on the page before: kept in the browser that typed it, for as long as a code works. */
export type SigningIn = { readonly email: string; readonly next: string | null }

const signingIn = z.object({ email: z.string().max(254), next: z.string().nullable() })

export function rememberSigningIn(context: Context, of: SigningIn): string {
  return setCookie(context.config, 'signing-in', JSON.stringify(of), codeMinutes * 60)
}

export function signingInOf({ headers, config }: Context): SigningIn | null {
  const kept = readCookie(cookieHeader(headers), hostCookieName(config, 'signing-in'))
  if (kept === null) return null
  try {
    return signingIn.safeParse(JSON.parse(kept)).data ?? null
  } catch {
    return null
  }
}

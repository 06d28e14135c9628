import type { Config } from '#config.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Database } from '#platform/db/database.ts'
import type { Clock } from '#platform/lib/dates.ts'
import { chargeOf } from './duties.rules.ts'
import { hashed } from './secret.ts'
import { sessionToken } from './session-cookie.ts'
import { findSessionHolder, type SessionHolder } from './sign-in.sql.ts'

export type SessionAsked = {
  readonly db: Database
  readonly cookieHeader: string | undefined
  readonly config: Config
  readonly clock: Clock
}

/**
 * Who a request's cookies say is signed in: in one statement, and none for a visitor. Null where the
 * session is over, idle for too long, closed, or still lacks its second factor.
 */
export async function sessionActor(
  asked: SessionAsked,
): Promise<{ readonly actor: Actor; readonly sessionId: string } | null> {
  const holder = await sessionHolder(asked)
  if (holder === null || !holder.complete) return null
  return { actor: actorOf(holder), sessionId: holder.sessionId }
}

/** The same with what the account's own pages show; also for a session that lacks its second factor. */
export async function sessionHolder({
  db,
  cookieHeader,
  config,
  clock,
}: SessionAsked): Promise<SessionHolder | null> {
  const token = sessionToken(cookieHeader, config)
  if (token === null) return null
  return findSessionHolder(db, { tokenHash: hashed(token), now: clock.now(), today: clock.today() })
}

/** Request and reason are the server's to fill in. */
function actorOf(holder: SessionHolder): Actor {
  const { authorityId, authorityCode, accountId, displayName, personId } = holder
  const charge = chargeOf(holder.memberships ?? [], personId)
  return {
    authorityId,
    authorityCode,
    accountId,
    displayName,
    personId,
    ...charge,
    requestId: '',
    reason: '',
  }
}

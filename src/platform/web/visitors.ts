import type { FastifyRequest } from 'fastify'
import type { Actor } from '#platform/access/actor.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { House } from './house.ts'
import type { ApiMay } from './page.ts'

export type Visit = {
  readonly actor: Actor
  readonly signedIn: boolean
  /** What a registered system's token is good for; null for people. */
  readonly mayUse: ((scope: string) => boolean) | null
  readonly asActor: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly asSystem: <T>(reason: string, work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** Who this request is, from its token or its cookies; the reason is the route, never what was typed. */
export async function visitOf(request: FastifyRequest, house: House): Promise<Visit> {
  const { db } = house
  const reason = `${request.method} ${request.routeOptions.url ?? 'unknown'}`
  const asked = await whoAsks(request, house)
  // A session of one authority is nobody's at another's door.
  const elsewhere = house.several === true && asked?.actor.authorityId !== house.authority.id
  const found = elsewhere ? null : asked
  const actor: Actor = { ...(found?.actor ?? visitorAt(house)), requestId: request.id, reason }
  return {
    actor,
    signedIn: found !== null,
    mayUse: found?.mayUse ?? null,
    asActor: (work) => asActor(db, actor, work),
    asSystem: (why, work) => {
      const { authorityId, authorityCode } = actor
      // The house acts, but history names the account for which it did.
      const system = systemActor({
        authorityId,
        authorityCode,
        reason: `${reason}: ${why}`,
        requestId: request.id,
      })
      return asActor(db, { ...system, accountId: actor.accountId }, work)
    },
  }
}

/** Whoever shows a token is that system or nobody: cookies beside it count for nothing. */
async function whoAsks(
  request: FastifyRequest,
  house: House,
): Promise<{ readonly actor: Actor; readonly mayUse?: (scope: string) => boolean } | null> {
  const { db, config, clock } = house
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token !== undefined) {
    const reader = house.rooms.find(({ readToken }) => readToken !== undefined)?.readToken
    return (await reader?.({ db, token, clock })) ?? null
  }
  return house.readSession({ db, cookieHeader: request.headers.cookie, config, clock })
}

/** Whether a visit may use a route; a system only what names a scope that its token is good for. */
export function allowed(
  may: ApiMay,
  { actor, signedIn, mayUse }: Visit,
  scope?: string,
): 'yes' | 'sign-in' | 'no' {
  if (may === 'anyone') return 'yes'
  if (!signedIn) return 'sign-in'
  if (mayUse !== null && (scope === undefined || !mayUse(scope))) return 'no'
  if (may === 'registered-system') return mayUse === null ? 'no' : 'yes'
  if (may === 'signed-in') return 'yes'
  return actor.duties.some((duty) => duty !== 'system' && may.includes(duty)) ? 'yes' : 'no'
}

/** Somebody without an account at an authority's door. */
export function visitorAt({ authority }: House): Actor {
  return {
    authorityId: authority.id,
    authorityCode: authority.code,
    accountId: null,
    displayName: 'Visitor',
    organisationIds: [],
    personId: null,
    duties: [],
    requestId: '',
    reason: '',
  }
}

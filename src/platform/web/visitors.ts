import type { FastifyRequest } from 'fastify'
import type { Actor } from '#platform/access/actor.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { House } from './house.ts'
import type { May } from './page.ts'

export type Visit = {
  readonly actor: Actor
  readonly signedIn: boolean
  readonly asActor: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly asSystem: <T>(reason: string, work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** Who this request is, from its cookies; the reason is the route, never what was typed. */
export async function visitOf(request: FastifyRequest, house: House): Promise<Visit> {
  const { db, config, clock } = house
  const reason = `${request.method} ${request.routeOptions.url ?? 'unknown'}`
  const session = await house.readSession({
    db,
    cookieHeader: request.headers.cookie,
    config,
    clock,
  })
  const actor: Actor = { ...(session?.actor ?? visitor(house)), requestId: request.id, reason }
  return {
    actor,
    signedIn: session !== null,
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

export function allowed(may: May, { actor, signedIn }: Visit): 'yes' | 'sign-in' | 'no' {
  if (may === 'anyone') return 'yes'
  if (!signedIn) return 'sign-in'
  if (may === 'signed-in') return 'yes'
  return actor.duties.some((duty) => duty !== 'system' && may.includes(duty)) ? 'yes' : 'no'
}

function visitor({ authority }: House): Actor {
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

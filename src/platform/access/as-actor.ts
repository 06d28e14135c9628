import { type Database, type Tx, withPrelude } from '#platform/db/database.ts'
import { sideBySide } from '#platform/db/side-by-side.ts'
import type { Actor } from './actor.ts'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const word = /^[a-z_]+$/

/**
 * Runs `work` in one transaction as the actor: row-level security and history read these settings.
 * Statements that `work` sends side by side travel together.
 * `SET LOCAL` with literals, because nothing then outlives a pooled connection and a distributed
 * database passes them on; so each value is held against its own strict pattern first.
 */
export function asActor<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withPrelude(actorSettings(actor), () =>
    db.transaction().execute((tx) => sideBySide(tx, work)),
  )
}

/** The house itself within one authority: imports, jobs, figures, the public doors. */
export function systemActor(of: {
  authorityId: number
  authorityCode: string
  reason: string
  requestId?: string
}): Actor {
  return {
    authorityId: of.authorityId,
    authorityCode: of.authorityCode,
    accountId: null,
    displayName: 'Alongside',
    organisationIds: [],
    personId: null,
    duties: ['system'],
    requestId: of.requestId ?? crypto.randomUUID(),
    reason: of.reason,
  }
}

function actorSettings(actor: Actor): string {
  const settings = {
    authority: whole(actor.authorityId),
    account: actor.accountId === null ? '' : checked(actor.accountId, uuid),
    person: actor.personId === null ? '' : checked(actor.personId, uuid),
    organisations: `{${actor.organisationIds.map(whole).join(',')}}`,
    duties: `{${actor.duties.map((duty) => checked(duty, word)).join(',')}}`,
    request: checked(actor.requestId, /^[\w-]{0,64}$/),
    reason: actor.reason.replace(/[^\p{L}\p{N} .,:;/_()-]/gu, ' ').slice(0, 200),
  }
  return Object.entries(settings)
    .map(([name, value]) => `set local alongside.${name} = '${value}'`)
    .join('; ')
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`not a whole number: ${value}`)
  return String(value)
}

function checked(value: string, pattern: RegExp): string {
  if (!pattern.test(value))
    throw new TypeError('a setting of the actor has a form it must not have')
  return value
}

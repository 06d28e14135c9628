import type { Duty } from './duties.ts'

/**
 * Who acts: set on every transaction, read by every policy, written into every line of history.
 * `system` is the house itself (the import, the jobs, the figures); no request can be it.
 */
export type Actor = {
  readonly authorityId: number
  readonly authorityCode: string
  readonly accountId: string | null
  readonly displayName: string
  /** Organisations whose duties the actor holds; their ids stand in each row's `readers`. */
  readonly organisationIds: readonly number[]
  /** The person whose own record the account opens, for carers. */
  readonly personId: string | null
  readonly duties: readonly (Duty | 'system')[]
  /** Ties history to one request or one run of a job. */
  readonly requestId: string
  /** Why: the route or job, or the words given for an override. */
  readonly reason: string
}

export function holds(actor: Actor | null, ...wanted: readonly Duty[]): boolean {
  return actor !== null && wanted.some((duty) => actor.duties.includes(duty))
}

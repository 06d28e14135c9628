import type { RawBuilder } from 'kysely'
import type { Actor } from './access/actor.ts'
import type { Duty } from './access/duties.ts'
import type { Tx } from './db/database.ts'
import type { IsoDate } from './lib/dates.ts'

/**
 * Everybody who waits for one thing, whoever has it in hand. The board sorts, counts and pages what
 * all rooms hand over in one statement, so each gives a select of the columns `id`, `person_id`,
 * `name`, `since` (date), `due_on` (date or null), `worker_id` (or null), `organisation_id` and `href`.
 */
export type WaitingSource = {
  readonly kind: string
  /** What they wait for: `First talk`. */
  readonly label: string
  /** Work that somebody has and nobody waits for: shown where it is asked for, never among the waits. */
  readonly standing?: true
  readonly select: (of: { readonly actor: Actor; readonly today: IsoDate }) => RawBuilder<unknown>
  /** How it is given to somebody; absent where it is nobody's in particular. */
  readonly give?: {
    /** Duties of which one makes somebody able to take it. */
    readonly to: readonly Duty[]
    /** Gives those of these rows that are still `from`'s (or nobody's) to a worker; gives their number. */
    readonly run: (
      tx: Tx,
      of: {
        readonly ids: readonly string[]
        readonly from: string | null
        readonly workerId: string
      },
    ) => Promise<number>
  }
}

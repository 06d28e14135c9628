import type { RawBuilder } from 'kysely'
import type { Actor } from './access/actor.ts'
import type { Duty } from './access/duties.ts'
import type { PathwayStep } from './clock-source.ts'
import type { Tx } from './db/database.ts'
import type { IsoDate } from './lib/dates.ts'

/**
 * Everybody who waits for one thing, whoever has it in hand. The board sorts, counts and pages what
 * all rooms hand over in one statement, so each gives a select of the columns `id`, `person_id`,
 * `name`, `since` (date), `due_on` (date or null), `worker_id` (or null), `organisation_id` and `href`;
 * one with a `step` also `carer_kind`: by whose promise its clock is read where it has no due day.
 */
export type WaitingSource = {
  readonly kind: string
  /** What they wait for: `First talk`. */
  readonly label: string
  /** The step of the pathway that they wait for; `answered` is the answer to a referral. */
  readonly step?: PathwayStep | 'answered'
  /** Whose list of today it is also on, where it is theirs or nobody's; absent where another list has it. */
  readonly today?: readonly Duty[]
  /** It goes on the manager's list by itself when it stalls. */
  readonly escalatesItself?: true
  /** Shown only for people whom no other source lists, and for whom no room has anything dated ahead. */
  readonly ifNothingElse?: true
  /** The people for whom this room has something dated, whether that day has come or not: `person_id`. */
  readonly ahead?: (of: { readonly actor: Actor; readonly today: IsoDate }) => RawBuilder<unknown>
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

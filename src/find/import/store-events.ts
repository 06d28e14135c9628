import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { insertOnce, updateMany } from './bulk.sql.ts'
import type { EventIds } from './event-rows.ts'
import { saveSaid } from './import-rows.sql.ts'
import { listSaid, listTakenReferralReferences } from './known.sql.ts'
import {
  assessmentOf,
  courseOf,
  paymentOf,
  referralOf,
  sessionOf,
  type EventLanding,
  type Whose,
} from './plan-events.ts'
import type { ExtractRead, Register, WithCarer } from './read-extract.ts'
import type { RowsRead } from './read-rows.ts'
import { manyReferences } from './references.ts'
import { sift } from './sift.ts'

type Events = 'referral' | 'assessment' | 'payment' | 'attendance'
type Row<T extends Events> = Insertable<DB[T]>

export type WhoseIs = (row: {
  readonly register: Register
  readonly carerId: string
}) => Whose | undefined

export type EventsToStore = {
  readonly authorityId: number
  readonly read: ExtractRead
  readonly whose: WhoseIs
  /** Told of each row that was written: whose it was in the previous system. */
  readonly wrote: (
    table: Events,
    id: string,
    of: { readonly register: Register; readonly carerId: string },
  ) => void
}

/** How one kind of event is stored; `set` are the columns that a changed row brings up to date. */
type Way<T extends Events, R extends EventIds> = {
  readonly source: string
  readonly table: T
  readonly files: readonly RowsRead<WithCarer<R>>[]
  readonly plan: (
    row: WithCarer<R>,
    whose: Whose,
    landing: EventLanding,
  ) => Row<T> & { readonly id: string }
  /** Payments that were made stay as they were: a mended one is a new row. */
  readonly set: readonly (keyof DB[T] & string)[]
  readonly untouched: boolean
}

/** Stores everything that happened to carers: new rows, and what changed of those taken before. Gives how many are new. */
export async function storeEvents(tx: Tx, of: EventsToStore): Promise<number> {
  const { read } = of
  const held = ['personId', 'kind', 'name', 'heldOn', 'venue', 'hours'] as const
  const referrals = store(tx, of, {
    source: 'referrals',
    table: 'referral',
    files: read.referrals,
    plan: referralOf,
    set: ['receivedOn', 'source', 'reason', 'state', 'firstContactOn', 'outcome'],
    untouched: true,
  })
  const assessments = store(tx, of, {
    source: 'assessments',
    table: 'assessment',
    files: read.assessments,
    plan: assessmentOf,
    set: ['kind', 'method', 'combined', 'state', 'completedOn', 'closedOn', 'outcome'],
    untouched: true,
  })
  const payments = store(tx, of, {
    source: 'payments',
    table: 'payment',
    files: read.payments,
    plan: paymentOf,
    set: [],
    untouched: true,
  })
  const courses = store(tx, of, {
    source: 'training',
    table: 'attendance',
    files: read.training,
    plan: courseOf,
    set: held,
    untouched: false,
  })
  const sessions = store(tx, of, {
    source: 'sessions',
    table: 'attendance',
    files: read.sessions,
    plan: sessionOf,
    set: held,
    untouched: false,
  })
  // Side by side: while the database writes the one, the next is planned.
  const added = await Promise.all([referrals, assessments, payments, courses, sessions])
  return added.reduce((sum, count) => sum + count, 0)
}

async function store<T extends Events, R extends EventIds>(
  tx: Tx,
  of: EventsToStore,
  way: Way<T, R>,
): Promise<number> {
  const { authorityId } = of
  const rows = way.files.flatMap(({ taken }) => taken.map(({ row }) => row))
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  const sifted = sift(rows, await listSaid(tx, { authorityId, source: way.source, ids }))
  const nextReference = await referencesFor(
    tx,
    of,
    way,
    sifted.fresh.length + sifted.changed.length,
  )
  const planned = (some: readonly WithCarer<R>[]) =>
    some.flatMap((row) => {
      const whose = of.whose(row)
      return whose === undefined
        ? []
        : [{ row, out: way.plan(row, whose, { authorityId, nextReference }) }]
    })
  const fresh = planned(sifted.fresh)
  for (const { row, out } of fresh) of.wrote(way.table, out.id, row)
  const [inserted] = await Promise.all([
    insertOnce(
      tx,
      way.table,
      fresh.map(({ out }) => out),
    ),
    saveSaid(tx, { authorityId, source: way.source, said: sifted.said }),
  ])
  if (way.set.length > 0) {
    const changed = planned(sifted.changed).map(({ out }) => out)
    await updateMany(tx, way.table, {
      rows: changed,
      by: 'previousRef' as keyof DB[T] & string,
      set: way.set,
      untouched: way.untouched,
    })
  }
  return inserted
}

/** Only referrals are read aloud by a reference. */
async function referencesFor(
  tx: Tx,
  { authorityId }: EventsToStore,
  way: { readonly table: Events },
  count: number,
): Promise<() => string> {
  if (way.table !== 'referral') return () => ''
  const taken = (references: readonly string[]) =>
    listTakenReferralReferences(tx, { authorityId, references })
  return manyReferences(count, taken, 'REF')
}

import { createHash } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import { noteReads } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { carerCodes } from './carer-codes.ts'
import { changesOf, type Flagged, type ListChanges } from './practice-list.rules.ts'
import {
  listAgreed,
  listOwnPractices,
  listReceipts,
  listTold,
  type Practice,
  type Receipt,
} from './practice-list.sql.ts'

export type PracticeList = {
  readonly practice: Practice
  readonly changes: ListChanges
  /** Everyone to flag today. */
  readonly flagged: readonly Flagged[]
  readonly receipts: readonly Receipt[]
  /** The number that the next receipt will have, and a mark of exactly these changes. */
  readonly next: { readonly number: number; readonly mark: string }
}

/** The actor's practice of that number, or the first; null where the actor is at none. */
export async function findOwnPractice(
  tx: Tx,
  actor: Actor,
  asked: number | undefined,
): Promise<Practice | null> {
  const practices = await listOwnPractices(tx, actor.organisationIds)
  return (asked === undefined ? practices[0] : practices.find(({ id }) => id === asked)) ?? null
}

/** A practice's list as agreed today, against what it confirmed last time. */
export async function readPracticeList(
  tx: Tx,
  practice: Practice,
  today: IsoDate,
): Promise<PracticeList> {
  const agreed = await listAgreed(tx, { practiceId: practice.id, today })
  const flagged = agreed.map(({ conditions, ...person }) => ({
    ...person,
    codes: carerCodes(conditions),
  }))
  const changes = changesOf(flagged, await listTold(tx, practice.id))
  const receipts = await listReceipts(tx, practice.id, 12)
  const number = (receipts[0]?.number ?? 0) + 1
  return { practice, changes, flagged, receipts, next: { number, mark: markOf(changes) } }
}

/** Writes down that the list was looked at, for every carer on it to see. */
export function noteListRead(tx: Tx, actor: Actor, { flagged }: PracticeList): Promise<void> {
  return noteReads(
    tx,
    actor,
    flagged.map(({ personId }) => personId),
    'the practice’s list of carers',
  )
}

function markOf({ added, changed, ended }: ListChanges): string {
  const told = [added, changed, ended].map((part) =>
    part.map(({ personId, codes }) => [personId, ...codes].join(' ')).toSorted(),
  )
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22)
}

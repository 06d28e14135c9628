import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Decided } from '#people/matching/join-groups.ts'
import { beginBulk, endBulk } from './bulk.sql.ts'
import { adultCarer, youngCarer } from './carer.ts'
import { storeGroups } from './groups.sql.ts'
import { keepYoungCarersApart, refreshReaders } from './import-rows.sql.ts'
import { insertJoins, insertPairs } from './joins.sql.ts'
import type { Judged } from './judge.ts'
import { getReadersSince } from './known.sql.ts'
import { lastDayOf } from './mentioned.ts'
import { getHomes } from './organisations.sql.ts'
import { pairsToKeep } from './pairs-to-keep.ts'
import type { ExtractRead, Register } from './read-extract.ts'
import { storeCarers, type CarersStored } from './store-carers.ts'
import { storeEvents } from './store-events.ts'
import { insertKeys } from './search-keys.sql.ts'
import { whoseBook, type WhoseBook } from './whose-book.ts'

export type ToStore = {
  readonly authorityId: number
  readonly read: ExtractRead
  readonly judged: Judged
  readonly decided: readonly Decided[]
  readonly today: IsoDate
  /** Whose the carers are who came with earlier imports. */
  readonly before: WhoseBook
  /** Told how far it has come, in hundredths, and with what it is busy. */
  readonly tell: (percent: number, doing: string) => Promise<void>
}

/** How many rows are new with this import, and how many brought a record up to date. */
export type Stored = { readonly added: number; readonly changed: number }

/**
 * Stores an extract in the transaction of its caller: carers, who of them is who, and all that
 * happened to them. What an earlier import took and what has not changed since stays as it is.
 */
export async function storeExtract(tx: Tx, of: ToStore): Promise<Stored> {
  const { authorityId, read, tell } = of
  await beginBulk(tx)
  const book = whoseBook(of.before)
  await tell(35, 'Storing carers')
  const asAt = lastDayOf(read) ?? of.today
  const adults = await storeRegister(tx, of, 'adult_carers', asAt)
  const young = await storeRegister(tx, of, 'young_carers', asAt)
  book.add('adult_carers', adults.whose)
  book.add('young_carers', young.whose)
  const joined = [...adults.joined, ...young.joined]
  await tell(65, 'Storing what happened to them')
  // The keys take the database longest, and everything else is made ready meanwhile.
  const [happened] = await Promise.all([
    storeEvents(tx, { authorityId, read, whose: book.find, wrote: listMoved(joined) }),
    insertKeys(tx, authorityId, [...adults.found, ...young.found]),
  ])
  const homes = await getHomes(tx, authorityId, [])
  const groups = await storeGroups(tx, {
    authorityId,
    organisationId: homes.adult_carers,
    files: read.groups,
  })
  await tell(85, 'Writing down who is who')
  await insertJoins(tx, authorityId, joined, book.readersOf)
  await insertPairs(tx, authorityId, pairsToKeep(of, book, [adults, young]), book.readersOf)
  await endBulk(tx)
  await refreshReaders(tx, authorityId, readAnew([adults, young], book))
  await keepYoungCarersApart(tx, authorityId)
  await tell(95, 'Making it final')
  return {
    added: adults.added + young.added + happened + groups,
    changed: adults.changed + young.changed,
  }
}

async function storeRegister(
  tx: Tx,
  of: ToStore,
  register: Register,
  asAt: IsoDate,
): Promise<CarersStored> {
  const { authorityId, read, judged, decided } = of
  const carers =
    register === 'adult_carers'
      ? read.adult_carers.flatMap(({ taken }) => taken.map(adultCarer))
      : read.young_carers.flatMap(({ taken }) => taken.map((row) => youngCarer(row, asAt)))
  const homes = await getHomes(tx, authorityId, carers.length > 0 ? [register] : [])
  const readersSince = await getReadersSince(tx)
  const common = { authorityId, register, organisationId: homes[register], asAt, readersSince }
  return storeCarers(tx, { ...common, carers, joins: judged[register], decided })
}

type Moved = {
  readonly source: string
  readonly sourceId: string
  readonly moved: Record<string, string[]>
}

/** Lists each row of a joined carer with the join, so that taking them apart can give it back. */
function listMoved(joined: readonly Moved[]): Parameters<typeof storeEvents>[1]['wrote'] {
  const byRow = new Map(joined.map((join) => [`${join.source} ${join.sourceId}`, join.moved]))
  return (table, id, { register, carerId }) => {
    const moved = byRow.get(`${register} ${carerId}`)
    if (moved !== undefined) (moved[`${table}.person_id`] ??= []).push(id)
  }
}

/**
 * Those who were here before this import and to whom somebody was joined with whom their
 * organisation did not work any more: who may read them is worked out anew, one by one.
 */
function readAnew(stored: readonly CarersStored[], book: WhoseBook): readonly string[] {
  const people = stored.flatMap(({ joined, newPeople, organisationId }) =>
    joined
      .map(({ keptId }) => keptId)
      .filter((id) => !newPeople.has(id) && !book.readersOf(id).includes(organisationId)),
  )
  return [...new Set(people)]
}

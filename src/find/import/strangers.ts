import type { Tx } from '#platform/db/database.ts'
import { birthLikeness } from '#people/matching/birth-likeness.rules.ts'
import { familyLikeness, givenLikeness } from '#people/matching/name-likeness.rules.ts'
import { prepare, type Prepared } from '#people/matching/prepare.ts'
import type { MatchRecord } from '#people/matching/record.ts'
import { listKnownNames, listSaid } from './known.sql.ts'
import { adultMatchRecord, youngMatchRecord } from './match-records.ts'
import type { ExtractRead, Register } from './read-extract.ts'
import type { RowsRead } from './read-rows.ts'
import { sift } from './sift.ts'

/**
 * Refuses rows whose id is known here as somebody else's: another previous system may have numbered
 * its people alike, and what is known of one must never be written over with another.
 */
export async function refuseStrangers(
  tx: Tx,
  authorityId: number,
  read: ExtractRead,
): Promise<ExtractRead> {
  const adults = await strangersIn(tx, {
    authorityId,
    register: 'adult_carers',
    files: read.adult_carers,
    as: adultMatchRecord,
  })
  const young = await strangersIn(tx, {
    authorityId,
    register: 'young_carers',
    files: read.young_carers,
    as: youngMatchRecord,
  })
  if (adults.size + young.size === 0) return read
  const strangers = { adult_carers: adults, young_carers: young }
  const theirs = ({ register, carerId }: Event): boolean => strangers[register].has(carerId)
  return {
    ...read,
    adult_carers: without(read.adult_carers, ({ id }) => adults.has(id)),
    young_carers: without(read.young_carers, ({ id }) => young.has(id)),
    referrals: without(read.referrals, theirs),
    assessments: without(read.assessments, theirs),
    payments: without(read.payments, theirs),
    training: without(read.training, theirs),
    sessions: without(read.sessions, theirs),
  }
}

type Event = { readonly id: string; readonly register: Register; readonly carerId: string }

type Of<T> = {
  readonly authorityId: number
  readonly register: Register
  readonly files: readonly RowsRead<T>[]
  readonly as: (row: T) => MatchRecord
}

/** The ids of rows that speak of somebody else than the person who is known by them. */
async function strangersIn<T extends { readonly id: string }>(
  tx: Tx,
  { authorityId, register, files, as }: Of<T>,
): Promise<ReadonlySet<string>> {
  const rows = files.flatMap(({ taken }) => taken.map(({ row }) => row))
  const ids = rows.map(({ id }) => id)
  const names = await listKnownNames(tx, { authorityId, register, ids })
  if (names.length === 0) return new Set()
  const known = new Map(names.map((one) => [one.sourceId, one]))
  // What was taken once and says the same is whose it was, whatever they are called today.
  const { same } = sift(rows, await listSaid(tx, { authorityId, source: register, ids }))
  const unchanged = new Set(same.map(({ id }) => id))
  const others = rows.filter((row) => {
    const was = known.get(row.id)
    if (was === undefined || unchanged.has(row.id)) return false
    return areStrangers(prepare(as(row)), prepare({ ...as(row), ...was, knownAs: null }))
  })
  return new Set(others.map(({ id }) => id))
}

/** The same files with these rows refused. */
function without<T extends { readonly id: string }>(
  files: readonly RowsRead<T>[],
  isStranger: (row: T) => boolean,
): readonly RowsRead<T>[] {
  return files.map((file) => {
    const others = file.taken.filter(({ row }) => isStranger(row))
    const refused = others.map(({ line, row }) => ({
      file: file.file.name,
      line,
      id: row.id,
      reasons: [reason],
      cells: cellsAt(file, line),
    }))
    return {
      ...file,
      taken: file.taken.filter(({ row }) => !isStranger(row)),
      refused: [...file.refused, ...refused].toSorted((a, b) => a.line - b.line),
    }
  })
}

const reason = {
  field: 'Id',
  message:
    'Here this id is another person’s. If these rows come from another system, put a letter of its own before each id',
}

/** Nothing in common that two rows of one person would have. */
function areStrangers(a: Prepared, b: Prepared): boolean {
  const given = givenLikeness(a.given, b.given)
  const birth = birthLikeness(a.birth, b.birth)
  return (
    given === 'different' &&
    familyLikeness(a, b) === 'different' &&
    (birth === 'different' || birth === 'blank')
  )
}

const cellsAt = ({ file }: RowsRead<unknown>, line: number): readonly string[] =>
  file.table.rows.find((row) => row.line === line)?.cells ?? []

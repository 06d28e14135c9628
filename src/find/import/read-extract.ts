import type { IsoDate } from '#platform/lib/dates.ts'
import { adultRow, type AdultRow } from './adult-rows.rules.ts'
import { assessmentRow, type AssessmentRow } from './assessment-rows.rules.ts'
import { decisionRow, type DecisionRow } from './decision-rows.rules.ts'
import { groupRow, type GroupRow } from './group-rows.rules.ts'
import type { KindId } from './headings.ts'
import { paymentRow, type PaymentRow } from './payment-rows.rules.ts'
import {
  openFile,
  type OpenFile,
  type SavedMappings,
  type SourceFile,
  type NotOpened,
} from './read-file.ts'
import { readRows, type IdsMet, type IdsOf, type RowReader, type RowsRead } from './read-rows.ts'
import { referralRow, type ReferralRow } from './referral-rows.rules.ts'
import { carerIds, eventIds } from './row-ids.ts'
import { sessionRow, type SessionRow } from './session-rows.rules.ts'
import { sourceId } from './source-ids.ts'
import { trainingRow, type TrainingRow } from './training-rows.rules.ts'
import { youngCarerRow, type YoungCarerRow } from './young-carer-rows.rules.ts'
import type { EventIds } from './event-rows.ts'
import type { Cells, RowRead } from './row.ts'

/** A previous system's numbering: adults' and young carers' services each have their own. */
export type Register = 'adult_carers' | 'young_carers'

/** Whether a carer of that register is known already, from an earlier import. */
export type KnownCarer = (id: string, register: Register) => boolean

/** An event's row with the register that its carer is found in. */
export type WithCarer<T> = T & { readonly register: Register }

/** All that the files of an extract hold, row by row. */
export type ExtractRead = {
  readonly adult_carers: readonly RowsRead<AdultRow>[]
  readonly young_carers: readonly RowsRead<YoungCarerRow>[]
  readonly referrals: readonly RowsRead<WithCarer<ReferralRow>>[]
  readonly assessments: readonly RowsRead<WithCarer<AssessmentRow>>[]
  readonly payments: readonly RowsRead<WithCarer<PaymentRow>>[]
  readonly training: readonly RowsRead<WithCarer<TrainingRow>>[]
  readonly sessions: readonly RowsRead<WithCarer<SessionRow>>[]
  readonly groups: readonly RowsRead<GroupRow>[]
  /** Files that were left: none of ours, or not to be understood. */
  readonly leftOut: readonly (NotOpened & { readonly name: string })[]
}

/** The files of an extract, opened: each understood, or told why not. */
export type OpenExtract = {
  readonly files: readonly OpenFile[]
  readonly leftOut: ExtractRead['leftOut']
}

export function openExtract(files: readonly SourceFile[], savedFor?: SavedMappings): OpenExtract {
  const opened = files.map((file) => ({ name: file.name, open: openFile(file, savedFor) }))
  return {
    files: opened.flatMap(({ open }) => (open.ok ? [open.value] : [])),
    leftOut: opened.flatMap(({ name, open }) => (open.ok ? [] : [{ name, ...open.error }])),
  }
}

export type ReadingOf = { readonly today: IsoDate; readonly knownCarer?: KnownCarer }

/** Reads the rows of an extract, carers first, so that each other row can be told whose it is. */
export function readExtract(
  { files, leftOut }: OpenExtract,
  { today, knownCarer }: ReadingOf,
): ExtractRead {
  const of = (kind: KindId): readonly OpenFile[] =>
    files.filter(({ mapping }) => mapping.kind === kind)
  const readAll = <T>(kind: KindId, ids: () => IdsOf, read: RowReader<T>) => {
    const met: IdsMet = new Map()
    return of(kind).map((file) => readRows(file, ids(), read, met))
  }
  const adults = readAll(
    'adult_carers',
    () => carerIds,
    (cells, id) => adultRow(cells, id, today),
  )
  const young = readAll(
    'young_carers',
    () => carerIds,
    (cells, id) => youngCarerRow(cells, id, today),
  )
  const whose = carerFinder(adults, young, knownCarer)
  const events = <T>(kind: KindId, first: Register, read: EventRead<T>) =>
    readAll(kind, eventIds, eventReader({ whose, first, today }, read))
  return {
    adult_carers: adults,
    young_carers: young,
    referrals: events('referrals', 'adult_carers', referralRow),
    assessments: events('assessments', 'adult_carers', assessmentRow),
    payments: events('payments', 'adult_carers', paymentRow),
    training: events('training', 'adult_carers', trainingRow),
    sessions: events('sessions', 'young_carers', sessionRow),
    groups: readAll(
      'groups',
      () => groupIds,
      (cells) => groupRow(cells),
    ),
    leftOut,
  }
}

type EventRead<T> = (cells: Cells, ids: EventIds, today: IsoDate) => RowRead<T>

/** Reads a file of decided pairs. */
export function readDecisions(file: OpenFile): RowsRead<DecisionRow> {
  return readRows(file, eventIds(), (cells) => decisionRow(cells))
}

const groupIds = {
  idOf: (cells: Cells) =>
    sourceId(cells.text('name')) || { missing: 'Enter the name of the group' },
  shownId: (cells: Cells) => cells.text('name'),
}

type CarerFinder = (id: string, first: Register) => Register | null

function carerFinder(
  adults: readonly RowsRead<AdultRow>[],
  young: readonly RowsRead<YoungCarerRow>[],
  knownCarer: KnownCarer = () => false,
): CarerFinder {
  const ids: Readonly<Record<Register, ReadonlySet<string>>> = {
    adult_carers: new Set(adults.flatMap(({ taken }) => taken.map(({ row }) => row.id))),
    young_carers: new Set(young.flatMap(({ taken }) => taken.map(({ row }) => row.id))),
  }
  return (id, first) => {
    const order =
      first === 'adult_carers'
        ? (['adult_carers', 'young_carers'] as const)
        : (['young_carers', 'adult_carers'] as const)
    return (
      order.find((register) => ids[register].has(id)) ??
      order.find((register) => knownCarer(id, register)) ??
      null
    )
  }
}

type EventReading = {
  readonly whose: CarerFinder
  readonly first: Register
  readonly today: IsoDate
}

/** Reads an event's row: its carer must be known, then what the row says. */
function eventReader<T>(
  { whose, first, today }: EventReading,
  read: EventRead<T>,
): RowReader<WithCarer<T>> {
  return (cells, id) => {
    const carerId = sourceId(cells.text('carer_id'))
    const register = carerId === '' ? null : whose(carerId, first)
    if (carerId === '') cells.refuse("Carer's id", 'Enter whose row this is: it has no carer’s id')
    else if (register === null)
      cells.refuse(
        "Carer's id",
        `No carer goes by ${carerId}. Send the carer’s row first, or mend the id`,
      )
    const result = read(cells, { id, carerId }, today)
    if ('refusals' in result) return result
    return { taken: { ...result.taken, register: register ?? first }, warnings: result.warnings }
  }
}

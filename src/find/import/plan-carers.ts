import type { Insertable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Part } from '#people/matching/record.ts'
import type { Carer } from './carer.ts'
import { withBlanksFilled } from './fill-blanks.rules.ts'
import * as row from './people-plan.ts'
import type { Landing } from './people-plan.ts'
import { sameCaredFor } from './same-cared-for.rules.ts'

type Row<T extends keyof DB> = Insertable<DB[T]>

/** The rows that carers become, by table. */
export type CarerRows = {
  /** Everybody but the cared-for, who have fewer columns. */
  readonly people: Row<'person'>[]
  readonly caredFor: Row<'person'>[]
  readonly involvement: Row<'involvement'>[]
  readonly caring: Row<'caring'>[]
  readonly registration: Row<'registration'>[]
  readonly previousId: Row<'previousId'>[]
  readonly needs: Row<'communicationNeeds'>[]
  readonly recordJoin: Joined[]
  readonly found: row.Found[]
}

/** A join, by the joined row's id in the previous system, so that its later rows can be listed as moved. */
export type Joined = {
  readonly source: string
  readonly sourceId: string
  readonly keptId: string
  readonly joinedId: string
  readonly why: Why
  /** Rows by `table.column`, as the room of duplicates hands them back. */
  readonly moved: Record<string, string[]>
  readonly filled: Readonly<Record<string, string | boolean>>
  readonly leftOut: Readonly<Record<string, readonly object[]>>
}

/** Why two were joined. */
export type Why = {
  readonly how: 'surely' | 'decided'
  readonly points: number | null
  readonly parts: readonly Part[]
}

/** A person who is there already. */
export type Existing = { readonly personId: string; readonly readers: readonly number[] }

/** Carers found to be one person, the kept one first; where the person is there already, all are joined to them. */
export type NewGroup = {
  readonly carers: readonly Carer[]
  readonly existing: Existing | null
  /** Why they are joined to the one who is there; null where the extract itself tells. */
  readonly why: Why | null
}

export type Planning = { readonly landing: Landing; readonly whyJoined: (carer: Carer) => Why }

/** Lays out every row for new carers, each group as one person with the others joined to it. */
export function planCarers(groups: readonly NewGroup[], planning: Planning): CarerRows {
  const rows: CarerRows = {
    people: [],
    caredFor: [],
    involvement: [],
    caring: [],
    registration: [],
    previousId: [],
    needs: [],
    recordJoin: [],
    found: [],
  }
  for (const group of groups) {
    if (group.existing === null) planNew(rows, group.carers, planning)
    else
      for (const carer of group.carers)
        planJoined(rows, { carer, kept: group.existing, first: null, why: group.why }, planning)
  }
  return rows
}

function planNew(rows: CarerRows, carers: readonly Carer[], planning: Planning): void {
  const [first, ...others] = carers
  if (first === undefined) return
  const { landing } = planning
  const readers = row.readersOf(lastLeft(carers, landing), landing)
  const kept = { personId: newId(), readers }
  const of = { carer: first, personId: kept.personId, rowId: newId(), landing }
  let person = row.personRow(first, of, landing, readers)
  rows.needs.push(...row.needsRows([person]))
  rows.involvement.push({ ...row.involvementRow(of, readers), ...span(carers, landing) })
  rows.registration.push(row.registrationRow(of, readers))
  rows.previousId.push(row.previousIdRow(of, readers))
  planCaring(rows, of, readers)
  for (const carer of others) {
    const joined = planJoined(rows, { carer, kept, first, why: null }, planning)
    const { person: whole, filled } = withBlanksFilled(person, joined.person)
    person = whole
    rows.recordJoin.push({ ...joined.join, filled })
  }
  rows.people.push(person)
  const ids = carers.map(({ id }) => id)
  rows.found.push(row.foundBy(person, ids, readers))
}

type Of = {
  readonly carer: Carer
  readonly personId: string
  readonly rowId: string
  readonly landing: Landing
}

function planCaring(rows: CarerRows, of: Of, readers: readonly number[]): void {
  const caredFor = row.caredForRow(of.carer, of.landing, readers)
  if (caredFor === null && of.carer.relationship === null && of.carer.conditions.length === 0)
    return
  if (caredFor !== null) {
    rows.caredFor.push(caredFor)
    rows.found.push(row.foundBy(caredFor, [], readers))
  }
  rows.caring.push(row.caringRow(of, caredFor?.id ?? null, readers))
}

type Joining = {
  readonly carer: Carer
  readonly kept: Existing
  readonly first: Carer | null
  readonly why: Why | null
}

/**
 * A row that is joined to another keeps a person's row of its own, out of sight. What it says of
 * its registration goes to the kept person; what would stand there twice is left out, and kept with
 * the join for whoever takes the two apart.
 */
function planJoined(
  rows: CarerRows,
  { carer, kept, first, why }: Joining,
  { landing, whyJoined }: Planning,
): { readonly person: Row<'person'>; readonly join: Joined } {
  const own = { carer, personId: newId(), rowId: newId(), landing }
  const onKept = { ...own, personId: kept.personId }
  const person = { ...row.personRow(carer, own, landing, kept.readers), mergedInto: kept.personId }
  const moved: Record<string, string[]> = {
    'registration.person_id': [own.rowId],
    'previous_id.person_id': [own.rowId],
  }
  const leftOut: Record<string, object[]> = {}
  rows.registration.push(row.registrationRow(onKept, kept.readers))
  rows.previousId.push(row.previousIdRow(onKept, kept.readers))
  if (first === null) {
    // Whoever was here before may have left: with this row the organisation works with them again.
    rows.involvement.push(row.involvementRow(onKept, kept.readers))
    moved['involvement.person_id'] = [own.rowId]
  } else leftOut['involvement'] = [row.involvementRow(own, [])]
  if (first === null || sameCaredFor(first, carer)) {
    const caredFor = row.caredForRow(carer, landing, [])
    leftOut['person'] = caredFor === null ? [] : [caredFor]
    leftOut['caring'] = [row.caringRow(own, caredFor?.id ?? null, [])]
  } else {
    planCaring(rows, onKept, kept.readers)
    moved['caring.carer_id'] = [own.rowId]
  }
  const needs = row.needsRows([person])
  rows.needs.push(...needs)
  if (needs.length > 0) moved['communication_needs.person_id'] = [own.personId]
  rows.people.push(person)
  rows.found.push(row.foundBy(person, [], kept.readers))
  const join = {
    source: landing.source,
    sourceId: carer.id,
    keptId: kept.personId,
    joinedId: own.personId,
    why: why ?? whyJoined(carer),
    moved,
    filled: {},
    leftOut,
  }
  if (first === null) rows.recordJoin.push(join)
  return { person, join }
}

/** When the last of a person's rows was left; null where one goes on. */
function lastLeft(carers: readonly Carer[], landing: Landing): IsoDate | null {
  const left = carers.map((carer) => row.leftOn(carer, landing.asAt))
  return left.includes(null)
    ? null
    : (left
        .filter((day) => day !== null)
        .toSorted()
        .at(-1) ?? null)
}

/** From the first registration of a person to the last end. */
function span(
  carers: readonly Carer[],
  landing: Landing,
): { since: IsoDate; until: IsoDate | null } {
  const since = carers
    .flatMap(({ registration: { registeredOn } }) => registeredOn ?? [])
    .toSorted()[0]
  return { since: since ?? landing.asAt, until: lastLeft(carers, landing) }
}

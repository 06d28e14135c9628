import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Decided, Joins } from '#people/matching/join-groups.ts'
import { analyzePeople, insertMany, insertNeeds } from './bulk.sql.ts'
import type { Carer } from './carer.ts'
import { saveSaid } from './import-rows.sql.ts'
import { listKnownCarers, listSaid, listTakenReferences, type KnownCarerRow } from './known.sql.ts'
import { matchRegister, type Matched } from './match-register.ts'
import { groupNew, whyJoined } from './new-groups.ts'
import type { Found, Landing } from './people-plan.ts'
import { planCarers, type CarerRows, type Joined, type NewGroup } from './plan-carers.ts'
import type { Whose } from './plan-events.ts'
import type { Register } from './read-extract.ts'
import { manyReferences } from './references.ts'
import { sift } from './sift.ts'
import { updateCarers } from './update-carers.ts'

export type CarersToStore = {
  readonly authorityId: number
  readonly register: Register
  readonly organisationId: number
  readonly carers: readonly Carer[]
  readonly joins: Joins
  readonly decided: readonly Decided[]
  readonly asAt: IsoDate
  readonly readersSince: IsoDate
}

export type CarersStored = {
  readonly organisationId: number
  /** Whose each row of the register is, joined ones with the person they were joined to. */
  readonly whose: ReadonlyMap<string, Whose>
  readonly joined: readonly Joined[]
  /** Who is to be found by which keys, yet to be written. */
  readonly found: readonly Found[]
  /** Likenesses to people of the register, to be looked at. */
  readonly unsure: Matched['unsure']
  /** Who is new with this import. */
  readonly newPeople: ReadonlySet<string>
  readonly added: number
  readonly changed: number
}

/** Stores the carers of one register: new ones with all their rows, known ones where their row has changed. */
export async function storeCarers(tx: Tx, of: CarersToStore): Promise<CarersStored> {
  const { authorityId, register, carers } = of
  const ids = carers.map(({ id }) => id)
  const known = new Map(
    (await listKnownCarers(tx, { authorityId, register, ids })).map((row) => [row.sourceId, row]),
  )
  const sifted = sift(carers, await listSaid(tx, { authorityId, source: register, ids }))
  const fresh = carers.filter(({ id }) => !known.has(id))
  const matched = await matchRegister(tx, { authorityId, register, fresh })
  const saved = saveSaid(tx, { authorityId, source: register, said: sifted.said })
  const groups = groupNew(fresh, { groups: of.joins.groups, known, matched })
  const [rows] = await Promise.all([storeFresh(tx, of, groups), saved])
  const changed = [...sifted.changed, ...sifted.fresh].filter(({ id }) => known.has(id))
  const updated = await updateCarers(tx, { ...of, carers: changed, known })
  return {
    whose: whoseAre(of, rows, known),
    joined: rows.flatMap(({ recordJoin }) => recordJoin),
    found: rows.flatMap(({ found }) => found),
    unsure: matched.unsure,
    organisationId: of.organisationId,
    newPeople: new Set(rows.flatMap(({ people }) => people.map(({ id }) => id))),
    added: fresh.length,
    changed: updated,
  }
}

const atOnce = 1000

/** Some hundreds at a time: while the database writes them, the next are planned. */
async function storeFresh(
  tx: Tx,
  of: CarersToStore,
  groups: readonly NewGroup[],
): Promise<readonly CarerRows[]> {
  const planning = { landing: await landingOf(tx, of, groups), whyJoined: whyJoined(of) }
  const planned: CarerRows[] = []
  const sent: Promise<void>[] = []
  for (let from = 0; from < groups.length; from += atOnce) {
    const rows = planCarers(groups.slice(from, from + atOnce), planning)
    planned.push(rows)
    sent.push(insertCarers(tx, rows, from === 0))
    // Its failure is told below, when it is waited for.
    sent.at(-1)?.catch(() => undefined)
    await nextTurn()
    await sent.at(-2)
  }
  await Promise.all(sent)
  return planned
}

async function landingOf(tx: Tx, of: CarersToStore, groups: readonly NewGroup[]): Promise<Landing> {
  const { authorityId, organisationId, register: source, asAt, readersSince } = of
  const taken = (references: readonly string[]) =>
    listTakenReferences(tx, { authorityId, references })
  // Each carer may bring somebody whom they care for.
  const nextReference = await manyReferences(
    groups.flatMap(({ carers }) => carers).length * 2,
    taken,
  )
  return { authorityId, organisationId, source, asAt, readersSince, nextReference }
}

/** People first, as every other row refers to one; of the first of them the planner is told. */
async function insertCarers(tx: Tx, rows: CarerRows, areFirst: boolean): Promise<void> {
  await Promise.all([
    insertMany(tx, 'person', rows.people),
    insertMany(tx, 'person', rows.caredFor),
    areFirst ? analyzePeople(tx) : null,
    insertMany(tx, 'involvement', rows.involvement),
    insertMany(tx, 'caring', rows.caring),
    insertMany(tx, 'registration', rows.registration),
    insertMany(tx, 'previousId', rows.previousId),
    insertNeeds(tx, rows.needs),
  ])
}

function whoseAre(
  { carers, organisationId }: CarersToStore,
  fresh: readonly CarerRows[],
  known: ReadonlyMap<string, KnownCarerRow>,
): ReadonlyMap<string, Whose> {
  const kinds = new Map(carers.map(({ id, kind }) => [id, kind]))
  const whose = new Map<string, Whose>()
  for (const { sourceId, personId, readers } of [
    ...known.values(),
    ...fresh.flatMap(({ previousId }) => previousId),
  ]) {
    const kind = kinds.get(sourceId) ?? 'adult_carer'
    whose.set(sourceId, { personId, organisationId, readers: readers ?? [], kind })
  }
  return whose
}

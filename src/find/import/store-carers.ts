import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Decided, Joins } from '#people/matching/join-groups.ts'
import { insertMany } from './bulk.sql.ts'
import type { Carer } from './carer.ts'
import { saveSaid } from './import-rows.sql.ts'
import { listKnownCarers, listSaid, listTakenReferences, type KnownCarerRow } from './known.sql.ts'
import { matchRegister, type Matched } from './match-register.ts'
import { groupNew, whyJoined } from './new-groups.ts'
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
  const rows = await planFresh(tx, of, groupNew(fresh, { groups: of.joins.groups, known, matched }))
  await insertCarers(tx, rows)
  const changed = [...sifted.changed, ...sifted.fresh].filter(({ id }) => known.has(id))
  const updated = await updateCarers(tx, { ...of, carers: changed, known })
  await saveSaid(tx, { authorityId, source: register, said: sifted.said })
  return {
    whose: whoseAre(of, rows, known),
    joined: rows.recordJoin,
    unsure: matched.unsure,
    organisationId: of.organisationId,
    newPeople: new Set(rows.people.map(({ id }) => id)),
    added: fresh.length,
    changed: updated,
  }
}

async function planFresh(
  tx: Tx,
  of: CarersToStore,
  groups: readonly NewGroup[],
): Promise<CarerRows> {
  const { authorityId, organisationId, register: source, asAt, readersSince } = of
  const taken = (references: readonly string[]) =>
    listTakenReferences(tx, { authorityId, references })
  // Each carer may bring somebody whom they care for.
  const nextReference = await manyReferences(
    groups.flatMap(({ carers }) => carers).length * 2,
    taken,
  )
  const landing = { authorityId, organisationId, source, asAt, readersSince, nextReference }
  return planCarers(groups, { landing, whyJoined: whyJoined(of) })
}

/** People first, as every other row refers to one. */
async function insertCarers(tx: Tx, rows: CarerRows): Promise<void> {
  await insertMany(tx, 'person', rows.people)
  await insertMany(tx, 'person', rows.caredFor)
  await insertMany(tx, 'involvement', rows.involvement)
  await insertMany(tx, 'caring', rows.caring)
  await insertMany(tx, 'registration', rows.registration)
  await insertMany(tx, 'previousId', rows.previousId)
  await insertMany(tx, 'searchKey', rows.searchKey)
}

function whoseAre(
  { carers, organisationId }: CarersToStore,
  { previousId }: CarerRows,
  known: ReadonlyMap<string, KnownCarerRow>,
): ReadonlyMap<string, Whose> {
  const kinds = new Map(carers.map(({ id, kind }) => [id, kind]))
  const whose = new Map<string, Whose>()
  for (const { sourceId, personId, readers } of [...known.values(), ...previousId]) {
    const kind = kinds.get(sourceId) ?? 'adult_carer'
    whose.set(sourceId, { personId, organisationId, readers: readers ?? [], kind })
  }
  return whose
}

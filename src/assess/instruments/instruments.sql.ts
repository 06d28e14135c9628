import { sql, type Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Texts, Urgency } from './instrument.ts'
import type { ItemAlert, ItemAnswers, ScaleScore } from './score.rules.ts'

export type Reading = {
  readonly id: string
  readonly personId: string
  readonly instrument: string
  readonly heldOn: IsoDate
  readonly mode: 'alone' | 'with_worker' | 'worker_wrote'
  readonly present: string | null
  readonly answers: ItemAnswers
  readonly scores: readonly ScaleScore[]
  readonly alerts: readonly ItemAlert[]
  readonly urgency: Urgency | null
  readonly answeredOn: IsoDate | null
  readonly answeredWords: string | null
  readonly answeredByName: string | null
  readonly recordedByName: string
}

function readings(tx: Tx) {
  return tx
    .selectFrom('instrumentReading')
    .select([
      'id',
      'personId',
      'instrument',
      'heldOn',
      'mode',
      'present',
      'answers',
      'scores',
      'alerts',
      'urgency',
      'answeredOn',
      'answeredWords',
      'answeredByName',
      'recordedByName',
    ])
    .$castTo<Reading>()
}

/** All that a carer answered, oldest first. */
export function listReadings(tx: Tx, personId: string): Promise<Reading[]> {
  return readings(tx).where('personId', '=', personId).orderBy('heldOn').orderBy('id').execute()
}

/** One reading; throws NotFound where there is none that the actor may read. */
export async function getReading(tx: Tx, id: string): Promise<Reading> {
  const found = await readings(tx).where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new NotFound('reading')
  return found
}

type NewReading = Omit<Insertable<DB['instrumentReading']>, 'answers' | 'scores' | 'alerts'> &
  Pick<Reading, 'answers' | 'scores' | 'alerts'>

/** Writes a reading down; sent twice, it is there once. */
export async function insertReading(tx: Tx, reading: NewReading): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('instrumentReading')
    .values({
      ...reading,
      answers: JSON.stringify(reading.answers),
      scores: JSON.stringify(reading.scores),
      alerts: JSON.stringify(reading.alerts),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps what was done about an alert; the first answer stands. */
export async function updateAnswered(
  tx: Tx,
  answered: {
    readonly id: string
    readonly on: IsoDate
    readonly words: string
    readonly by: string
  },
): Promise<void> {
  await tx
    .updateTable('instrumentReading')
    .set({
      answeredOn: answered.on,
      answeredWords: answered.words,
      answeredByName: answered.by,
    })
    .where('id', '=', answered.id)
    .where('urgency', 'is not', null)
    .where('answeredOn', 'is', null)
    .execute()
}

export type OpenAlert = {
  readonly id: string
  readonly heldOn: IsoDate
  readonly urgency: Urgency
  readonly instrument: string
  readonly givenName: string
  readonly familyName: string
}

/** Alerts that nobody has answered yet, of those whose records the actor may read. */
export async function listOpenAlerts(
  tx: Tx,
  limit: number,
): Promise<{ readonly alerts: readonly OpenAlert[]; readonly total: number }> {
  const { rows } = await sql<OpenAlert & { readonly total: number }>`
    select r.id, r.held_on as "heldOn", r.urgency, r.instrument, p.given_name as "givenName",
           p.family_name as "familyName", (count(*) over ())::integer as total
      from instrument_reading r
      join person p on p.authority_id = r.authority_id and p.id = r.person_id
     where r.urgency is not null and r.answered_on is null
     order by r.urgency = 'now' desc, r.held_on, r.id
     limit ${limit}`.execute(tx)
  return { alerts: rows, total: rows[0]?.total ?? 0 }
}

export type Wording = {
  readonly instrument: string
  readonly texts: Texts
  readonly holder: string
  readonly licence: string
  readonly importedOn: IsoDate
  readonly importedByName: string
}

/** The wording that was last imported for each measure. */
export function listWordings(tx: Tx): Promise<Wording[]> {
  return tx
    .selectFrom('instrumentWording')
    .distinctOn('instrument')
    .select(['instrument', 'texts', 'holder', 'licence', 'importedOn', 'importedByName'])
    .orderBy('instrument')
    .orderBy('id', 'desc')
    .$castTo<Wording>()
    .execute()
}

/** Keeps an imported wording; sent twice, it is there once. */
export async function insertWording(
  tx: Tx,
  wording: Omit<Insertable<DB['instrumentWording']>, 'texts'> & { readonly texts: Texts },
): Promise<void> {
  await tx
    .insertInto('instrumentWording')
    .values({ ...wording, texts: JSON.stringify(wording.texts) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

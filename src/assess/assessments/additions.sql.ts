import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { versionsLike, type Question } from './assessment-form.ts'

export type Addition = {
  readonly formVersion: string
  readonly number: number
  readonly questions: readonly Question[]
  readonly addedOn: IsoDate
  readonly addedByName: string
}

/** Every number of questions added to a kind of carer's form, under whichever version, newest first. */
export function listAdditions(tx: Tx, formVersion: string): Promise<Addition[]> {
  return tx
    .selectFrom('assessmentAddition')
    .select(['formVersion', 'number', 'questions', 'addedOn', 'addedByName'])
    .where('formVersion', 'in', versionsLike(formVersion))
    .orderBy('number', 'desc')
    .$castTo<Addition>()
    .execute()
}

/** One number of a form's added questions; throws NotFound where there is none. */
export async function getAddition(tx: Tx, formVersion: string, number: number): Promise<Addition> {
  const all = await listAdditions(tx, formVersion)
  const found = all.find((each) => each.number === number)
  if (found === undefined) throw new NotFound('added questions')
  return found
}

/** Keeps the next number; false where somebody else kept that number meanwhile. */
export async function insertAddition(
  tx: Tx,
  addition: Omit<Insertable<DB['assessmentAddition']>, 'questions'> & {
    readonly questions: readonly Question[]
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('assessmentAddition')
    .values({ ...addition, questions: JSON.stringify(addition.questions) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

export type Payee = {
  readonly id: string
  readonly personId: string
  readonly accountName: string
  /** The last two figures of the account number. */
  readonly endsWith: string
  readonly givenOn: IsoDate
  readonly givenHow: 'in_person' | 'telephone' | 'in_writing'
  readonly recordedByName: string
}

/** Into whose account a person is paid now; the account itself stands apart. */
export async function findPayee(tx: Tx, personId: string): Promise<Payee | undefined> {
  return tx
    .selectFrom('payee')
    .select(['id', 'personId', 'accountName', 'endsWith', 'givenOn', 'givenHow', 'recordedByName'])
    .where('authorityId', '=', sql<number>`actor_authority()`)
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .$castTo<Payee>()
    .executeTakeFirst()
}

export type NewPayee = Omit<Payee, 'endsWith'> & {
  readonly organisationId: number
  readonly recordedBy: string | null
  readonly sortCode: string
  readonly accountNumber: string
  readonly rollNumber: string | null
}

/** Keeps bank details; those before stay with what was paid into them. The same id again does nothing. */
export async function insertPayee(tx: Tx, payee: NewPayee): Promise<void> {
  const { organisationId, sortCode, accountNumber, rollNumber, ...named } = payee
  const authorityId = sql<number>`actor_authority()`
  const made = await tx
    .insertInto('payee')
    .values({ ...named, authorityId, endsWith: accountNumber.slice(-2) })
    .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return
  const account = { sortCode, accountNumber, rollNumber }
  await tx
    .insertInto('payeeAccount')
    .values({ authorityId, payeeId: payee.id, organisationId, ...account })
    .execute()
}

export type Account = {
  readonly sortCode: string
  readonly accountNumber: string
  readonly rollNumber: string | null
}

/** The account itself, for who pays; undefined for anybody else. */
export async function findAccount(tx: Tx, payeeId: string): Promise<Account | undefined> {
  return tx
    .selectFrom('payeeAccount')
    .select(['sortCode', 'accountNumber', 'rollNumber'])
    .where('authorityId', '=', sql<number>`actor_authority()`)
    .where('payeeId', '=', payeeId)
    .executeTakeFirst()
}

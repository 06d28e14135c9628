import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { keepHistoryByStatement } from '#platform/db/by-statement.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Pence } from '#platform/lib/money.ts'
import type { PaidLine, RefusedLine, TakenReturn } from './bank-returns.rules.ts'
import type { PaymentState } from './payment.ts'

export type ReturnFile = {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly lines: number
  readonly taken: number
  readonly sumPence: Pence
  readonly refused: readonly RefusedLine[]
  readonly readOn: IsoDate
  readonly readByName: string
}

const files = sql`
  select id, name, hash, lines, taken, sum_pence as "sumPence", refused, read_on as "readOn",
         read_by_name as "readByName"
    from bank_return_file where authority_id = actor_authority()`

/** The latest files of returned payments. */
export async function listReturnFiles(tx: Tx, limit: number): Promise<readonly ReturnFile[]> {
  const { rows } = await sql<ReturnFile>`${files} order by id desc limit ${limit}`.execute(tx)
  return rows
}

/** One file as it was read; throws NotFound. */
export async function getReturnFile(tx: Tx, id: string): Promise<ReturnFile> {
  const { rows } = await sql<ReturnFile>`${files} and id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new NotFound('file of returned payments')
  return rows[0]
}

/** The same bytes, read before for the same organisation; other files wait until this transaction ends. */
export async function lockReturnFiles(
  tx: Tx,
  of: { readonly organisationId: number | null; readonly hash: string },
): Promise<ReturnFile | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('bank returns'), actor_authority())`.execute(tx)
  const { rows } = await sql<ReturnFile>`${files}
     and hash = ${of.hash} and organisation_id is not distinct from ${of.organisationId}::integer`.execute(
    tx,
  )
  return rows[0]
}

/** The payments that went out under these references of runs, or into an account with such a roll number. */
export async function listPaidUnder(
  tx: Tx,
  references: readonly string[],
): Promise<readonly PaidLine[]> {
  const runs = [...new Set(references.map((reference) => reference.split(' ')[0] ?? ''))]
  const { rows } = await sql<PaidLine>`
    select n.id as "instalmentId", n.payment_id as "paymentId", n.person_id as "personId",
           n.organisation_id as "organisationId", n.reference, n.amount_pence as "amountPence", n.paid_on as "paidOn",
           n.returned_on as "returnedOn"
      from (select i.*, r.reference || ' ' || row_number() over (partition by i.run_id order by i.id) as reference
              from payment_run r
              join payment_instalment i on i.authority_id = r.authority_id and i.run_id = r.id
             where r.authority_id = actor_authority() and r.reference = any (${runs}::text[])) n
     where n.reference = any (${references}::text[])
    union all
    select i.id, i.payment_id, i.person_id, i.organisation_id, a.roll_number, i.amount_pence, i.paid_on, i.returned_on
      from payee_account a
      join payment_instalment i on i.authority_id = a.authority_id and i.payee_id = a.payee_id
     where a.authority_id = actor_authority() and a.roll_number = any (${references}::text[])`.execute(
    tx,
  )
  return rows
}

export type NewReturnFile = Pick<
  ReturnFile,
  'id' | 'hash' | 'name' | 'lines' | 'refused' | 'readOn'
> & {
  readonly organisationId: number | null
}

/**
 * Keeps a file and what came back in it: each instalment says so, and a payment of which nothing is
 * paid any more is to be paid again.
 */
export async function insertReturnFile(
  tx: Tx,
  actor: Actor,
  file: NewReturnFile,
  taken: readonly TakenReturn[],
): Promise<void> {
  const sum = taken.reduce((all, { amountPence }) => all + amountPence, 0)
  await sql`
    insert into bank_return_file (authority_id, id, organisation_id, hash, name, lines, taken, sum_pence, refused, read_on,
                                  read_by_name)
    values (actor_authority(), ${file.id}, ${file.organisationId}, ${file.hash}, ${file.name}, ${file.lines},
            ${taken.length}, ${sum}, ${JSON.stringify(file.refused)}::jsonb, ${file.readOn}, ${actor.displayName})`.execute(
    tx,
  )
  if (taken.length === 0) return
  await keepHistoryByStatement(tx)
  const rows = JSON.stringify(taken.map((one) => ({ ...one, id: newId() })))
  await sql`
    insert into bank_return (authority_id, file_id, id, instalment_id, payment_id, person_id, organisation_id, amount_pence,
                             reason_code, returned_on)
    select actor_authority(), ${file.id}::uuid, l.id, l."instalmentId", l."paymentId", l."personId", l."organisationId",
           l."amountPence", l."reasonCode", l."returnedOn"
      from json_to_recordset(${rows}::json)
        as l (id uuid, "instalmentId" uuid, "paymentId" uuid, "personId" uuid, "organisationId" integer,
              "amountPence" integer, "reasonCode" text, "returnedOn" date)`.execute(tx)
  await sql`
    update payment_instalment i set returned_on = b.returned_on, version = i.version + 1
      from bank_return b
     where i.authority_id = actor_authority() and b.authority_id = i.authority_id and b.instalment_id = i.id
       and b.file_id = ${file.id} and i.returned_on is null`.execute(tx)
  await sql`
    update payment p set state = 'agreed', paid_on = null, version = version + 1
     where p.authority_id = actor_authority() and p.state = 'paid'
       and p.id = any (${taken.map(({ paymentId }) => paymentId)}::uuid[])
       and not exists (select from payment_instalment i where i.authority_id = p.authority_id and i.payment_id = p.id
                          and i.paid_on is not null and i.returned_on is null)`.execute(tx)
}

export type BankReturn = {
  readonly id: string
  readonly fileId: string
  readonly paymentId: string
  readonly personId: string
  readonly number: number
  readonly amountPence: Pence
  readonly reasonCode: string
  readonly returnedOn: IsoDate
  readonly paidInto: string | null
  readonly settled: 'again' | 'cancelled' | null
  readonly settledOn: IsoDate | null
  readonly settledByName: string | null
  readonly settledWords: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly purpose: string | null
  readonly paymentState: PaymentState | null
}

const cameBack = sql`
  select b.id, b.file_id as "fileId", b.payment_id as "paymentId", b.person_id as "personId", i.number,
         b.amount_pence as "amountPence", b.reason_code as "reasonCode", b.returned_on as "returnedOn",
         i.payee_id as "paidInto", b.settled, b.settled_on as "settledOn", b.settled_by_name as "settledByName",
         b.settled_words as "settledWords", n.given_name as "givenName", n.family_name as "familyName", p.purpose,
         p.state as "paymentState"
    from bank_return b
    join payment_instalment i on i.authority_id = b.authority_id and i.id = b.instalment_id
    left join payment p on p.authority_id = b.authority_id and p.id = b.payment_id
    left join person n on n.authority_id = b.authority_id and n.id = b.person_id
   where b.authority_id = actor_authority()`

/** What the bank sent back of one payment, the latest first. */
export async function listCameBack(tx: Tx, paymentId: string): Promise<readonly BankReturn[]> {
  const { rows } = await sql<BankReturn>`${cameBack}
     and b.payment_id = ${paymentId} order by b.id desc`.execute(tx)
  return rows
}

/** What came back in one file. */
export async function listReturnsOfFile(tx: Tx, fileId: string): Promise<readonly BankReturn[]> {
  const { rows } = await sql<BankReturn>`${cameBack}
     and b.file_id = ${fileId} order by b.id limit 1000`.execute(tx)
  return rows
}

/** What came back and waits to be mended, the longest first, and how many. */
export async function listWaitingReturns(
  tx: Tx,
  limit: number,
): Promise<{ readonly waiting: readonly BankReturn[]; readonly total: number }> {
  const { rows } = await sql<BankReturn>`${cameBack}
     and b.settled is null order by b.returned_on, b.id limit ${limit}`.execute(tx)
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from bank_return where authority_id = actor_authority() and settled is null`.execute(
    tx,
  )
  return { waiting: rows, total: counted.rows[0]?.total ?? 0 }
}

/** Writes down what becomes of what came back of a payment and waits: all of it, or one of its numbers. */
export async function settleReturns(
  tx: Tx,
  actor: Actor,
  of: {
    readonly paymentId: string
    readonly number: number | null
    readonly as: 'again' | 'cancelled'
    readonly on: IsoDate
    readonly words: string | null
  },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update bank_return b set settled = ${of.as}, settled_on = ${of.on}, settled_by = ${actor.accountId}::uuid,
           settled_by_name = ${actor.displayName}, settled_words = ${of.words}, version = b.version + 1
      from payment_instalment i
     where b.authority_id = actor_authority() and b.payment_id = ${of.paymentId} and b.settled is null
       and i.authority_id = b.authority_id and i.id = b.instalment_id
       and (${of.number}::integer is null or i.number = ${of.number}::integer)`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

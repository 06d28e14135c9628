import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { FileLine } from './payment-file.rules.ts'
import type { Candidate, Instalment } from './instalments.rules.ts'

const candidates = sql`
  select p.id, p.person_id as "personId", p.organisation_id as "organisationId", p.plan_id as "planId", p.kind, p.basis,
         p.amount_pence as "amountPence", p.frequency, p.agreed_on as "agreedOn", p.agreed_by as "agreedBy",
         p.proposed_by as "proposedBy", p.starts_on as "startsOn", p.ends_on as "endsOn",
         (select state from plan l where l.authority_id = p.authority_id and l.id = p.plan_id) as "planState",
         (select case when met and signed_on is null then null else met end from payment_agreement a where a.authority_id = p.authority_id and a.payment_id = p.id
           order by a.id desc limit 1) as "agreementMet",
         (select e.id from payee e where e.authority_id = p.authority_id and e.person_id = p.person_id
           order by e.id desc limit 1) as "payeeId",
         coalesce((select max(number) from payment_instalment i
                    where i.authority_id = p.authority_id and i.payment_id = p.id), 0)::integer as "paidTo",
         coalesce(back.again, '{}') as again, coalesce(back.waiting, '{}') as "cameBack"
    from payment p
    left join lateral (
      select array_agg(one.number order by one.number) filter (where one.settled = 'again' and not exists (
               select from payment_instalment n where n.authority_id = p.authority_id and n.payment_id = p.id
                  and n.number = one.number and n.returned_on is null)) as again,
             array_agg(one.number order by one.number) filter (where one.settled is null) as waiting
        from (select distinct on (i.number) i.number, b.settled
                from payment_instalment i
                join bank_return b on b.authority_id = i.authority_id and b.instalment_id = i.id
               where i.authority_id = p.authority_id and i.payment_id = p.id and i.returned_on is not null
               order by i.number, b.id desc) one) back on true
   where p.authority_id = actor_authority() and (p.state = 'agreed' or p.state = 'paid' and p.kind = 'recurring')
     and (p.kind = 'one_off' or p.starts_on is not null)`

export type CandidatesAsked = {
  /** Null: of every organisation. */
  readonly organisationId: number | null
  /** Those after this payment. */
  readonly after: string | null
  readonly limit: number
}

const ofOrganisation = (id: number | null) =>
  sql`(${id}::integer is null or p.organisation_id = ${id}::integer)`
const after = (id: string | null) => sql`(${id}::uuid is null or p.id > ${id}::uuid)`

/** Payments that money may go out for, by id, held so that none is cancelled meanwhile. */
export async function lockCandidates(tx: Tx, of: CandidatesAsked): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`${candidates}
     and ${ofOrganisation(of.organisationId)} and ${after(of.after)}
   order by p.id limit ${of.limit} for share of p`.execute(tx)
  return rows
}

export type NamedCandidate = Candidate & { readonly givenName: string; readonly familyName: string }

/** The same to look at, with the carer's name. */
export async function listCandidates(
  tx: Tx,
  of: CandidatesAsked,
): Promise<readonly NamedCandidate[]> {
  const { rows } = await sql<NamedCandidate>`
    select c.*, n.given_name as "givenName", n.family_name as "familyName"
      from (${candidates} and ${ofOrganisation(of.organisationId)} and ${after(of.after)}
            order by p.id limit ${of.limit}) c
      join person n on n.authority_id = actor_authority() and n.id = c."personId"
     order by c.id`.execute(tx)
  return rows
}

export type NewLine = Instalment & { readonly id: string; readonly of: Candidate }

/** Puts instalments into a run; one that another run or hand was first with stays theirs. */
export async function insertLines(tx: Tx, runId: string, lines: readonly NewLine[]): Promise<void> {
  const rows = lines.map(({ id, number, dueOn, of }) => ({
    id,
    number,
    due_on: dueOn,
    payment_id: of.id,
    person_id: of.personId,
    organisation_id: of.organisationId,
    amount_pence: of.amountPence,
    basis: of.basis,
    payee_id: of.payeeId,
  }))
  await sql`
    insert into payment_instalment (authority_id, run_id, id, number, due_on, payment_id, person_id, organisation_id,
                                    amount_pence, basis, payee_id)
    select actor_authority(), ${runId}::uuid, l.*
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as l (id uuid, number integer, due_on date, payment_id uuid, person_id uuid, organisation_id integer,
              amount_pence integer, basis text, payee_id uuid)
        on conflict (authority_id, payment_id, number) where returned_on is null do nothing`.execute(
    tx,
  )
}

/** The lines of a run with the accounts they go to, in the order of the file. Only who pays is given any. */
export async function listFileLines(
  tx: Tx,
  runId: string,
): Promise<readonly (FileLine & { readonly personId: string })[]> {
  const { rows } = await sql<FileLine & { readonly personId: string }>`
    select i.id, i.person_id as "personId", i.amount_pence as "amountPence", a.sort_code as "sortCode",
           a.account_number as "accountNumber", a.roll_number as "rollNumber", e.account_name as "accountName"
      from payment_instalment i
      join payee_account a on a.authority_id = i.authority_id and a.payee_id = i.payee_id
      join payee e on e.authority_id = i.authority_id and e.id = i.payee_id
     where i.authority_id = actor_authority() and i.run_id = ${runId}
     order by i.id`.execute(tx)
  return rows
}

export type MarkedPaid = { readonly lines: number; readonly paymentIds: readonly string[] }

/**
 * Marks some of a run's lines as paid; gives how many, and the direct payments of a plan that were paid
 * for the first time. Hold the run first (`lockRun`). The ids travel between its two statements,
 * because what a run gathered a moment ago is in no statistics and would be joined row by row.
 */
export async function updateSomePaid(
  tx: Tx,
  of: { readonly runId: string; readonly on: IsoDate; readonly limit: number },
): Promise<MarkedPaid> {
  const marked = await sql<{ paymentId: string }>`
    update payment_instalment i set paid_on = ${of.on}, version = version + 1
     where authority_id = actor_authority() and run_id = ${of.runId} and paid_on is null
       and id = any (array(select id from payment_instalment
                            where authority_id = actor_authority() and run_id = ${of.runId} and paid_on is null
                            order by id limit ${of.limit}))
    returning payment_id as "paymentId"`.execute(tx)
  const paid = [...new Set(marked.rows.map(({ paymentId }) => paymentId))]
  const { rows } = await sql<{ id: string; reviewed: boolean }>`
    update payment set state = 'paid', paid_on = ${of.on}, version = version + 1
     where authority_id = actor_authority() and state = 'agreed' and id = any (${paid}::uuid[])
    returning id, basis = 'direct_payment' and plan_id is not null as reviewed`.execute(tx)
  const paymentIds = rows.filter(({ reviewed }) => reviewed).map(({ id }) => id)
  return { lines: marked.rows.length, paymentIds }
}

/** Takes what is not approved yet of a payment out of its run. */
export async function deleteOpenLines(tx: Tx, paymentId: string): Promise<void> {
  await sql`
    delete from payment_instalment i using payment_run r
     where i.authority_id = actor_authority() and i.payment_id = ${paymentId} and i.paid_on is null
       and r.authority_id = i.authority_id and r.id = i.run_id and r.state in ('gathering', 'gathered')`.execute(
    tx,
  )
}

/** Takes all of a run that is given up out again. */
export async function deleteLinesOfRun(tx: Tx, runId: string): Promise<void> {
  await sql`
    delete from payment_instalment
     where authority_id = actor_authority() and run_id = ${runId} and paid_on is null`.execute(tx)
}

/** The run with money of this payment that is approved and not yet paid; null where there is none. */
export async function findRunOnItsWay(tx: Tx, paymentId: string): Promise<string | null> {
  const { rows } = await sql<{ reference: string }>`
    select r.reference from payment_instalment i
      join payment_run r on r.authority_id = i.authority_id and r.id = i.run_id
     where i.authority_id = actor_authority() and i.payment_id = ${paymentId} and i.paid_on is null
       and r.state in ('approved', 'sending') limit 1`.execute(tx)
  return rows[0]?.reference ?? null
}

export type PaidInstalment = Instalment & {
  readonly id: string
  readonly amountPence: number
  readonly paidOn: IsoDate | null
  /** The day on which the bank sent it back. */
  readonly returnedOn: IsoDate | null
  readonly runId: string | null
  readonly runReference: string | null
}

/** What went out, or stands in a run, for one payment, the latest first. */
export async function listInstalments(
  tx: Tx,
  paymentId: string,
): Promise<readonly PaidInstalment[]> {
  const { rows } = await sql<PaidInstalment>`
    select i.id, i.number, i.due_on as "dueOn", i.amount_pence as "amountPence", i.paid_on as "paidOn",
           i.returned_on as "returnedOn", i.run_id as "runId", r.reference as "runReference"
      from payment_instalment i
      left join payment_run r on r.authority_id = i.authority_id and r.id = i.run_id
     where i.authority_id = actor_authority() and i.payment_id = ${paymentId}
     order by i.number desc, i.id desc`.execute(tx)
  return rows
}

/** Writes down money that went out by hand; false where that instalment is paid or in a run already. */
export async function insertPaidByHand(
  tx: Tx,
  of: {
    readonly id: string
    readonly paymentId: string
    readonly number: number
    readonly on: IsoDate
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into payment_instalment (authority_id, id, payment_id, person_id, organisation_id, number, due_on,
                                    amount_pence, basis, paid_on)
    select authority_id, ${of.id}, id, person_id, organisation_id, ${of.number}, coalesce(starts_on, ${of.on}::date),
           amount_pence, basis, ${of.on}::date
      from payment where authority_id = actor_authority() and id = ${of.paymentId}
        on conflict (authority_id, payment_id, number) where returned_on is null do nothing`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

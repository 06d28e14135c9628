import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { PassingReason } from './passing.ts'
import { toldSchema, type SentReferral } from './referral.ts'

// Senders read `sent_referral`, never the table: the view gives what the carer agreed to and no more.
function selectSent() {
  return sql<Row>`
    select r.id, r.reference, r.kind, r.received_on, r.urgent, r.state, r.told, r.door, r.question, r.asked_on,
           r.answer, r.answered_on, r.triaged_on, r.share_outcome, r.referrer_name, r.version, r.may_pass_on,
           r.first_contact_on, r.outcome, r.outcome_on, r.outcome_words, r.from_organisation_id,
           sender.name as "from", receiver.name as "to"
      from sent_referral r
      join organisation sender on sender.authority_id = r.authority_id and sender.id = r.from_organisation_id
      join organisation receiver on receiver.authority_id = r.authority_id and receiver.id = r.to_organisation_id`
}

type Row = Omit<SentReferral, 'told'> & { readonly told: unknown }

function asSent(row: Row): SentReferral {
  const told = toldSchema.safeParse(row.told)
  return { ...row, told: told.success ? told.data : null }
}

/** One referral that the actor's organisation sent, as far as it may know; throws NotFound otherwise. */
export async function getSent(tx: Tx, id: string): Promise<SentReferral> {
  const { rows } = await sql<Row>`${selectSent()} where r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new NotFound('referral')
  return asSent(rows[0])
}

export type SpanOfDays = { readonly from: IsoDate; readonly to: IsoDate }

/** What the actor's organisations sent in a span of days, both included; newest first. */
export async function listSent(
  tx: Tx,
  of: SpanOfDays & { readonly offset: number; readonly limit: number },
): Promise<SentReferral[]> {
  const { rows } = await sql<Row>`${selectSent()}
     where r.received_on between ${of.from} and ${of.to}
     order by r.received_on desc, r.id desc offset ${of.offset} limit ${of.limit}`.execute(tx)
  return rows.map(asSent)
}

export type SentPassing = {
  readonly number: number
  readonly from: string
  readonly to: string
  readonly passedOn: string
  readonly why: PassingReason
  /** Null where the carer did not agree to the sender's hearing it. */
  readonly words: string | null
}

/** Each time that a referral of the actor's organisation was passed on, in order. */
export async function listSentPassings(tx: Tx, referralId: string): Promise<SentPassing[]> {
  const { rows } = await sql<SentPassing>`
    select p.number, giver.name as "from", taker.name as "to", p.passed_on, p.why, p.words
      from sent_referral_passing p
      join organisation giver on giver.authority_id = p.authority_id and giver.id = p.from_organisation_id
      join organisation taker on taker.authority_id = p.authority_id and taker.id = p.to_organisation_id
     where p.referral_id = ${referralId} order by p.number`.execute(tx)
  return rows
}

export type SentCounts = {
  readonly sent: number
  readonly waiting: number
  readonly takenOn: number
  readonly declined: number
  readonly contacted: number
  /** Whole days from sending to first contact, in the middle of those contacted; null where nobody was. */
  readonly daysToContact: number | null
  /** By outcome, of those whose carer agreed to its being shared. */
  readonly outcomes: Readonly<Record<string, number>>
}

/** The own counts for a span of days: of one organisation, or of all that the actor sends for. */
export async function countSent(
  tx: Tx,
  of: SpanOfDays & { readonly organisationId?: number },
): Promise<SentCounts> {
  const within = sql`received_on between ${of.from} and ${of.to}
    and (${of.organisationId ?? null}::integer is null or from_organisation_id = ${of.organisationId ?? null})`
  const { rows } = await sql<Omit<SentCounts, 'outcomes'>>`
    select count(*) as sent,
           count(*) filter (where state in ('new', 'asked')) as waiting,
           count(*) filter (where state in ('accepted', 'closed')) as taken_on,
           count(*) filter (where state = 'declined') as declined,
           count(*) filter (where first_contact_on is not null) as contacted,
           percentile_disc(0.5) within group (order by first_contact_on - received_on)
             filter (where first_contact_on is not null) as days_to_contact
      from sent_referral where ${within}`.execute(tx)
  const outcomes = await sql<{ outcome: string; count: number }>`
    select outcome, count(*) as count from sent_referral
     where ${within} and outcome is not null
     group by outcome order by count(*) desc, outcome`.execute(tx)
  const [counts] = rows
  if (counts === undefined) throw new Error('an aggregate gave no row')
  return {
    ...counts,
    outcomes: Object.fromEntries(outcomes.rows.map((row) => [row.outcome, row.count])),
  }
}

/** Answers triage's question; false where it was answered or decided meanwhile. */
export async function updateAnswer(
  tx: Tx,
  of: {
    readonly id: string
    readonly version: number
    readonly answer: string
    readonly on: IsoDate
  },
): Promise<boolean> {
  const { rows } = await sql<{ answered: boolean }>`
    select answer_referral(${of.id}, ${of.version}, ${of.answer}, ${of.on}) as answered`.execute(tx)
  return rows[0]?.answered === true
}

/** Where to write to whoever sent a referral; null where their account is closed. */
export async function findSenderAddress(tx: Tx, accountId: string): Promise<string | null> {
  const account = await tx
    .selectFrom('account')
    .select('email')
    .where('id', '=', accountId)
    .where('active', '=', true)
    .executeTakeFirst()
  return account?.email ?? null
}

import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { toldSchema, type ReferralState, type SentReferral } from './referral.ts'

// The outcome leaves the table only where the carer agreed to its being shared.
const ifShared = <T>(column: string) =>
  sql<T | null>`case when referral.share_outcome then ${sql.ref(column)} end`

function selectSent(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('referral')
    .innerJoin('organisation as sender', (join) =>
      join
        .onRef('sender.authorityId', '=', 'referral.authorityId')
        .onRef('sender.id', '=', 'referral.fromOrganisationId'),
    )
    .innerJoin('organisation as receiver', (join) =>
      join
        .onRef('receiver.authorityId', '=', 'referral.authorityId')
        .onRef('receiver.id', '=', 'referral.toOrganisationId'),
    )
    .select([
      'referral.id',
      'referral.reference',
      'referral.kind',
      'referral.receivedOn',
      'referral.urgent',
      'referral.state',
      'referral.told',
      'referral.question',
      'referral.askedOn',
      'referral.answer',
      'referral.answeredOn',
      'referral.triagedOn',
      'referral.shareOutcome',
      'referral.referrerName',
      'referral.version',
      'sender.name as from',
      'receiver.name as to',
      ifShared<string>('referral.firstContactOn').as('firstContactOn'),
      ifShared<string>('referral.outcome').as('outcome'),
      ifShared<string>('referral.outcomeOn').as('outcomeOn'),
      ifShared<string>('referral.outcomeWords').as('outcomeWords'),
    ])
    .where('referral.fromOrganisationId', 'in', [...actor.organisationIds, -1])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSent>['executeTakeFirstOrThrow']>>

function asSent(row: Row): SentReferral {
  const told = toldSchema.safeParse(row.told)
  return {
    ...row,
    state: row.state as ReferralState,
    kind: row.kind as CarerKind,
    told: told.success ? told.data : null,
  }
}

/** One referral that the actor's organisation sent, as far as it may know; throws NotFound otherwise. */
export async function getSent(tx: Tx, actor: Actor, id: string): Promise<SentReferral> {
  const row = await selectSent(tx, actor).where('referral.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('referral')
  return asSent(row)
}

export type SpanOfDays = { readonly from: IsoDate; readonly to: IsoDate }

/** What the actor's organisations sent in a span of days, both included; newest first. */
export async function listSent(
  tx: Tx,
  of: SpanOfDays & { readonly actor: Actor; readonly offset: number; readonly limit: number },
): Promise<SentReferral[]> {
  const rows = await selectSent(tx, of.actor)
    .where('referral.receivedOn', '>=', of.from)
    .where('referral.receivedOn', '<=', of.to)
    .orderBy('referral.receivedOn', 'desc')
    .orderBy('referral.id', 'desc')
    .offset(of.offset)
    .limit(of.limit)
    .execute()
  return rows.map(asSent)
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

/** An organisation's own counts for a span of days. */
export async function countSent(
  tx: Tx,
  of: SpanOfDays & { readonly actor: Actor },
): Promise<SentCounts> {
  const within = sql`referral.from_organisation_id = any (${[...of.actor.organisationIds]}::integer[])
    and received_on between ${of.from} and ${of.to}`
  const { rows } = await sql<Omit<SentCounts, 'outcomes'>>`
    select count(*) as sent,
           count(*) filter (where state in ('new', 'asked')) as waiting,
           count(*) filter (where state in ('accepted', 'closed')) as taken_on,
           count(*) filter (where state = 'declined') as declined,
           count(*) filter (where share_outcome and first_contact_on is not null) as contacted,
           percentile_disc(0.5) within group (order by first_contact_on - received_on)
             filter (where share_outcome and first_contact_on is not null) as days_to_contact
      from referral where ${within}`.execute(tx)
  const outcomes = await sql<{ outcome: string; count: number }>`
    select outcome, count(*) as count from referral
     where ${within} and share_outcome and outcome is not null
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
  const { numUpdatedRows } = await tx
    .updateTable('referral')
    .set((eb) => ({
      answer: of.answer,
      answeredOn: of.on,
      state: 'new',
      version: eb('version', '+', 1),
    }))
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
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

export type Sender = { readonly id: number; readonly name: string; readonly kind: string }

/** Organisations of the actor's that can send referrals. */
export function listSenders(tx: Tx, actor: Actor): Promise<Sender[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('id', 'in', [...actor.organisationIds, -1])
    .where('active', '=', true)
    .orderBy('name')
    .execute()
}

/** The first organisation of these kinds, in their order, that receives referrals; throws where none does. */
export async function getReceiver(tx: Tx, kinds: readonly string[]): Promise<Sender> {
  const receivers = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .where('kind', 'in', kinds)
    .where('active', '=', true)
    .orderBy('id')
    .execute()
  const found = kinds.flatMap((kind) => receivers.filter((each) => each.kind === kind))[0]
  if (found === undefined)
    throw new Error(`no organisation receives referrals (${kinds.join(', ')})`)
  return found
}

import type { Insertable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { sql } from 'kysely'
import type { CarerKind } from '#people/persons/involvement.ts'
import type { PassingReason } from './passing.ts'
import { toldSchema, type Referral, type ReferralState } from './referral.ts'

/** Writes down that a referral was passed on, under which agreement. */
export async function insertPassing(
  tx: Tx,
  passing: Omit<Insertable<DB['referralPassing']>, 'readers'>,
): Promise<void> {
  await tx.insertInto('referralPassing').values(passing).execute()
}

export type Passing = {
  readonly number: number
  readonly from: string
  readonly to: string
  readonly passedOn: string
  readonly why: PassingReason
  readonly words: string | null
  readonly agreedOn: string
  readonly agreedHow: string
}

/** Each time that a referral was passed on, in order, as far as the actor may read. */
export async function listPassings(tx: Tx, referralId: string): Promise<Passing[]> {
  const { rows } = await sql<Passing>`
    select p.number, giver.name as "from", taker.name as "to", p.passed_on, p.why, p.words, p.agreed_on, p.agreed_how
      from referral_passing p
      join organisation giver on giver.authority_id = p.authority_id and giver.id = p.from_organisation_id
      join organisation taker on taker.authority_id = p.authority_id and taker.id = p.to_organisation_id
     where p.referral_id = ${referralId} order by p.number`.execute(tx)
  return rows
}

/** A referral that the actor's organisation had and passed on: where it is, and no more than it knew. */
export type PassedReferral = Pick<
  Referral,
  | 'id'
  | 'reference'
  | 'kind'
  | 'urgent'
  | 'receivedOn'
  | 'state'
  | 'triagedOn'
  | 'told'
  | 'carer'
  | 'to'
>

/** What the actor's organisations passed on, newest first, with how many there are. */
export async function listPassedOn(
  tx: Tx,
  of: { readonly actor: Actor; readonly offset: number; readonly limit: number },
): Promise<PassedReferral[]> {
  const rows = await tx
    .selectFrom('referral')
    .innerJoin('organisation as receiver', (join) =>
      join
        .onRef('receiver.authorityId', '=', 'referral.authorityId')
        .onRef('receiver.id', '=', 'referral.toOrganisationId'),
    )
    .select([
      'referral.id',
      'referral.reference',
      'referral.kind',
      'referral.urgent',
      'referral.receivedOn',
      'referral.state',
      'referral.triagedOn',
      'referral.told',
      'receiver.name as to',
    ])
    .where(passedBy(of.actor))
    .orderBy('referral.receivedOn', 'desc')
    .orderBy('referral.id', 'desc')
    .offset(of.offset)
    .limit(of.limit)
    .execute()
  return rows.map(({ told, ...row }) => {
    const read = toldSchema.safeParse(told)
    return {
      ...row,
      kind: row.kind as CarerKind,
      state: row.state as ReferralState,
      told: read.success ? read.data : null,
      carer: null,
    }
  })
}

/** How many referrals the actor's organisations have passed on. */
export async function countPassedOn(tx: Tx, actor: Actor): Promise<number> {
  const { count } = await tx
    .selectFrom('referral')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(passedBy(actor))
    .executeTakeFirstOrThrow()
  return count
}

const passedBy = ({ organisationIds }: Actor) =>
  sql<boolean>`cardinality(referral.passed_by) > 0 and referral.passed_by && ${[...organisationIds]}::integer[]
    and referral.to_organisation_id <> all (${[...organisationIds]}::integer[])`

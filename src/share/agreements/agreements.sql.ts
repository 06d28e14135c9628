import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Basis } from './agreement.ts'

export type NewAgreement = {
  readonly authorityId: number
  readonly id: string
  readonly personId: string
  readonly organisationId: number
  readonly purposes: readonly string[]
  readonly agreedOn: string
  readonly until?: string | null
  readonly howGiven: string
  /** Who could agree; the carer for themself unless told. */
  readonly basis?: Basis
  readonly recordedBy: string | null
}

export type Agreement = {
  readonly id: string
  readonly personId: string
  readonly organisationId: number
  /** The organisation's name. */
  readonly organisation: string
  readonly purposes: readonly string[]
  readonly agreedOn: string
  readonly until: string | null
  readonly endedOn: string | null
  readonly endedHow: string | null
  readonly howGiven: string
  readonly basis: string
  readonly recordedBy: string | null
  /** The name of whoever wrote it down; null where that was the carer, or for who may not see accounts. */
  readonly writtenDownBy: string | null
}

/** Keeps what a person agreed may be shared; who may read their rows follows by trigger. */
export async function insertAgreement(tx: Tx, agreement: NewAgreement): Promise<void> {
  await tx
    .insertInto('agreement')
    .values({ ...agreement, purposes: [...agreement.purposes] })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const agreements = (tx: Tx) =>
  tx
    .selectFrom('agreement')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'agreement.authorityId')
        .onRef('organisation.id', '=', 'agreement.organisationId'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'agreement.authorityId')
        .onRef('account.id', '=', 'agreement.recordedBy'),
    )
    .select([
      'agreement.id',
      'agreement.personId',
      'agreement.organisationId',
      'organisation.name as organisation',
      'agreement.purposes',
      'agreement.agreedOn',
      'agreement.until',
      'agreement.endedOn',
      'agreement.endedHow',
      'agreement.howGiven',
      'agreement.basis',
      'agreement.recordedBy',
      'account.displayName as writtenDownBy',
    ])

/** All that a person agreed to share, ended agreements too, newest first. */
export const listAgreements = statement((tx, personId: string) =>
  agreements(tx)
    .where('agreement.personId', '=', personId)
    .orderBy('agreement.agreedOn', 'desc')
    .orderBy('agreement.id', 'desc'),
)

/** One agreement of a person; throws NotFound where there is none that the actor may see. */
export async function getAgreement(
  tx: Tx,
  of: { readonly personId: string; readonly id: string },
): Promise<Agreement> {
  const found = await agreements(tx)
    .where('agreement.personId', '=', of.personId)
    .where('agreement.id', '=', of.id)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('agreement')
  return found
}

/** Ends an agreement from a day on, with who said so and how; harmless where it has ended. */
export async function endAgreement(
  tx: Tx,
  of: {
    readonly id: string
    readonly endedOn: string
    readonly endedBy: string | null
    readonly endedHow: string
  },
): Promise<void> {
  const { id, ...ended } = of
  await tx
    .updateTable('agreement')
    .set(ended)
    .where('id', '=', id)
    .where('endedOn', 'is', null)
    .execute()
}

export type Partner = { readonly id: number; readonly name: string; readonly kind: string }

/** The organisations with which a person may agree to share: those that take part and do not work with them already. */
export async function listPartners(
  tx: Tx,
  of: { readonly authorityId: number; readonly personId: string },
): Promise<readonly Partner[]> {
  const { rows } = await sql<Partner>`
    select o.id, o.name, o.kind from organisation o
     where o.authority_id = ${of.authorityId} and o.active
       and not exists (select from involvement i where i.authority_id = o.authority_id
                          and i.organisation_id = o.id and i.person_id = ${of.personId} and i.until is null)
     order by o.name`.execute(tx)
  return rows
}

/** Takes back what agreements that have run out had opened. Gives how many people it looked at. */
export async function refreshEndedAgreements(db: Database): Promise<number> {
  const { rows } = await sql<{ refreshed: number }>`
    select refresh_ended_agreements() as refreshed`.execute(db)
  return rows[0]?.refreshed ?? 0
}

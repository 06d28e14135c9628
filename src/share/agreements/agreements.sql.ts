import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'

export type NewAgreement = {
  readonly authorityId: number
  readonly id: string
  readonly personId: string
  readonly organisationId: number
  readonly purposes: readonly string[]
  readonly agreedOn: string
  readonly until?: string | null
  readonly howGiven: string
  readonly recordedBy: string | null
}

export type Agreement = {
  readonly id: string
  readonly organisationId: number
  /** The organisation's name. */
  readonly organisation: string
  readonly purposes: readonly string[]
  readonly agreedOn: string
  readonly until: string | null
  readonly endedOn: string | null
  readonly howGiven: string
}

/** Keeps what a person agreed may be shared; who may read their rows follows by trigger. */
export async function insertAgreement(tx: Tx, agreement: NewAgreement): Promise<void> {
  await tx
    .insertInto('agreement')
    .values({ ...agreement, purposes: [...agreement.purposes] })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** All that a person agreed to share, ended agreements too, newest first. */
export async function listAgreements(tx: Tx, personId: string): Promise<readonly Agreement[]> {
  return tx
    .selectFrom('agreement')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'agreement.authorityId')
        .onRef('organisation.id', '=', 'agreement.organisationId'),
    )
    .select([
      'agreement.id',
      'agreement.organisationId',
      'organisation.name as organisation',
      'agreement.purposes',
      'agreement.agreedOn',
      'agreement.until',
      'agreement.endedOn',
      'agreement.howGiven',
    ])
    .where('agreement.personId', '=', personId)
    .orderBy('agreement.agreedOn', 'desc')
    .orderBy('agreement.id', 'desc')
    .execute()
}

/** Takes back what agreements that have run out had opened. Gives how many people it looked at. */
export async function refreshEndedAgreements(db: Database): Promise<number> {
  const { rows } = await sql<{ refreshed: number }>`
    select refresh_ended_agreements() as refreshed`.execute(db)
  return rows[0]?.refreshed ?? 0
}

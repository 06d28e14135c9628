import { sql } from 'kysely'
import type { CarerKind } from '#people/persons/involvement.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'

export type Receiver = {
  readonly id: number
  readonly name: string
  readonly telephone: string | null
}

/** The reference under which a registration can be asked for. */
export async function getReference(
  tx: Tx,
  of: { readonly authorityId: number; readonly referralId: string },
): Promise<string> {
  const { reference } = await tx
    .selectFrom('referral')
    .select('reference')
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.referralId)
    .executeTakeFirstOrThrow()
  return reference
}

export type SentTo = {
  readonly receiver: Receiver
  readonly receivedOn: IsoDate
  readonly kind: CarerKind
  /** The address to which a receipt went. */
  readonly email: string | null
  readonly assessmentAskedFor: boolean
}

/** To whom a registration went and when; null where it is not there (any more). */
export async function findSentTo(
  tx: Tx,
  of: { readonly authorityId: number; readonly referralId: string },
): Promise<SentTo | null> {
  const row = await tx
    .selectFrom('referral')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'referral.authorityId')
        .onRef('organisation.id', '=', 'referral.toOrganisationId'),
    )
    .select(['organisation.id', 'organisation.name', 'organisation.telephone', 'receivedOn'])
    .select(['referral.kind', 'referral.assessmentAskedFor'])
    .select(sql<string | null>`referral.told ->> 'email'`.as('email'))
    .where('referral.authorityId', '=', of.authorityId)
    .where('referral.id', '=', of.referralId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, name, telephone, receivedOn, email, assessmentAskedFor } = row
  const kind = row.kind as CarerKind
  const receiver = { id, name, telephone }
  return { receiver, receivedOn: isoDate(receivedOn), kind, email, assessmentAskedFor }
}

import type { Duty } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import type { Sent } from './invitation.rules.ts'

export type Invitation = Sent & {
  readonly authorityId: number
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly organisationId: number
  readonly duties: readonly Duty[]
  readonly since: IsoDate
  readonly until: IsoDate | null
  readonly signIn: 'sso' | 'password'
  readonly invitedBy: string
}

const columns = [
  'i.authorityId',
  'i.id',
  'i.email',
  'i.displayName',
  'i.organisationId',
  'i.duties',
  'i.since',
  'i.until',
  'i.signIn',
  'i.state',
  'i.expiresAt',
  'i.timesSent',
  'i.invitedBy',
] as const

const base = (tx: Tx, authorityId: number) =>
  tx
    .selectFrom('invitation as i')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.authorityId', '=', 'i.authorityId').onRef('o.id', '=', 'i.organisationId'),
    )
    .select(columns)
    .select('o.name as organisation')
    .where('i.authorityId', '=', authorityId)
    .$castTo<NamedInvitation>()

export type NamedInvitation = Invitation & { readonly organisation: string }

/** The newest invitations first. */
export async function listInvitations(
  tx: Tx,
  authorityId: number,
  limit: number,
): Promise<readonly NamedInvitation[]> {
  const rows = await base(tx, authorityId).orderBy('i.invitedAt', 'desc').limit(limit).execute()
  return rows
}

/** An invitation, held until the transaction ends. */
export async function getInvitation(
  tx: Tx,
  authorityId: number,
  id: string,
): Promise<NamedInvitation> {
  const row = await base(tx, authorityId).where('i.id', '=', id).forUpdate('i').executeTakeFirst()
  if (row === undefined) throw new NotFound('invitation')
  return row
}

/** The invitation that a link belongs to, by its token's hash, held until the transaction ends. */
export async function findInvitationByToken(
  tx: Tx,
  authorityId: number,
  tokenHash: string,
): Promise<NamedInvitation | null> {
  const row = await base(tx, authorityId)
    .where('i.tokenHash', '=', tokenHash)
    .forUpdate('i')
    .executeTakeFirst()
  return row ?? null
}

/** An invitation to an address that still stands; null where there is none. */
export async function findOpenInvitation(
  tx: Tx,
  authorityId: number,
  email: string,
): Promise<{ readonly id: string } | null> {
  const row = await tx
    .selectFrom('invitation')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('email', '=', email)
    .where('state', 'in', ['to_confirm', 'sent'])
    .executeTakeFirst()
  return row ?? null
}

/** False where the same form was sent before. */
export async function insertInvitation(
  tx: Tx,
  of: Omit<Invitation, 'expiresAt' | 'timesSent'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('invitation')
    .values({ ...of, duties: [...of.duties] })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export async function updateInvitation(
  tx: Tx,
  of: { readonly authorityId: number; readonly id: string },
  set: {
    readonly state?: Sent['state']
    readonly tokenHash?: string | null
    readonly expiresAt?: IsoInstant
    readonly timesSent?: number
    readonly confirmedBy?: string
    readonly accountId?: string
    readonly settledAt?: IsoInstant
  },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set(set)
    .where('authorityId', '=', of.authorityId)
    .where('id', '=', of.id)
    .execute()
}

import type { Tx } from '#platform/db/database.ts'
import type { Account, WayIn } from './account.ts'

const columns = [
  'authorityId',
  'id',
  'email',
  'displayName',
  'personId',
  'active',
  'signIn',
] as const

type Row = Omit<Account, 'signIn'> & { readonly signIn: string }
const accountOf = (row: Row): Account => ({ ...row, signIn: row.signIn as WayIn })

/** The account of an e-mail address, which is lower case here; closed ones too. */
export async function findAccountByEmail(
  tx: Tx,
  authorityId: number,
  email: string,
): Promise<Account | null> {
  const row = await tx
    .selectFrom('account')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row === undefined ? null : accountOf(row)
}

export async function findAccount(
  tx: Tx,
  authorityId: number,
  id: string,
): Promise<Account | null> {
  const row = await tx
    .selectFrom('account')
    .select(columns)
    .where('authorityId', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : accountOf(row)
}

/** What an account is charged with today, with the organisations' names, for its own page. */
export async function listCharges(
  tx: Tx,
  of: { readonly authorityId: number; readonly accountId: string; readonly today: string },
): Promise<readonly { readonly organisation: string; readonly duties: readonly string[] }[]> {
  return tx
    .selectFrom('membership as m')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.authorityId', '=', 'm.authorityId').onRef('o.id', '=', 'm.organisationId'),
    )
    .select(['o.name as organisation', 'm.duties'])
    .where('m.authorityId', '=', of.authorityId)
    .where('m.accountId', '=', of.accountId)
    .where('m.since', '<=', of.today)
    .where((where) => where.or([where('m.until', 'is', null), where('m.until', '>=', of.today)]))
    .orderBy('o.name')
    .execute()
}

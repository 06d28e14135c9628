import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import { Stop } from '#platform/lib/errors.ts'
import type { CommandHouse } from '#platform/room.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Account } from './account.ts'
import { findAccountByEmail } from './accounts.sql.ts'

export type CountyWork<T> = (tx: Tx, authorityId: number) => Promise<T>

/** The house's own county, opened for a command that changes accounts: as the house itself, named in history. */
export async function openCounty(
  house: CommandHouse,
  reason: string,
): Promise<{ readonly db: Database; readonly work: <T>(work: CountyWork<T>) => Promise<T> }> {
  const authority = knownAuthorities.find(({ code }) => code === house.config.authorityCode)
  if (authority === undefined) {
    throw new Stop(
      `ALONGSIDE_AUTHORITY "${house.config.authorityCode}" is no English council that we know`,
      2,
    )
  }
  const db = await house.open()
  const actor = systemActor({ authorityId: authority.id, authorityCode: authority.code, reason })
  return { db, work: (work) => asActor(db, actor, (tx) => work(tx, authority.id)) }
}

/** The account that a command names; throws Stop where there is none. */
export async function namedAccount(tx: Tx, authorityId: number, email: string): Promise<Account> {
  const account = await findAccountByEmail(tx, authorityId, email.trim().toLowerCase())
  if (account === null) throw new Stop(`There is no account with the email address ${email}`)
  return account
}

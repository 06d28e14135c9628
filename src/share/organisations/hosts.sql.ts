import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'

/** Sets the addresses that lead to the actor's authority; the house's own to do, on the operator's word. */
export async function setHosts(tx: Tx, hosts: readonly string[]): Promise<void> {
  await sql`select set_authority_hosts(${[...hosts]}::text[])`.execute(tx)
}

/** Another authority to which one of these addresses leads already, by its code; null where there is none. */
export async function findHostsOwner(
  tx: Tx,
  of: { readonly not: number; readonly hosts: readonly string[] },
): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`
    select code from authority where id <> ${of.not} and hosts && ${[...of.hosts]}::text[] limit 1`.execute(
    tx,
  )
  return rows[0]?.code ?? null
}

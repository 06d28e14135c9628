import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** The authorities that have addresses of their own on the web, with those addresses. */
export function listAuthoritiesWithHosts(
  db: Database,
): Promise<readonly { readonly code: string; readonly hosts: readonly string[] }[]> {
  return db
    .selectFrom('authority')
    .select(['code', 'hosts'])
    .where(sql<boolean>`cardinality(hosts) > 0`)
    .orderBy('code')
    .execute()
}

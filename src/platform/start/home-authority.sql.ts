import type { Database } from '#platform/db/database.ts'
import { Stop } from '#platform/lib/errors.ts'
import type { HomeAuthority } from '#platform/web/house.ts'

/** The authority whose public door this server is; throws Stop where there is none of that code. */
export async function getHomeAuthority(db: Database, code: string): Promise<HomeAuthority> {
  const found = await db
    .selectFrom('authority')
    .select(['id', 'code', 'name', 'telephone'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (found === undefined)
    throw new Stop(
      `Settings: ALONGSIDE_AUTHORITY "${code}" is no English council that we know: give its name in lower case, like worcestershire`,
      2,
    )
  return found
}

import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Database } from '#platform/db/database.ts'
import { Stop } from '#platform/lib/errors.ts'
import type { HomeAuthority } from '#platform/web/house.ts'

/**
 * The authority whose public door this server is, with the number to ring: its own, else its
 * carers' hub's. Throws Stop where there is no authority of that code.
 */
export async function getHomeAuthority(db: Database, code: string): Promise<HomeAuthority> {
  const found = await db
    .selectFrom('authority')
    .select(['id', 'code', 'name', 'telephone'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (found === undefined) {
    const advice = 'give its name in lower case, like worcestershire'
    throw new Stop(
      `Settings: ALONGSIDE_AUTHORITY "${code}" is no English council that we know: ${advice}`,
      2,
    )
  }
  return { ...found, telephone: found.telephone ?? (await findHubTelephone(db, found)) }
}

async function findHubTelephone(
  db: Database,
  { id, code }: { id: number; code: string },
): Promise<string | null> {
  const actor = systemActor({ authorityId: id, authorityCode: code, reason: 'start' })
  const hub = await asActor(db, actor, (tx) =>
    tx
      .selectFrom('organisation')
      .select('telephone')
      .where('authorityId', '=', id)
      .where('kind', '=', 'hub')
      .where('telephone', 'is not', null)
      .orderBy('id')
      .executeTakeFirst(),
  )
  return hub?.telephone ?? null
}

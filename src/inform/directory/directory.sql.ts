import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import type { DirectoryFile, Found, FoundAtPlace } from './directory.ts'
import type { Point } from './distance.rules.ts'

export type Wanted = {
  readonly authorityId: number
  /** One of the needs; null for anything. */
  readonly need: string | null
  /** Only what is for this kind of carer; null for all. */
  readonly kind: string | null
}

const found = sql`
  s.id as service_id, s.name, o.name as organisation, s.about, s.minimum_age, s.maximum_age, s.cost,
  s.telephone, coalesce(s.website, o.website) as website, s.opens, s.checked_on, s.source, s.invented`

const isWanted = ({ authorityId, need, kind }: Wanted) => sql`
  s.authority_id = ${authorityId} and s.active
  and (${need}::text is null or s.needs @> array[${need}]::text[])
  and (${kind}::text is null or s.for_kinds @> array[${kind}]::text[])`

/** Services at places, the nearest first; haversine as in `distance.rules.ts`. */
export async function listNear(
  tx: Tx,
  of: Wanted & { readonly at: Point; readonly limit: number },
): Promise<readonly FoundAtPlace[]> {
  const { latitude, longitude } = of.at
  const { rows } = await sql<FoundAtPlace>`
    select ${found}, l.name as place, l.address, l.town, l.postcode, l.exact, a.meets,
           2 * 3958.8 * asin(least(1, sqrt(
             power(sin(radians(l.latitude - ${latitude}) / 2), 2)
             + cos(radians(${latitude})) * cos(radians(l.latitude))
               * power(sin(radians(l.longitude - ${longitude}) / 2), 2)))) as miles
      from directory_service s
      join directory_organisation o on o.authority_id = s.authority_id and o.id = s.organisation_id
      join directory_service_at_location a on a.authority_id = s.authority_id and a.service_id = s.id
      join directory_location l on l.authority_id = a.authority_id and l.id = a.location_id
     where ${isWanted(of)}
     order by miles, s.name, s.id
     limit ${of.limit}`.execute(tx)
  return rows
}

/** How many there are in all, near and far. */
export async function countPlaced(tx: Tx, of: Wanted): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
      from directory_service s
      join directory_service_at_location a on a.authority_id = s.authority_id and a.service_id = s.id
     where ${isWanted(of)}`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

/** Services without a place: by telephone or online, for everyone; those of the county first. */
export async function listEverywhere(tx: Tx, of: Wanted): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select ${found}
      from directory_service s
      join directory_organisation o on o.authority_id = s.authority_id and o.id = s.organisation_id
     where ${isWanted(of)}
       and not exists (select from directory_service_at_location a
                        where a.authority_id = s.authority_id and a.service_id = s.id)
     order by s.checked_on is null, s.name, s.id`.execute(tx)
  return rows
}

export type Town = Point & { readonly town: string }

/** The towns and villages in which something is, each with the middle of its places. */
export async function listTowns(tx: Tx, authorityId: number): Promise<readonly Town[]> {
  const { rows } = await sql<Town>`
    select town, avg(latitude) as latitude, avg(longitude) as longitude
      from directory_location where authority_id = ${authorityId}
     group by town order by town`.execute(tx)
  return rows
}

/** The name of the council whose directory it is. */
export async function getAuthorityName(tx: Tx, authorityId: number): Promise<string> {
  const { name } = await tx
    .selectFrom('authority')
    .select('name')
    .where('id', '=', authorityId)
    .executeTakeFirstOrThrow()
  return name
}

/** Puts a directory's entries in, or in place of what stood under the same ids. */
export async function upsertDirectory(
  tx: Tx,
  authorityId: number,
  file: DirectoryFile,
): Promise<void> {
  for (const row of file.organisations) {
    await tx
      .insertInto('directoryOrganisation')
      .values({ authorityId, ...row })
      .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doUpdateSet(row))
      .execute()
  }
  for (const row of file.locations) {
    await tx
      .insertInto('directoryLocation')
      .values({ authorityId, ...row })
      .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doUpdateSet(row))
      .execute()
  }
  for (const { places, ...row } of file.services) {
    await tx
      .insertInto('directoryService')
      .values({ authorityId, ...row })
      .onConflict((conflict) => conflict.columns(['authorityId', 'id']).doUpdateSet(row))
      .execute()
    await replacePlaces(tx, { authorityId, serviceId: row.id, places })
  }
}

async function replacePlaces(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly serviceId: string
    readonly places: DirectoryFile['services'][number]['places']
  },
): Promise<void> {
  const { authorityId, serviceId, places } = of
  const kept = places.map(({ locationId }) => locationId)
  await sql`delete from directory_service_at_location
     where authority_id = ${authorityId} and service_id = ${serviceId}
       and location_id <> all (${kept}::uuid[])`.execute(tx)
  for (const place of places) {
    await tx
      .insertInto('directoryServiceAtLocation')
      .values({ authorityId, serviceId, ...place, id: newId() })
      .onConflict((conflict) =>
        conflict
          .columns(['authorityId', 'serviceId', 'locationId'])
          .doUpdateSet({ meets: place.meets }),
      )
      .execute()
  }
}

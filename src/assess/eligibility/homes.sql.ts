import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

export type CaredForHome = {
  readonly name: string | null
  readonly districtCode: string | null
}

/**
 * The district in which each adult lives whom the carer looks after now; the carer's own where they
 * live together, which is all that is known of someone who stays nameless. Children are left out:
 * care for them is not care for an adult.
 */
export function listCaredForHomes(
  tx: Tx,
  carerId: string,
  today: IsoDate,
): Promise<CaredForHome[]> {
  return tx
    .selectFrom('caring')
    .innerJoin('person as carer', (join) =>
      join
        .onRef('carer.authorityId', '=', 'caring.authorityId')
        .onRef('carer.id', '=', 'caring.carerId'),
    )
    .leftJoin('person as other', (join) =>
      join
        .onRef('other.authorityId', '=', 'caring.authorityId')
        .onRef('other.id', '=', 'caring.caredForId'),
    )
    .select(sql<string | null>`other.given_name || ' ' || other.family_name`.as('name'))
    .select(
      sql<string | null>`coalesce(other.district_code,
        case when caring.lives_together then carer.district_code end)`.as('districtCode'),
    )
    .where('caring.carerId', '=', carerId)
    .where('caring.until', 'is', null)
    .where('other.diedOn', 'is', null)
    .where((where) =>
      where.or([
        where('other.dateOfBirth', 'is', null),
        where('other.dateOfBirth', '<=', sql<string>`(${today}::date - interval '18 years')::date`),
      ]),
    )
    .orderBy('caring.since')
    .orderBy('caring.id')
    .execute()
}

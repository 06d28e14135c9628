import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { statement } from '#platform/db/statement.ts'
import type { Attendance, SupportGroup } from './group.ts'

const here = sql<number>`actor_authority()`

/** The support groups of the authority, by town and name. */
export async function listGroups(tx: Tx): Promise<readonly SupportGroup[]> {
  return tx
    .selectFrom('supportGroup')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.authorityId', '=', 'supportGroup.authorityId')
        .onRef('organisation.id', '=', 'supportGroup.organisationId'),
    )
    .select(['supportGroup.id', 'supportGroup.name', 'supportGroup.town', 'meets'])
    .select(['supportGroup.active', 'organisation.name as organisation'])
    .where('supportGroup.authorityId', '=', here)
    .orderBy('supportGroup.town')
    .orderBy('supportGroup.name')
    .execute()
}

/** What a person attended, the latest first. */
export const listAttendancesOf = statement((tx, personId: string) =>
  tx
    .selectFrom('attendance')
    .select(['id', 'kind', 'name', 'heldOn', 'venue', 'hours'])
    .where('authorityId', '=', here)
    .where('personId', '=', personId)
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .$castTo<Attendance>(),
)

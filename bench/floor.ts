import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Room } from '#platform/room.ts'

/** The least that a page could cost: one primary-key select by the same server and pool, without frame, actor or log. */
export function floorRoom(database: () => Database): Room {
  return {
    name: 'floor',
    api: [
      {
        method: 'GET',
        path: '/api/floor',
        summary: 'One primary-key select',
        tag: 'Benchmark',
        may: 'anyone',
        answer: z.object({ name: z.string() }),
        run: async () =>
          database()
            .selectFrom('authority')
            .select('name')
            .where('id', '=', knownAuthorities[0]!.id)
            .executeTakeFirstOrThrow(),
      },
      {
        method: 'POST',
        path: '/api/floor-row',
        summary: 'One plain insert of a row as wide as a referral',
        tag: 'Benchmark',
        may: 'anyone',
        answer: z.object({}),
        run: async () => {
          await insertPlainRow(database())
          return {}
        },
      },
    ],
  }
}

/** A referral's row, into a table without a key, a policy or a trigger. */
async function insertPlainRow(db: Database): Promise<void> {
  const told = JSON.stringify({
    givenName: 'Margaret',
    familyName: 'Benchmark',
    telephone: '01632 960287',
  })
  await sql`
    insert into bench_row (authority_id, id, reference, kind, door, carer_agreed, agreed_how, share_outcome, told,
                           received_on, received_at, source, state)
    values (${knownAuthorities[0]!.id}, ${newId()}, 'REF-00000-0', 'adult_carer', 'practice', true, 'spoken', true, ${told},
            '2099-01-01', now(), 'gp', 'new')`.execute(db)
}

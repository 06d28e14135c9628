import { z } from 'zod'
import type { Database } from '#platform/db/database.ts'
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
    ],
  }
}

import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

export async function listDemoSteps(db: Database): Promise<ReadonlySet<string>> {
  const steps = await db.selectFrom('demoStep').select('room').execute()
  return new Set(steps.map(({ room }) => room))
}

export async function insertDemoStep(db: Database, room: string): Promise<void> {
  await db
    .insertInto('demoStep')
    .values({ room })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Runs `work` while no other process runs any in the same database. */
export function oneAtATime<T>(db: Database, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(hashtext('alongside demo'))`.execute(held)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(hashtext('alongside demo'))`.execute(held)
    }
  })
}

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

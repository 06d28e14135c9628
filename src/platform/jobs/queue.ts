import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Job } from '#platform/room.ts'

export const queueSchema = 'jobs'

const queueRules = { policy: 'short', retryLimit: 3, retryBackoff: true, retryDelay: 5 } as const

/**
 * Makes or updates the queue's own tables, as the owner, and lets the application use them. Under a
 * lock, because two servers may start side by side on one database.
 */
export async function prepareQueue(ownerUrl: string, jobs: readonly Job[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('alongside queue'))`)
    await makeQueues(ownerUrl, jobs)
    await client.query(`grant usage on schema ${queueSchema} to alongside_app;
      grant select, insert, update, delete on all tables in schema ${queueSchema} to alongside_app;
      grant usage on all sequences in schema ${queueSchema} to alongside_app;
      grant execute on all functions in schema ${queueSchema} to alongside_app`)
  } finally {
    await client.end()
  }
}

async function makeQueues(ownerUrl: string, jobs: readonly Job[]): Promise<void> {
  const settings = { schema: queueSchema, schedule: false, supervise: false, max: 2 }
  const boss = new PgBoss({ connectionString: ownerUrl, ...settings })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    const known = new Set((await boss.getQueues()).map(({ name }) => name))
    const plans = new Set((await boss.getSchedules()).map(({ name, cron }) => `${name} ${cron}`))
    for (const { queue, every } of jobs) {
      if (!known.has(queue)) await boss.createQueue(queue, queueRules)
      if (every === undefined || plans.has(`${queue} ${every}`)) continue
      await boss.schedule(queue, every, {}, { tz: 'Europe/London' })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

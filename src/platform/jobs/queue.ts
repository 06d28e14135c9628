import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Job } from '#platform/room.ts'

export const queueSchema = 'jobs'

/** Makes or updates the queue's own tables, as the owner, and lets the application use them. */
export async function prepareQueue(ownerUrl: string, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    schedule: false,
    supervise: false,
    max: 2,
  })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    const known = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const { queue } of jobs) {
      if (!known.has(queue))
        await boss.createQueue(queue, {
          policy: 'short',
          retryLimit: 3,
          retryBackoff: true,
          retryDelay: 5,
        })
    }
    const plans = new Set((await boss.getSchedules()).map(({ name, cron }) => `${name} ${cron}`))
    for (const { queue, every } of jobs) {
      if (every !== undefined && !plans.has(`${queue} ${every}`))
        await boss.schedule(queue, every, {}, { tz: 'Europe/London' })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await grantQueue(ownerUrl)
}

async function grantQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`grant usage on schema ${queueSchema} to alongside_app;
      grant select, insert, update, delete on all tables in schema ${queueSchema} to alongside_app;
      grant usage on all sequences in schema ${queueSchema} to alongside_app;
      grant execute on all functions in schema ${queueSchema} to alongside_app`)
  } finally {
    await client.end()
  }
}

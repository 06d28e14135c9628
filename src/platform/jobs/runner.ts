import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Job, JobHouse } from '#platform/room.ts'
import { queueSchema } from './queue.ts'
import { wakeChannel } from './wake.sql.ts'

export type Runner = { readonly stop: () => Promise<void> }

type Log = (entry: Record<string, unknown>, words: string) => void

/** Runs the rooms' jobs: by the clock, and when a transaction wakes them. */
export async function runJobs(
  appUrl: string,
  jobs: readonly Job[],
  house: JobHouse,
  log: Log,
): Promise<Runner> {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    max: 3,
  })
  boss.on('error', (error) => log({ err: error }, 'the job queue met an error'))
  await boss.start()
  for (const job of jobs) {
    await boss.work(job.queue, { pollingIntervalSeconds: 2, batchSize: 1 }, async ([entry]) => {
      const started = performance.now()
      await job.run(house, entry?.data)
      log({ job: job.queue, ms: Math.round(performance.now() - started) }, 'a job ran')
    })
  }
  const known = new Set(jobs.map(({ queue }) => queue))
  const listener = await listen(appUrl, (queue) => {
    if (known.has(queue))
      boss
        .send(queue, {})
        .catch((error: unknown) => log({ err: error }, 'a job could not be woken'))
  })
  return {
    stop: async () => {
      await listener.end().catch(() => undefined)
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

async function listen(url: string, heard: (queue: string) => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  // Without it jobs still run by the clock.
  client.on('error', () => undefined)
  client.on('notification', ({ payload }) => heard(payload ?? ''))
  await client.connect()
  await client.query(`listen ${wakeChannel}`)
  return client
}

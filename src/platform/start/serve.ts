import type { FastifyInstance } from 'fastify'
import type { Config } from '#config.ts'
import { type Clock, londonClock } from '#platform/lib/dates.ts'
import { Stop } from '#platform/lib/errors.ts'
import { runJobs } from '#platform/jobs/runner.ts'
import type { Room } from '#platform/room.ts'
import { jobsOf, type House, type SessionReader } from '#platform/web/house.ts'
import { buildServer } from '#platform/web/server.ts'
import { loadDemo } from './demo.ts'
import { configAt, doorsOf } from './doors.ts'
import { getHomeAuthority } from './home-authority.sql.ts'
import { openStore } from './open-store.ts'

export type Running = { readonly address: string; readonly stop: () => Promise<void> }

type Start = {
  readonly config: Config
  readonly rooms: readonly Room[]
  readonly readSession: SessionReader
  readonly say: (line: string) => void
  readonly clock?: Clock
  readonly log?: House['log']
  readonly requestsPerMinute?: number
}

/**
 * Opens the database, loads the demo county where it is wanted and new, runs the jobs and listens.
 * What was opened is closed again in reverse order, also when a later step fails.
 */
export async function serve({
  config,
  rooms,
  readSession,
  say,
  clock = londonClock,
  log = config.demo ? 'warn' : 'info',
  ...more
}: Start): Promise<Running> {
  const closers: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close()
  }
  try {
    const jobs = jobsOf(rooms)
    const store = await openStore(config, jobs, say)
    closers.push(store.close)
    const settled = { ...config, secret: store.secret }
    const jobHouse = { db: store.db, config: settled, clock }
    if (config.demo) await loadDemo(rooms, jobHouse, say)
    const authority = await getHomeAuthority(store.db, config.authorityCode)
    const house: House = {
      rooms,
      db: store.db,
      config: configAt(settled, authority.code),
      doors: doorsOf({ db: store.db, config: settled, home: authority }),
      clock,
      readSession,
      authority,
      log,
      ...more,
    }
    const app = await buildServer(house)
    closers.push(() => app.close())
    const runner = await runJobs(store.url, jobs, jobHouse, (entry, words) =>
      app.log.info(entry, words),
    )
    closers.push(runner.stop)
    return { address: await listen(app, config), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Stop(`Port ${port} is taken by another program: stop it, or set PORT to another`)
    if (code === 'EACCES')
      throw new Stop(`Port ${port} is not allowed for this user: set PORT to one above 1023`)
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
      throw new Stop(`HOST ${host} is no address of this machine`)
    throw error
  }
}

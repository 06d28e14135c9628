import type { Config } from '#config.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { keptSecret } from '#platform/db/data-folder.ts'
import { hasEmbedded, openEmbedded } from '#platform/db/embedded.ts'
import { appUrl, isMigrated, migrate } from '#platform/db/migrate.ts'
import { prepareQueue } from '#platform/jobs/queue.ts'
import type { Job } from '#platform/room.ts'

export type Store = {
  readonly db: Database
  /** The application's own login, for the queue's connections. */
  readonly url: string
  readonly ownerUrl: string
  readonly secret: string
  /** Whether this start brought an empty database into being. */
  readonly fresh: boolean
  readonly close: () => Promise<void>
}

/**
 * The database, running, migrated and open as the application: the embedded one, started where it
 * does not run, or the one of DATABASE_URL. Throws Stop with one readable line.
 */
export async function openStore(
  config: Config,
  jobs: readonly Job[],
  say: (line: string) => void = () => undefined,
): Promise<Store> {
  const embedded = config.databaseUrl === null
  if (embedded && !hasEmbedded(config.dataFolder)) say('Making the database …')
  const server = embedded ? await openEmbedded(config.dataFolder) : null
  const ownerUrl = server?.url ?? config.databaseUrl ?? ''
  const letGo = async (): Promise<void> => server?.stop({ onlyIfAlone: true })
  try {
    const applied = await migrate(ownerUrl)
    if (applied.length > 0) say(`Brought the database up to date (${applied.length} steps).`)
    if (jobs.length > 0) await prepareQueue(ownerUrl, jobs)
    return await opened(config, ownerUrl, applied.length > 0, letGo)
  } catch (error) {
    await letGo()
    throw error
  }
}

/** The database only if one is there with tables in it; makes and changes no row and no table. */
export async function openStoreIfThere(config: Config): Promise<Store | null> {
  if (config.databaseUrl === null && !hasEmbedded(config.dataFolder)) return null
  const server = config.databaseUrl === null ? await openEmbedded(config.dataFolder) : null
  const ownerUrl = server?.url ?? config.databaseUrl ?? ''
  const letGo = async (): Promise<void> => server?.stop({ onlyIfAlone: true })
  if (!(await isMigrated(ownerUrl))) {
    await letGo()
    return null
  }
  return opened(config, ownerUrl, false, letGo)
}

async function opened(
  config: Config,
  ownerUrl: string,
  fresh: boolean,
  letGo: () => Promise<void>,
): Promise<Store> {
  const secret = config.secret ?? keptSecret(config.dataFolder, 'secret')
  const url = await appUrl(ownerUrl, secret)
  const db = openDatabase(url)
  const close = async (): Promise<void> => {
    await db.destroy()
    await letGo()
  }
  return { db, url, ownerUrl, secret, fresh, close }
}

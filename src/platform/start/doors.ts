import type { Config } from '#config.ts'
import type { Database } from '#platform/db/database.ts'
import type { Door, Doors, HomeAuthority } from '#platform/web/house.ts'
import { listAuthoritiesWithHosts } from './doors.sql.ts'
import { getHomeAuthority } from './home-authority.sql.ts'

/** So long an address that was set or taken away may be unknown to a running server. */
const keptMilliseconds = 10_000

/**
 * Which authority's door each address on the web leads to. Where no authority has an address of its
 * own, every address leads to the server's own authority; else only the addresses that were set do,
 * and the one of ALONGSIDE_URL.
 */
export function doorsOf({
  db,
  config,
  home,
}: {
  readonly db: Database
  readonly config: Config
  readonly home: HomeAuthority
}): Doors {
  const kept = new Map<string, Door>()
  const own = { authority: home, config: configAt(config, home.code) }
  let hosts: ReadonlyMap<string, string> = new Map()
  let readAt = Number.NEGATIVE_INFINITY

  async function read(): Promise<void> {
    if (performance.now() - readAt < keptMilliseconds) return
    const listed = await listAuthoritiesWithHosts(db)
    hosts = new Map(listed.flatMap((each) => each.hosts.map((host) => [host, each.code] as const)))
    readAt = performance.now()
    kept.clear()
  }

  return {
    at: async (hostname) => {
      await read()
      if (hosts.size === 0) return { door: own, several: false }
      const host = hostname.toLowerCase()
      const code = hosts.get(host)
      if (code === undefined)
        return { door: host === new URL(config.url).hostname ? own : null, several: true }
      const door = kept.get(host) ?? {
        authority: code === home.code ? home : await getHomeAuthority(db, code),
        config: configAt(config, code, host),
      }
      kept.set(host, door)
      return { door, several: true }
    },
    addresses: () => [...hosts.keys()].map((host) => urlAt(config, host)),
  }
}

/** The settings as they hold at one authority's door: its address, and single sign-on where it is its own. */
export function configAt(config: Config, code: string, host?: string): Config {
  return {
    ...config,
    url: host === undefined ? config.url : urlAt(config, host),
    oidc: config.oidc?.authorityCode === code ? config.oidc : null,
  }
}

function urlAt(config: Config, host: string): string {
  const url = new URL(config.url)
  url.hostname = host
  return url.origin
}

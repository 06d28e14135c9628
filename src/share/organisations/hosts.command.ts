import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { Stop } from '#platform/lib/errors.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Command } from '#platform/room.ts'
import { findHostsOwner, setHosts } from './hosts.sql.ts'

const usage = 'authority hosts AUTHORITY [HOST …]'

const shape = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/** `alongside authority hosts`: the addresses on the web that lead to an authority's door. */
export const hostsCommand: Command = {
  name: 'authority hosts',
  usage,
  about: 'Sets the host names that lead to an authority, where several share a server.',
  run: async (house, words) => {
    const [code, ...typed] = words
    const authority = knownAuthorities.find((each) => each.code === code)
    if (authority === undefined)
      throw new Stop(
        `Say whose addresses: an authority like worcestershire\n  alongside ${usage}`,
        2,
      )
    const hosts = typed.map((host) => host.toLowerCase())
    const wrong = hosts.find((host) => !shape.test(host))
    if (wrong !== undefined)
      throw new Stop(`"${wrong}" is no host name: leave out https:// and what follows the name`, 2)
    const actor = systemActor({
      authorityId: authority.id,
      authorityCode: authority.code,
      reason: 'authority hosts',
    })
    await asActor(await house.open(), actor, async (tx) => {
      const owner = await findHostsOwner(tx, { not: authority.id, hosts })
      if (owner !== null) throw new Stop(`One of these leads to ${owner} already`)
      await setHosts(tx, hosts)
    })
    house.print(
      hosts.length === 0
        ? `${authority.name} has no address of its own now.`
        : `${hosts.join(', ')} ${hosts.length === 1 ? 'leads' : 'lead'} to ${authority.name}.`,
    )
    return 0
  },
}

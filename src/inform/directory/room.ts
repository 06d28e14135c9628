import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Room } from '#platform/room.ts'
import { directoryApi } from './directory.api.ts'
import { upsertDirectory } from './directory.sql.ts'
import { clubsPage, findHelpPage } from './pages/find-help.ts'
import { demoDirectory } from './seed.ts'

export const directory: Room = {
  name: 'directory',
  pages: [findHelpPage, clubsPage],
  api: [directoryApi],
  demo: {
    order: 15,
    says: 'Filling the directory of support …',
    load: async ({ db }) => {
      const authority = knownAuthorities.find(({ code }) => code === 'worcestershire')
      if (authority === undefined) return
      const house = systemActor({
        authorityId: authority.id,
        authorityCode: authority.code,
        reason: 'demo directory',
      })
      await asActor(db, house, (tx) => upsertDirectory(tx, authority.id, demoDirectory()))
    },
  },
}

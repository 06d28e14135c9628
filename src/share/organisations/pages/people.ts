import { z } from 'zod'
import { page, show } from '#platform/web/page.ts'
import { administrators } from '../administrator.ts'
import { listOrganisations } from '../organisations.sql.ts'
import { countPeople, listPeople } from '../people.sql.ts'
import { peopleView } from './people.view.ts'

const query = z.object({
  q: z.string().trim().max(100).catch(''),
  at: z.coerce.number().int().positive().nullable().catch(null),
  closed: z.enum(['1']).optional().catch(undefined),
})

const most = 200

/** Everybody who works here, by name; filters stand in the address. */
export const peoplePage = page({
  path: '/admin/people',
  door: 'workspace',
  may: administrators,
  query,
  get: ({ actor: { authorityId }, query: { q, at, closed }, clock, asActor }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const sought = {
        authorityId,
        today,
        words: q,
        organisationId: at,
        closed: closed !== undefined,
      }
      const organisations = await listOrganisations(tx, { authorityId, today })
      const people = await listPeople(tx, { ...sought, limit: most })
      return show(
        peopleView({ ...sought, organisations, people, total: await countPeople(tx, sought) }),
      )
    }),
})

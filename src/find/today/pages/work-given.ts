import { z } from 'zod'
import type { Gathered } from '#platform/room.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { getGiven } from '../give-work.sql.ts'
import { givenView } from './give-work.view.ts'

/** Says what was given to whom, and what could not be. */
export function workGivenPage({ waiting }: Gathered): Page {
  return page({
    path: '/waiting/given/:id',
    door: 'workspace',
    may: ['manager'],
    params: z.object({ id: idParam }),
    get: ({ params, asActor }) =>
      asActor(async (tx) => {
        const given = await getGiven(tx, params.id)
        const title = `Given to ${given.worker}`
        return show({ title, current: '/waiting', main: givenView(given, waiting) })
      }),
  })
}

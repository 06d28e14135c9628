import { z } from 'zod'
import { page, show } from '#platform/web/page.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { countCarersOf } from '#people/persons/involvements.sql.ts'
import { listCarersOf } from '../carers.sql.ts'
import { myCarersView } from './my-carers.view.ts'

const perPage = 50

const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })

/** The carers whose named worker the actor is. */
export const myCarersPage = page({
  path: '/my-carers',
  door: 'workspace',
  may: caseworkers,
  query,
  get: ({ query: { page: number }, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const workerId = actor.accountId ?? ''
      const carers = await listCarersOf(tx, {
        workerId,
        offset: (number - 1) * perPage,
        limit: perPage,
      })
      return show({
        title: 'My carers',
        current: '/my-carers',
        wide: true,
        main: myCarersView({
          carers,
          total: await countCarersOf(tx, workerId),
          page: number,
          perPage,
          today: clock.today(),
        }),
      })
    }),
})

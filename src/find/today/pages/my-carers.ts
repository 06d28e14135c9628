import { z } from 'zod'
import { page, show } from '#platform/web/page.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { carersFilter } from '../carers-filter.ts'
import { countListed, listCarersOf } from '../carers.sql.ts'
import { listSavedFilters } from '../saved-filters.sql.ts'
import { myCarersView } from './my-carers.view.ts'

const perPage = 50

const query = carersFilter.extend({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** The carers whose named worker the actor is, filtered and ordered by the address. */
export const myCarersPage = page({
  path: '/my-carers',
  door: 'workspace',
  may: caseworkers,
  query,
  get: ({ query: { page: number, ...filter }, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const of = { workerId: actor.accountId ?? '', filter, today }
      const [carers, total, saved] = await Promise.all([
        listCarersOf(tx, { ...of, offset: (number - 1) * perPage, limit: perPage }),
        countListed(tx, of),
        listSavedFilters(tx, actor),
      ])
      return show({
        title: 'My carers',
        current: '/my-carers',
        wide: true,
        main: myCarersView({ carers, total, filter, saved, page: number, perPage, today }),
      })
    }),
})

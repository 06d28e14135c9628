import { z } from 'zod'
import { html } from '#platform/lib/html.ts'
import { workList } from '#platform/govuk/own/work-list.ts'
import { page, show } from '#platform/web/page.ts'
import { deciders } from '../deciders.ts'
import { countOpenPairs, listOpenPairs } from '../pairs.sql.ts'

const perPage = 25

/** Records that may be one person twice, the likeliest first. */
export const pairsPage = page({
  path: '/duplicates',
  door: 'workspace',
  may: deciders,
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  get: ({ asActor, actor, query }) =>
    asActor(async (tx) => {
      const { authorityId } = actor
      const pairs = await listOpenPairs(tx, {
        authorityId,
        offset: (query.page - 1) * perPage,
        limit: perPage,
      })
      const total = await countOpenPairs(tx, authorityId)
      const items = pairs.map(({ id, name, otherName, parts, points }) => ({
        title: name === otherName ? name : `${name} and ${otherName}`,
        href: `/duplicates/${id}`,
        detail: parts
          .slice(0, 3)
          .map(({ words }) => words)
          .join('; '),
        due: points === null ? '' : `${points} points`,
      }))
      const more =
        query.page * perPage < total
          ? { text: 'Later pairs', href: `/duplicates?page=${query.page + 1}` }
          : undefined
      return show({
        title: 'Duplicates to decide',
        current: '/today',
        main: html`<h1 class="govuk-heading-l">Duplicates to decide</h1>
          <p class="govuk-body">
            Each is two records that may be about one person. Look at both; what you decide is not
            asked again, and a join can be undone.
          </p>
          ${workList({ title: 'Likeliest first', items, total, more, empty: 'There is nothing to decide.' })}`,
      })
    }),
})

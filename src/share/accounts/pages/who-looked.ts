import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukPagination } from '#platform/govuk/pagination.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { countLooks, listLooks } from '../looks.sql.ts'
import { lookList } from '../looks.view.ts'

const perPage = 30

/** Everybody who looked at the carer's record: theirs to know without asking (UK GDPR, article 15). */
export const whoLookedPage = page({
  path: '/my/who-looked',
  door: 'carer',
  may: ['carer'],
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  get: ({ actor, asActor, query }) =>
    asActor(async (tx) => {
      const { personId, authorityId, accountId } = actor
      if (personId === null) throw new NotFound('record')
      const whose = { authorityId, personId, accountId }
      const total = await countLooks(tx, whose)
      const looks = await listLooks(tx, {
        ...whose,
        offset: (query.page - 1) * perPage,
        limit: perPage,
      })
      return show({
        title: 'Who looked at your record',
        before: govukBackLink({ text: 'Back', href: '/my' }),
        main: html`<h1 class="govuk-heading-l">Who looked at your record</h1>
          <p class="govuk-body">
            Everybody who opens your record is written down here. Only people who work with you, or
            whom you agreed to, can open it. If you do not know why somebody looked, ask us.
          </p>
          ${looks.length === 0 ? html`<p class="govuk-body">Nobody has looked at your record here yet.</p>` : lookList(looks)}
          ${pages(query.page, Math.ceil(total / perPage))}`,
      })
    }),
})

function pages(at: number, last: number): Html {
  if (last < 2) return nothing
  const to = (number: number) => ({ href: `/my/who-looked?page=${number}` })
  return govukPagination({
    ...(at > 1 ? { previous: to(at - 1) } : {}),
    ...(at < last ? { next: to(at + 1) } : {}),
    items: Array.from({ length: last }, (_, index) => ({
      ...to(index + 1),
      number: index + 1,
      current: index + 1 === at,
    })),
  })
}

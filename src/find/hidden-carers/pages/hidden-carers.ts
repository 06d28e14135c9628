import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import { workList } from '#platform/govuk/own/work-list.ts'
import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { answerPath, findPrompts } from '../find-prompts.ts'
import { listWorthALook } from '../surroundings.sql.ts'

/** How many people are looked at for one page. */
const looked = 300
const shown = 100

/** Where a carer may be hidden, around a worker's own carers or around all of the organisation's. */
export const hiddenCarersPage = page({
  path: '/hidden-carers',
  door: 'workspace',
  may: caseworkers,
  query: z.object({ all: z.literal('yes').optional().catch(undefined) }),
  get: ({ asActor, actor, clock, query }) =>
    asActor(async (tx) => {
      const manager = holds(actor, 'manager')
      const all = manager && query.all === 'yes'
      const { organisationIds } = actor
      const accountId = all ? null : actor.accountId
      const ids =
        accountId === null && !all
          ? []
          : await listWorthALook(tx, { accountId, organisationIds, limit: looked })
      const prompts = await findPrompts(tx, ids, clock.today())
      return show({
        title: 'Hidden carers',
        current: '/today',
        main: html`<h1 class="govuk-heading-l">Hidden carers</h1>
          <p class="govuk-body">
            Around the people ${all ? 'our' : 'your'} carers look after there may be carers nobody
            knows. Ask, and write down what came of it: it is not asked again.
          </p>
          ${
            manager
              ? html`<p class="govuk-body">
                  <a class="govuk-link" href="/hidden-carers${all ? '' : '?all=yes'}"
                    >${all ? 'Only around my own carers' : 'Around all our carers'}</a
                  >
                </p>`
              : html``
          }
          ${workList({
            title: 'To look into',
            items: prompts.slice(0, shown).map((prompt) => ({
              title: prompt.name,
              href: `/carers/${prompt.personId}`,
              detail: html`${prompt.words}
                <a class="govuk-link" href="${answerPath(prompt)}"
                  >I looked into it<span class="govuk-visually-hidden">: ${prompt.words}</span></a
                >`,
              due: '',
            })),
            total: prompts.length,
            empty: 'There is nothing to look into.',
          })}`,
      })
    }),
})

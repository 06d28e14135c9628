import { z } from 'zod'
import { page, show } from '#platform/web/page.ts'
import { periodFrom, periodQuery } from '../period.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { compareSenders, kindsOfSenders } from '../comparison.rules.ts'
import { findSendersLike, listOrganisations } from '../comparison.sql.ts'
import { countSent, listSent, type SpanOfDays } from '../sent-referrals.sql.ts'
import { getReckoning } from '../../referral-clock/targets.sql.ts'
import { sentReferralsView } from './sent-referrals.view.ts'

const perPage = 50

const query = z.object({
  ...periodQuery,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** What an organisation sent, what became of it, and its counts for any period. */
export const sentReferralsPage = page({
  path: '/referrals/sent',
  door: 'partner',
  may: ['referrer'],
  query,
  get: ({ query: asked, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const period = periodFrom(asked, today)
      const head = { title: 'Referrals you sent', current: '/referrals/sent' }
      if (!period.ok) {
        const state = {
          typed: { from: asked.from ?? '', to: asked.to ?? '' },
          faults: period.error,
        }
        return show({
          ...head,
          hasErrors: true,
          main: sentReferralsView({ state, today, found: null }),
        })
      }
      const span = period.value
      const found = {
        counts: await countSent(tx, span),
        comparisons: await comparisonsFor(tx, actor, span),
        referrals: await listSent(tx, {
          ...span,
          offset: (asked.page - 1) * perPage,
          limit: perPage,
        }),
        reckoning: await getReckoning(tx),
        page: asked.page,
        perPage,
      }
      const state = { typed: { ...period.value }, faults: [] }
      return show({ ...head, main: sentReferralsView({ state, today, found }) })
    }),
})

/** How each organisation of the actor's stands beside others of its kind. */
async function comparisonsFor(tx: Tx, { organisationIds }: Actor, span: SpanOfDays) {
  const comparisons = []
  for (const { id, name, kind } of await listOrganisations(tx, organisationIds)) {
    const of = { ...span, organisationId: id }
    const { sent } = await countSent(tx, of)
    const like = await findSendersLike(tx, of)
    comparisons.push({ name, ...compareSenders(sent, like, kindsOfSenders[kind] ?? 'senders') })
  }
  return comparisons
}

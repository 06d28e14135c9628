import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import { page, show } from '#platform/web/page.ts'
import { getReckoning } from '../../referral-clock/targets.sql.ts'
import { countPassedOn, listPassedOn } from '../passings.sql.ts'
import { countByState, listReferrals } from '../referrals.sql.ts'
import type { ReferralState } from '../referral.ts'
import { triagers } from '../triagers.ts'
import { referralsView } from './referrals.view.ts'

const perPage = 50

/** The lists that referrals stand in, by the word in the address. */
export const referralLists = {
  waiting: ['new', 'asked'],
  accepted: ['accepted'],
  declined: ['declined'],
  closed: ['closed'],
  passed: [],
} as const satisfies Readonly<Record<string, readonly ReferralState[]>>

export type ReferralList = keyof typeof referralLists

const query = z.object({
  show: z.enum(['waiting', 'accepted', 'declined', 'closed', 'passed']).catch('waiting'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** Referrals to the actor's organisations, those to triage first. */
export const referralsPage = page({
  path: '/referrals',
  door: 'workspace',
  may: triagers,
  query,
  get: ({ query: { show: list, page: number }, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const part = { actor, offset: (number - 1) * perPage, limit: perPage }
      const states = referralLists[list]
      const newestFirst = list !== 'waiting'
      const passed = list === 'passed' ? await listPassedOn(tx, part) : []
      const referrals =
        passed.length > 0 || states.length === 0
          ? []
          : await listReferrals(tx, { ...part, states, newestFirst })
      return show({
        title: 'Referrals',
        current: '/referrals',
        wide: true,
        main: referralsView({
          list,
          referrals,
          passed,
          counts: await countByState(tx, actor),
          sets: holds(actor, 'manager'),
          passedOn: await countPassedOn(tx, actor),
          page: number,
          perPage,
          today: clock.today(),
          reckoning: await getReckoning(tx),
        }),
      })
    }),
})

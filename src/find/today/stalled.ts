import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import type { TodayItem, TodaySource } from '#platform/room.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { getEveryReckoning } from '../referral-clock/targets.sql.ts'
import { listStalled, quietSteps, type Stalled } from './stalled.sql.ts'
import { withClock } from './waiting-clock.rules.ts'

/** What the night has put on the manager's list: a step of the pathway is past its day. */
export function stalledSteps(among: readonly WaitingSource[]): TodaySource {
  const sources = quietSteps(among)
  return {
    kind: 'stalled-step',
    label: 'Steps that have stalled',
    may: ['manager'],
    list: async (tx, { actor, today, limit }) => {
      const reckoning = await getEveryReckoning(tx)
      const of = { sources, among, reckoning, actor, today, limit }
      const { stalled, total } = await listStalled(tx, of)
      const items = stalled.map((each) => {
        const dueOn = withClock(each, today, reckoning).clock?.dueOn ?? each.since
        const label = sources.find(({ kind }) => kind === each.kind)?.label ?? each.kind
        return itemOf(each, { dueOn, label })
      })
      return { items, total }
    },
  }
}

function itemOf(
  { name, worker, left, escalatedOn, href }: Stalled,
  { dueOn, label }: { readonly dueOn: IsoDate; readonly label: string },
): TodayItem {
  const whose =
    worker === null ? 'nobody has it' : left ? `with ${worker}, who left` : `with ${worker}`
  return {
    kind: 'stalled-step',
    dueOn,
    title: `Stalled, ${label.toLowerCase()}: ${name}`,
    detail: `${whose} · on the manager’s list since ${inWords(escalatedOn)}`,
    href,
  }
}

import type { TodaySource } from '#platform/room.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import { getEveryReckoning } from '../referral-clock/targets.sql.ts'
import { withClock } from './waiting-clock.rules.ts'
import { listMine } from './waiting.sql.ts'

/** Steps of the pathway that are on no list of their own, on the day of whoever has them, by the board's clock. */
export function stepsOnToday(among: readonly WaitingSource[]): readonly TodaySource[] {
  return among.flatMap((source): TodaySource[] => {
    const { kind, label, today: may } = source
    if (may === undefined) return []
    return [
      {
        kind,
        label,
        may,
        list: async (tx, { actor, today, limit }) => {
          const reckoning = await getEveryReckoning(tx)
          const of = { sources: [source], among, reckoning, actor, today, limit }
          const { mine, total } = await listMine(tx, of)
          const items = mine.map((row) => ({
            kind,
            dueOn: withClock(row, today, reckoning).clock?.dueOn ?? row.since,
            title: `${label}: ${row.name}`,
            ...(row.workerId === null ? { detail: 'nobody has taken it yet' } : {}),
            href: row.href,
          }))
          return { items, total }
        },
      },
    ]
  })
}

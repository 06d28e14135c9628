import type { Tx } from '#platform/db/database.ts'
import type { NavigationEntry } from '#platform/room.ts'
import type { House } from './house.ts'
import type { Frame } from './layout.ts'
import type { Door } from './page.ts'
import { allowed, type Visit } from './visitors.ts'

type Shown = Frame['navigation']

export type Navigation = {
  /** The entries with their counts. */
  readonly shown: () => Promise<Shown>
  /**
   * The visit for a page that only shows: the counts are asked in the first transaction that it
   * opens, beside its own statements, instead of in another one afterwards.
   */
  readonly alongside: () => Visit
}

/** The entries of a door's navigation that this visit may use. */
export function navigationOf(
  entries: readonly NavigationEntry[],
  door: Door,
  visit: Visit,
  { clock }: House,
): Navigation {
  const mine = entries.filter((entry) => entry.door === door && allowed(entry.may, visit) === 'yes')
  if (mine.every(({ count }) => count === undefined)) {
    const shown = mine.map(({ text, href }) => ({ text, href, count: null }))
    return { shown: () => Promise.resolve(shown), alongside: () => visit }
  }
  const today = clock.today()
  const ask = (tx: Tx): Promise<Shown> =>
    Promise.all(
      mine.map(async ({ text, href, count }) => ({
        text,
        href,
        count: count === undefined ? null : await count(tx, visit.actor, today),
      })),
    )
  let counted: Shown | undefined
  return {
    shown: async () => counted ?? visit.asActor(ask),
    alongside: () => ({
      ...visit,
      asActor: (work) =>
        visit.asActor(async (tx) => {
          if (counted !== undefined) return work(tx)
          const [answer, shown] = await Promise.all([work(tx), ask(tx)])
          counted = shown
          return answer
        }),
    }),
  }
}

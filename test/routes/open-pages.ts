// Every page that a route gives, once: where it opens, and for whom.
import type { Duty } from '#platform/access/duties.ts'
import type { DeclaredRoute } from '#platform/web/house.ts'
import type { TestHouse, Visitor } from '#platform/web/testing.ts'
import { addressOf, examplesFor } from './examples.ts'
import type { SignedIn } from './people.ts'

export type OpenPage = {
  readonly path: string
  readonly at: string
  readonly door: string | null
  readonly who: Visitor
}

/** One address for each route that opens as a page, with somebody who may open it. */
export async function openPages(
  house: TestHouse,
  people: ReadonlyMap<Duty, SignedIn>,
  halfWay: readonly Visitor[],
): Promise<readonly OpenPage[]> {
  const pages: OpenPage[] = []
  for (const route of house.routes) {
    if (route.method !== 'GET' || route.door === null) continue
    const open = await firstOpen(house, route, [house.visitor, ...halfWay, ...people.values()])
    if (open !== null) pages.push(open)
  }
  return pages
}

async function firstOpen(
  house: TestHouse,
  { path, door, may }: DeclaredRoute,
  visitors: readonly Visitor[],
): Promise<OpenPage | null> {
  const those = visitors.filter(({ actor }) =>
    may === 'anyone' ? actor === null : actor !== null && holdsAny(actor.duties, may),
  )
  for (const example of await examplesFor(house, path)) {
    const at = addressOf(path, example)
    for (const who of those) {
      const { status, response } = await who.get(at)
      const isPage = String(response.headers['content-type']).startsWith('text/html')
      if (status === 200 && isPage) return { path, at, door, who }
    }
  }
  return null
}

function holdsAny(held: readonly string[], may: Exclude<DeclaredRoute['may'], 'anyone'>): boolean {
  if (may === 'registered-system') return false
  return may === 'signed-in' || held.some((duty) => may.some((each) => each === duty))
}

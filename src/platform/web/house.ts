import type { Actor } from '#platform/access/actor.ts'
import type { Config } from '#config.ts'
import type { Database } from '#platform/db/database.ts'
import type { Clock } from '#platform/lib/dates.ts'
import type { Gathered, Job, Room } from '#platform/room.ts'
import type { ApiMay } from './page.ts'

/** Who a request's cookies say is signed in; null for a visitor. */
export type SessionReader = (asked: {
  readonly db: Database
  readonly cookieHeader: string | undefined
  readonly config: Config
  readonly clock: Clock
}) => Promise<{ readonly actor: Actor; readonly sessionId: string } | null>

/** Which registered system a token lets in, and whether it is good for a scope; null where it is over. */
export type TokenReader = (asked: {
  readonly db: Database
  readonly token: string
  readonly clock: Clock
}) => Promise<{ readonly actor: Actor; readonly mayUse: (scope: string) => boolean } | null>

export type HomeAuthority = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly telephone: string | null
}

/** One authority's door: whose it is, and the settings as they hold there. */
export type Door = { readonly authority: HomeAuthority; readonly config: Config }

/** Which authority's door each host name leads to. */
export type Doors = {
  /** A null door: several authorities have addresses, and this is none of them. */
  readonly at: (
    hostname: string,
  ) => Promise<{ readonly door: Door | null; readonly several: boolean }>
  /** The addresses that lead somewhere, for whoever came to one that does not. */
  readonly addresses: () => readonly string[]
}

/** All that the server is made of; built once in `app.ts`, or by a test with rooms of its choice. */
export type House = {
  readonly rooms: readonly Room[]
  readonly db: Database
  readonly config: Config
  readonly clock: Clock
  readonly readSession: SessionReader
  readonly authority: HomeAuthority
  /** Where several authorities share a server; one alone needs none. */
  readonly doors?: Doors
  /** Whether they do: then a session counts only at its own authority's door. */
  readonly several?: boolean
  /** Requests a minute from one address; a benchmark lifts it. */
  readonly requestsPerMinute?: number
  /** From which level on it logs; not at all unless told. */
  readonly log?: 'info' | 'warn'
  /** Told of every route as it is registered, so that tests cover those that nobody listed. */
  readonly onRoute?: (route: DeclaredRoute) => void
}

export type DeclaredRoute = {
  readonly method: string
  readonly path: string
  readonly may: ApiMay
  readonly door: string | null
}

/** The jobs of all rooms. */
export function jobsOf(rooms: readonly Room[]): readonly Job[] {
  const gathered = gather(rooms)
  return rooms.flatMap(({ jobs = [] }) => (typeof jobs === 'function' ? jobs(gathered) : jobs))
}

export function gather(rooms: readonly Room[]): Gathered {
  const ordered = <T extends { readonly order: number }>(items: readonly T[]) =>
    items.toSorted((a, b) => a.order - b.order)
  const waiting = rooms.flatMap((room) => room.waiting ?? [])
  return {
    recordPanels: ordered(rooms.flatMap((room) => room.recordPanels ?? [])),
    carerPanels: ordered(rooms.flatMap((room) => room.carerPanels ?? [])),
    timeline: rooms.flatMap((room) => room.timeline ?? []),
    clock: rooms.flatMap((room) => room.clock ?? []),
    today: rooms.flatMap(({ today = [] }) =>
      typeof today === 'function' ? today({ waiting }) : today,
    ),
    workInHand: rooms.flatMap((room) => room.workInHand ?? []),
    waiting,
    askForAssessment: rooms.find((room) => room.askForAssessment)?.askForAssessment ?? null,
    measures: rooms.flatMap((room) => room.measures ?? []),
    navigation: ordered(rooms.flatMap((room) => room.navigation ?? [])),
  }
}

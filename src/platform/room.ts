import type { z } from 'zod'
import type { Config } from '#config.ts'
import type { Actor } from './access/actor.ts'
import type { Answered } from './api/answered.ts'
import type { ProblemFault } from './api/problem.ts'
import type { Duty } from './access/duties.ts'
import type { Database, Tx } from './db/database.ts'
import type { Clock, IsoDate, IsoInstant } from './lib/dates.ts'
import type { Html } from './lib/html.ts'
import type { TokenReader } from './web/house.ts'
import type { ApiMay, May, Page } from './web/page.ts'
import type { ClockSource } from './clock-source.ts'
import type { WaitingSource } from './waiting-source.ts'

/**
 * What a room offers to the house, as plain values. The record, the timeline, today, the reports
 * and data rights gather these and know no room by name.
 */
export type Room = {
  readonly name: string
  /** Pages; as a function where they show what other rooms hand over. */
  readonly pages?: readonly Page[] | ((gathered: Gathered) => readonly Page[])
  readonly api?: readonly ApiRoute[]
  /** How other systems come in: by a token in place of a session. */
  readonly readToken?: TokenReader
  /** Jobs; as a function where they go through what other rooms hand over. */
  readonly jobs?: readonly Job[] | ((gathered: Gathered) => readonly Job[])
  readonly commands?: readonly Command[]
  readonly recordPanels?: readonly RecordPanel[]
  readonly carerPanels?: readonly CarerPanel[]
  readonly timeline?: readonly TimelineSource[]
  readonly clock?: readonly ClockSource[]
  readonly today?:
    | readonly TodaySource[]
    | ((of: Pick<Gathered, 'waiting'>) => readonly TodaySource[])
  readonly workInHand?: readonly WorkInHand[]
  readonly waiting?: readonly WaitingSource[]
  /** One room takes it on, for all in which a carer may ask. */
  readonly askForAssessment?: AskForAssessment
  readonly measures?: readonly Measure[]
  readonly navigation?: readonly NavigationEntry[]
  /**
   * A step of the demo county, taken once on the first start: 10 organisations and accounts,
   * 20 the import, 30 what needs imported people, 40 live cases. Killed half-way it is taken again,
   * so it must be harmless then.
   */
  readonly demo?: {
    readonly order: number
    /** The line of progress that the person who starts it reads. */
    readonly says?: string
    readonly load: (house: DemoHouse) => Promise<void>
  }
  /** Lines that tell how to sign in, once the server listens in demo mode. */
  readonly welcome?: (address: string) => readonly string[]
}

/** What all rooms hand over, each list in its order: for the pages that gather it. */
export type Gathered = {
  readonly recordPanels: readonly RecordPanel[]
  readonly carerPanels: readonly CarerPanel[]
  readonly timeline: readonly TimelineSource[]
  readonly clock: readonly ClockSource[]
  readonly today: readonly TodaySource[]
  readonly workInHand: readonly WorkInHand[]
  readonly waiting: readonly WaitingSource[]
  /** Null in a house where nobody assesses: then no page offers to ask. */
  readonly askForAssessment: AskForAssessment | null
  readonly measures: readonly Measure[]
  readonly navigation: readonly NavigationEntry[]
}

export type DemoHouse = { readonly db: Database; readonly config: Config; readonly clock: Clock }

/** An entry of a door's navigation, with a count where a number helps. */
export type NavigationEntry = {
  readonly door: 'workspace' | 'partner' | 'carer' | 'public'
  readonly order: number
  readonly text: string
  readonly href: string
  readonly may: May
  readonly count?: (tx: Tx, actor: Actor, today: IsoDate) => Promise<number>
}

/** A part of the carer's record page: facts on the left or a block on the right. */
export type RecordPanel = {
  readonly id: string
  readonly side: 'facts' | 'events'
  readonly order: number
  /** Null where there is nothing to show. */
  readonly show: (
    tx: Tx,
    of: RecordOf,
  ) => Promise<{ readonly title: string; readonly body: Html } | null>
}

/** A part of the carer's own page, in words for the carer; `of.personId` is the carer who is signed in. */
export type CarerPanel = {
  readonly id: string
  readonly order: number
  /** Null where there is nothing to show. */
  readonly show: (
    tx: Tx,
    of: RecordOf,
  ) => Promise<{ readonly title: string; readonly body: Html } | null>
}

export type RecordOf = { readonly personId: string; readonly actor: Actor; readonly today: IsoDate }

export type TimelineEntry = {
  readonly on: IsoDate
  /** Orders entries within a day where known. */
  readonly at?: IsoInstant
  /** One of few words by which the timeline is filtered: contact, referral, assessment, … */
  readonly kind: string
  readonly title: string
  readonly text?: string
  readonly href?: string
  readonly by?: string
}

export type TimelineSource = {
  readonly kind: string
  readonly label: string
  readonly list: (tx: Tx, of: RecordOf) => Promise<readonly TimelineEntry[]>
}

/** One thing to do, on one worker's day. */
export type TodayItem = {
  readonly dueOn: IsoDate
  readonly title: string
  readonly detail?: string
  readonly href: string
  readonly kind: string
}

/** What waits for this actor up to a day; `total` is exact even where `items` are cut off. */
export type TodaySource = {
  readonly kind: string
  readonly label: string
  readonly may: readonly Duty[]
  readonly list: (
    tx: Tx,
    of: { readonly actor: Actor; readonly today: IsoDate; readonly limit: number },
  ) => Promise<{ readonly items: readonly TodayItem[]; readonly total: number }>
}

/** One thing that somebody has in hand, and the page on which it is given to somebody else. */
export type WorkInHandItem = { readonly title: string; readonly href: string }

/** What one member of staff has in hand, whenever due: what they leave behind when they leave. */
export type WorkInHand = {
  readonly kind: string
  readonly label: string
  /** `total` is exact even where `items` are cut off, or not asked for with a limit of 0. */
  readonly list: (
    tx: Tx,
    of: { readonly authorityId: number; readonly accountId: string; readonly limit: number },
  ) => Promise<{ readonly items: readonly WorkInHandItem[]; readonly total: number }>
}

/**
 * Starts the clock of a carer's assessment with the day on which it was asked for, wherever that was
 * said (Care Act 2014 s.10 waits for no form). Who waits for one already goes on waiting for that
 * one, from the day on which they first asked.
 */
export type AskForAssessment = (
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly personId: string
    readonly on: IsoDate
    /** Where it was said, as the record tells it: `In a contact: phone`. */
    readonly where: string
  },
) => Promise<void>

/** A named figure: its definition, its source, and the rows that it counts. */
export type Measure = {
  readonly id: string
  readonly title: string
  /** What is counted, exactly, in a sentence a councillor can read. */
  readonly definition: string
  readonly source: string
  readonly outcome: 'recognised' | 'life_of_my_own' | 'well'
  /** What it means, in few words under the figure. */
  readonly sentence?: (figure: Figure) => string
  readonly figure: (tx: Tx, of: Period) => Promise<Figure>
  /** Whether the record of a period is whole enough to be set beside another; always where not told. */
  readonly whole?: (tx: Tx, of: Period) => Promise<boolean>
  readonly rows: (
    tx: Tx,
    of: Period,
    page: { readonly offset: number; readonly limit: number },
  ) => Promise<MeasureRows>
}

/** A reporting year, both days included. */
export type Period = {
  readonly authorityId: number
  readonly label: string
  readonly from: IsoDate
  readonly to: IsoDate
}

export type Figure = {
  /** Null where nothing was recorded: never nought in its place. */
  readonly value: number | null
  readonly rows: number
  readonly percent?: number
  readonly by_year?: Readonly<Record<string, number>>
  readonly by_district?: Readonly<Record<string, number>>
  readonly table?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export type MeasureRows = {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly href?: string }[]
  readonly total: number
}

/** Work that runs later, in its own transaction, again if it fails; safe to run twice. */
export type Job<Payload = unknown> = {
  readonly queue: string
  /** A cron line in London's time, for what runs by the clock. */
  readonly every?: string
  readonly run: (house: JobHouse, payload: Payload) => Promise<void>
}

export type JobHouse = { readonly db: Database; readonly config: Config; readonly clock: Clock }

/** A verb of `script/alongside`. */
export type Command = {
  /** `import extract`, `report annual`. */
  readonly name: string
  readonly usage: string
  readonly about: string
  /** Given the words after the name; opens the database only if it needs it. Gives the exit code. */
  readonly run: (house: CommandHouse, words: readonly string[]) => Promise<number>
}

export type CommandHouse = {
  readonly config: Config
  readonly clock: Clock
  /** The database, migrated; started if it is the embedded one and does not run. */
  readonly open: () => Promise<Database>
  /** The database if there already is one with tables in it; never makes or changes anything. */
  readonly openIfThere: () => Promise<Database | null>
  readonly print: (line: string) => void
  readonly warn: (line: string) => void
}

/** A route of the API; its schemas are also its part of the OpenAPI document. */
export type ApiRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** OpenAPI's way: `/api/measures/{id}`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly may: ApiMay
  /** What a registered system's token must be good for; without it no system may use the route. */
  readonly scope?: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer: z.ZodType
  /** How refusals are written, where not as problem details; such a route has a description of its own. */
  readonly refuse?: Refuse
  /** Gives what is sent as JSON, or `answered(…)` for a status, headers or type of its own. */
  readonly run: (context: ApiContext) => Promise<unknown>
}

/** A refusal in a standard's own form. */
export type Refuse = (
  status: number,
  of: {
    readonly requestId: string
    readonly detail?: string
    readonly faults?: readonly ProblemFault[]
  },
) => Answered

export type ApiContext = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly actor: Actor
  readonly asActor: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly asSystem: <T>(reason: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly clock: Clock
  readonly db: Database
  /** The house's own address, without a slash at its end. */
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

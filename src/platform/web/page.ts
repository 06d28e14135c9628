import type { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import type { Duty } from '#platform/access/duties.ts'
import type { Config } from '#config.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import type { Clock } from '#platform/lib/dates.ts'
import type { Html } from '#platform/lib/html.ts'
import type { HomeAuthority } from './house.ts'

/** The three doors, and the young carers' own; each has its own masthead, type size and colour. */
export type Door = 'public' | 'young' | 'carer' | 'partner' | 'workspace'

/** Who may use a page: anyone at all, anyone signed in, or who holds one of these duties. */
export type May = 'anyone' | 'signed-in' | readonly Duty[]

/** Who may use a route of the API: the same, or nobody but systems that show a token. */
export type ApiMay = May | 'registered-system'

/** What a page shows inside its door's frame. */
export type PageView = {
  readonly title: string
  readonly main: Html
  /** Above the main part: a back link or breadcrumbs. */
  readonly before?: Html
  /** Two-column and table pages take the whole width. */
  readonly wide?: boolean
  /** The entry of the door's navigation that is the current one. */
  readonly current?: string
  /** The count of errors puts "Error:" before the title. */
  readonly hasErrors?: boolean
  /** A way to leave at once, for safety pages; the young carers' pages have it always. */
  readonly quickExit?: boolean
  /**
   * A page that a form's POST made, without anything of a record: the browser may keep it for its
   * Back button, which else ends at a question about sending the form again.
   */
  readonly keptForBack?: boolean
}

/** What a handler gives back; the frame, the status and the headers follow from it. */
export type Reply =
  | {
      readonly kind: 'view'
      readonly view: PageView
      readonly status: 200 | 201 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503
      readonly setCookies?: readonly string[]
    }
  | {
      readonly kind: 'see'
      readonly location: string
      readonly setCookies?: readonly string[]
      /** The browser forgets what it kept for its Back button, on a computer that others use. */
      readonly forgets?: true
    }
  | { readonly kind: 'file'; readonly file: FileReply }

export type FileReply = {
  readonly name: string
  readonly type: string
  readonly body: Buffer | string
  /** `inline` opens in the browser, `attachment` is saved. */
  readonly disposition: 'inline' | 'attachment'
}

export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: Buffer }

/** All that a handler may know of a request; nothing of the web framework. */
export type Context<Params = unknown, Query = unknown> = {
  readonly params: Params
  readonly query: Query
  /** A form as sent: each name's values, in order; files apart. Empty on GET. */
  readonly body: Readonly<Record<string, string | readonly string[]>>
  readonly files: readonly UploadedFile[]
  /** Who acts; on a page for `anyone` it may be a visitor without account, duties or organisations. */
  readonly actor: Actor
  readonly signedIn: boolean
  /** One transaction under row-level security as the actor. Use once a request where you can. */
  readonly asActor: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The same as the house itself, within the actor's authority: figures and the public doors only. */
  readonly asSystem: <T>(reason: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The council whose door this is, with the number to ring. */
  readonly authority: HomeAuthority
  readonly db: Database
  readonly config: Config
  readonly clock: Clock
  readonly url: URL
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly ip: string
}

export type Page<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> = {
  readonly path: string
  readonly door: Door
  readonly may: May
  /** Checked before the handler; what does not parse is a 404 (params) or falls back as the schema says. */
  readonly params?: P
  readonly query?: Q
  readonly get?: (context: Context<z.output<P>, z.output<Q>>) => Promise<Reply>
  readonly post?: (context: Context<z.output<P>, z.output<Q>>) => Promise<Reply>
  /** Reached without a session or by machines: no cross-site check on POST. Rare; say why beside it. */
  readonly openToOtherSites?: boolean
}

/** Declares a page; types flow from the schemas to the handlers. */
export function page<P extends z.ZodType, Q extends z.ZodType>(declared: Page<P, Q>): Page {
  return declared as unknown as Page
}

export function show(view: PageView): Reply {
  return { kind: 'view', view, status: view.hasErrors === true ? 422 : 200 }
}

/** The same form again, with what was typed and what is wrong with it. */
export function showAgain(view: PageView): Reply {
  return { kind: 'view', view: { ...view, hasErrors: true }, status: 422 }
}

/** A page that says what is not there, and what is. */
export function showMissing(view: PageView): Reply {
  return { kind: 'view', view, status: 404 }
}

/** A page that tells of a conflict, with both versions. */
export function showConflict(view: PageView): Reply {
  return { kind: 'view', view, status: 409 }
}

/** After a change: see the next page (303). */
export function see(location: string): Reply {
  return { kind: 'see', location }
}

export function file(reply: FileReply): Reply {
  return { kind: 'file', file: reply }
}

import type { Chart, FiguresTable } from '#platform/charts/chart.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

/** A stretch of text: plain, strong, or leading to a full web or mail address. */
export type Run =
  | string
  | { readonly strong: string }
  | { readonly link: string; readonly href: string }

/** Text as people wrote it. A line break in it stays one; nothing in it is markup. */
export type Text = string | readonly Run[]

/** Who writes: the organisation whose letter or report this is. */
export type Sender = {
  readonly name: string
  /** Its postal address, a line each. */
  readonly address: readonly string[]
  readonly phone?: string
  readonly email?: string
}

/** One thing with its name: `Named worker`, `Jo Pugh`. */
export type Fact = { readonly term: string; readonly description: Text }

/** A part of a document. Every format must show each of them. */
export type Block =
  | { readonly block: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly block: 'paragraph'; readonly text: Text }
  | { readonly block: 'list'; readonly items: readonly Text[]; readonly numbered: boolean }
  | { readonly block: 'facts'; readonly facts: readonly Fact[] }
  | ({ readonly block: 'table' } & FiguresTable)
  | { readonly block: 'callout'; readonly title?: string; readonly text: readonly Text[] }
  | { readonly block: 'figures'; readonly figures: readonly Figure[] }
  | { readonly block: 'chart'; readonly chart: Chart }
  | {
      readonly block: 'sign-off'
      readonly closing: string
      readonly name: string
      readonly role?: string
    }
  | { readonly block: 'signatures'; readonly parties: readonly Party[] }
  | {
      readonly block: 'picture'
      /** Drawn by the house: a square code to scan. */
      readonly svg: string
      /** The same in words, which also stand where nothing is drawn. */
      readonly alt: string
      /** In points. */
      readonly width: number
    }
  | { readonly block: 'easy'; readonly symbol: string; readonly text: string }

/** A number set large, with what it means, how it moved and where it comes from. */
export type Figure = {
  readonly value: string
  readonly label: string
  /** `Up from 950 in 2016/17. Target 1,000: met.` */
  readonly comparison?: string
  readonly source?: Text
}

/** Who signs; with `signedOn` it is known, without it a line is left to sign on. */
export type Party = { readonly name: string; readonly role: string; readonly signedOn?: IsoDate }

/**
 * What is said, apart from how it is printed. One document comes out as a tagged PDF, as large
 * print, as plain text and as a page to print, with the same words in the same order.
 */
export type Document = {
  /** A letter has an address and a sign-off; a plan and a report begin with their title. */
  readonly kind: 'letter' | 'plan' | 'report'
  readonly language: 'en-GB'
  readonly title: string
  /** Under the title of a plan or report: whom or which year it is about. */
  readonly subtitle?: string
  /** The county's own name, which stands beside Alongside's: `Worcestershire`. */
  readonly authority: string
  readonly sender: Sender
  /** Name and address, a line each. Letters only. */
  readonly recipient?: readonly string[]
  readonly date: IsoDate
  /** What to quote when ringing: `ALG-7F3KM-9`. */
  readonly reference?: string
  readonly body: readonly Block[]
  /** The same in easier words, for the easy read copy; where there are none its words are the body's. */
  readonly easyRead?: readonly Block[]
}

import type { Words } from './words.ts'

/**
 * What the template is given: a document in which nothing is left to decide. Dates are in words,
 * links are checked, charts are drawn, tables are measured, every text can be printed.
 */
export type Sheet = {
  readonly kind: 'letter' | 'plan' | 'report'
  readonly title: string
  readonly subtitle: string
  readonly authority: string
  readonly sender: { readonly name: string; readonly lines: readonly string[] }
  readonly recipient: readonly string[]
  readonly date: string
  /** Year, month and day, for the file's own date. */
  readonly created: readonly number[]
  readonly reference: string
  /** Lengths in points: body letters, margins, and the letters of tables and page footers. */
  readonly paper: { readonly points: number; readonly margin: number; readonly small: number }
  readonly fonts: readonly string[]
  readonly body: readonly SheetBlock[]
}

export type SheetBlock =
  | { readonly block: 'heading'; readonly level: number; readonly text: string }
  | { readonly block: 'paragraph'; readonly text: Words }
  | { readonly block: 'list'; readonly items: readonly Words[]; readonly numbered: boolean }
  | {
      readonly block: 'facts'
      readonly facts: readonly { readonly term: string; readonly description: Words }[]
    }
  | SheetTable
  | { readonly block: 'caption'; readonly text: string }
  | { readonly block: 'callout'; readonly title: string; readonly text: readonly Words[] }
  | {
      readonly block: 'figures'
      readonly figures: readonly SheetFigure[]
      /** How many stand beside each other. */
      readonly across: number
    }
  | {
      readonly block: 'picture'
      readonly svg: string
      readonly alt: string
      readonly width: number
    }
  | {
      readonly block: 'sign-off'
      readonly closing: string
      readonly name: string
      readonly role: string
    }
  | { readonly block: 'signatures'; readonly parties: readonly SheetParty[] }
  | { readonly block: 'easy'; readonly svg: string; readonly text: string }

export type SheetTable = {
  readonly block: 'table'
  readonly caption: string
  readonly headers: readonly string[]
  /** Which columns hold figures and are set right. */
  readonly numeric: readonly boolean[]
  readonly rows: readonly (readonly string[])[]
  /** Each column's share of the line; together one. */
  readonly shares: readonly number[]
}

export type SheetFigure = {
  readonly value: string
  /** How many times larger than the body it is set. */
  readonly magnified: number
  readonly label: string
  readonly comparison: string
  readonly source: Words
}

/** `signed` is empty where a line is to be left. */
export type SheetParty = { readonly name: string; readonly role: string; readonly signed: string }

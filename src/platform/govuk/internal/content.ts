import { isBlank, type Html, type HtmlValue } from '#platform/lib/html.ts'

/** What a component says: `text` is escaped, `html` is printed as it is and wins over `text`. */
export type Content = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
}

/** An entry of a list that a condition may leave out: `items: [a, mayEdit && b]`. */
export type Sometimes<T> = T | false | null | undefined | ''

/** The markup of a content, or its text. */
export const contentOf = (of: Content | undefined): HtmlValue =>
  isBlank(of?.html) ? of?.text : of?.html

/** Whether a content says anything. */
export const hasContent = (of: Content | undefined): boolean =>
  of !== undefined && !(isBlank(of.html) && isBlank(of.text))

/** Entries that are there, each with its place counted from 1 among all of the list. */
export const present = <T extends object>(
  items: readonly Sometimes<T>[] | undefined,
): readonly { readonly item: T; readonly place: number }[] =>
  (items ?? []).flatMap((item, index) => (item ? [{ item, place: index + 1 }] : []))

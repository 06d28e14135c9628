import { attributes, nothing, type Html } from '#platform/lib/html.ts'

/** Further attributes of a component's element. Booleans are printed as words, as ARIA wants them. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Prints further attributes, each with a space before it; leaves out what is undefined. */
export function extra(given: Attributes | undefined): Html {
  if (!given) return nothing
  const words = Object.entries(given).map(([name, value]) => [name, value?.toString()])
  return attributes(Object.fromEntries(words) as Record<string, string | undefined>)
}

/** Words for a script in another language or wording, by plural rule where there is a number in them. */
export type Messages = Readonly<Record<string, string>>

/** The data attributes by which a component's script finds its words. Keys are in kebab-case. */
export const scriptWords = (
  words: Readonly<Record<string, string | Messages | undefined>>,
): Attributes =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, message]) => {
      if (!message) return []
      if (typeof message === 'string') return [[`data-i18n.${key}`, message]]
      return Object.entries(message).map(([rule, text]) => [`data-i18n.${key}.${rule}`, text])
    }),
  )

import {
  attributes,
  raw,
  html,
  type AttributeValue,
  type Html,
  type HtmlValue,
} from '#platform/lib/html.ts'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** A heading whose level its page decides. */
export function heading(
  level: HeadingLevel,
  own: Readonly<Record<string, AttributeValue>>,
  inside: HtmlValue,
): Html {
  const name = raw(`h${Math.trunc(level)}`)
  return html`<${name}${attributes(own)}>${inside}</${name}>`
}

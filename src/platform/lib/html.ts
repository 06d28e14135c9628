import { html as honoHtml, raw as honoRaw } from 'hono/html'
import { escapeToBuffer } from 'hono/utils/html'

declare const safe: unique symbol

/**
 * Markup that is safe to send: made by `html`, or vouched for by `raw`. Opaque on purpose: it is
 * no string, so it cannot slip into a place that would escape it twice or not at all. `String(page)`
 * gives what goes over the wire.
 */
export type Html = { readonly [safe]: true; toString(): string }

/** What may stand in a template. Text and numbers are escaped; nothing, true and false print nothing. */
export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[]

/**
 * The page template tag: `` html`<p>${text}</p>` ``. Escapes whatever is not `Html` already, in
 * text and in quoted attribute values alike.
 *
 * hono's own tag may also give a promise, but only when a promise or a streaming callback was put
 * in, and `HtmlValue` lets neither pass; hence the narrower type.
 */
export const html = honoHtml as unknown as (
  strings: TemplateStringsArray,
  ...values: readonly HtmlValue[]
) => Html

/**
 * Marks a string as safe without looking at it. Only for markup that nobody outside the code base
 * can influence, and only inside `platform/lib`, `platform/govuk` and `platform/charts`.
 */
export const raw = honoRaw as unknown as (markup: string) => Html

/** Nothing at all. */
export const nothing: Html = html``

/** Whether there is anything to print. */
export const isBlank = (content: HtmlValue): boolean =>
  content === undefined || content === null || String(content).trim() === ''

/** Puts pieces together with a separator between them, leaving out blank ones. */
export function join(pieces: readonly HtmlValue[], separator: HtmlValue = ' '): Html {
  const kept = pieces.filter((piece) => !isBlank(piece) && typeof piece !== 'boolean')
  return html`${kept.map((piece, index) => (index === 0 ? piece : [separator, piece]))}`
}

/** What an attribute may hold. `true` prints the bare name; nothing and `false` leave it out. */
export type AttributeValue = string | number | boolean | null | undefined

/**
 * Attributes of an element, each with a space before it: `` html`<p${attributes({ id, lang })}>` ``.
 * Names come from the code, never from data.
 */
export function attributes(given: Readonly<Record<string, AttributeValue>>): Html {
  // Every element of a page passes here: one string costs a third of nested templates.
  let printed = ''
  for (const name in given) {
    const value = given[name]
    if (value === undefined || value === null || value === false) continue
    printed +=
      value === true ? ` ${escaped(name)}` : ` ${escaped(name)}="${escaped(String(value))}"`
  }
  return raw(printed)
}

function escaped(text: string): string {
  const buffer: [string] = ['']
  escapeToBuffer(text, buffer)
  return buffer[0]
}

/** Class names in one string, blank ones left out. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')

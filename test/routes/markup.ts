// What the HTML of every page must be, whatever it shows.
import assert from 'node:assert/strict'
import { type DefaultTreeAdapterMap, parse, type ParserError } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** Asserts a title, one first heading, a language, a main landmark, no faults of HTML and nothing inline. */
export function checkMarkup(html: string, where: string): void {
  const faults: ParserError[] = []
  const elements = all(parse(html, { onParseError: (fault) => faults.push(fault) }))
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name)
  const found = {
    faults: faults.map(({ code, startLine, startCol }) => `${code} at ${startLine}:${startCol}`),
    language: attribute(named('html')[0], 'lang'),
    title: textOf(named('title')[0]).length > 0,
    mains: named('main').length,
    headings: named('h1').length,
    twice: twice(elements.flatMap((element) => attribute(element, 'id') ?? [])),
    inline: elements.filter(isInline).map(({ tagName }) => tagName),
    without: withoutTarget(elements),
  }
  const right = { language: 'en-GB', title: true, mains: 1, headings: 1 }
  assert.deepEqual(found, { faults: [], ...right, twice: [], inline: [], without: [] }, where)
}

/** What a page's form to an address carries unseen; null where there is no such form on it. */
export function hiddenFields(
  html: string,
  action: string,
): Readonly<Record<string, string>> | null {
  const posting = all(parse(html)).find(
    (element) =>
      element.tagName === 'form' &&
      attribute(element, 'method') === 'post' &&
      (attribute(element, 'action') ?? action) === action,
  )
  if (posting === undefined) return null
  const hidden = all(posting).filter((element) => attribute(element, 'type') === 'hidden')
  return Object.fromEntries(
    hidden.map((element) => [attribute(element, 'name') ?? '', attribute(element, 'value') ?? '']),
  )
}

/** What stands in the main part of a page, spaces made one. */
export function mainText(html: string): string {
  const main = all(parse(html)).find(({ tagName }) => tagName === 'main')
  return textOf(main).replaceAll(/\s+/g, ' ').trim()
}

/** Addresses within the house that a page links or sends to, without what follows `?` and `#`. */
export function linksOf(
  html: string,
): readonly { readonly method: string; readonly path: string }[] {
  return all(parse(html)).flatMap((element) => {
    const method = (attribute(element, 'method') ?? 'get').toUpperCase()
    const to =
      element.tagName === 'a'
        ? { method: 'GET', href: attribute(element, 'href') }
        : { method, href: attribute(element, 'action') }
    return to.href?.startsWith('/') ? [{ method: to.method, path: to.href.split(/[?#]/)[0]! }] : []
  })
}

/** The policy of what may run and be styled refuses all of these. */
function isInline(element: Element): boolean {
  const { tagName, attrs } = element
  const inside = tagName === 'style' || (tagName === 'script' && !attribute(element, 'src'))
  return (
    inside ||
    attrs.some(({ name, value }) => /^(style$|on)/.test(name) || /^javascript:/i.test(value))
  )
}

/** References to an id that is not on the page: labels, descriptions, error links. */
function withoutTarget(elements: readonly Element[]): string[] {
  const ids = new Set(elements.flatMap((element) => attribute(element, 'id') ?? []))
  return elements.flatMap((element) => {
    const named = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'list', 'headers']
    const references = named.flatMap((name) => attribute(element, name)?.split(/\s+/) ?? [])
    const href = element.tagName === 'a' ? attribute(element, 'href') : undefined
    const inPage = href?.startsWith('#') && href !== '#' ? [href.slice(1)] : []
    return [...references, ...inPage].filter((id) => id !== '' && !ids.has(id))
  })
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}

function all(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(all) : []
  const content = 'content' in node ? all(node.content) : []
  return 'tagName' in node ? [node, ...below, ...content] : below
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((each) => each.name === name)?.value
}

function textOf(node: Node | undefined): string {
  if (node === undefined) return ''
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : ''
}

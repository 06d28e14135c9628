import { getDocumentProxy } from 'unpdf'

/** An element of a PDF's structure: what a screen reader is told there is. */
export type PdfElement = {
  readonly role: string
  /** What it says, with all that is in it, on one line. */
  readonly says: string
  readonly alt: string
  readonly inside: readonly PdfElement[]
}

export type ReadPdf = {
  readonly pages: number
  readonly title: string
  readonly author: string
  readonly language: string
  readonly tagged: boolean
  readonly showsTitle: boolean
  /** The part of PDF/UA it declares in its metadata. */
  readonly accessibility: string
  /** All that is printed, in the order of the file, a line each. */
  readonly text: string
  /** The sizes of its letters in points, page footers included. */
  readonly sizes: readonly number[]
  readonly structure: readonly PdfElement[]
}

type Node = { role?: string; alt?: string; children?: Node[]; type?: string; id?: string }
type Item = { type?: string; id?: string; str?: string; hasEOL?: boolean; transform?: number[] }

/** Reads a PDF as a screen reader and a search would; for tests. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const { info, metadata } = await file.getMetadata()
  const facts = info as { Title?: string; Author?: string; Language?: string }
  const preferences = (await file.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, at) => {
      const page = await file.getPage(at + 1)
      const content = await page.getTextContent({ includeMarkedContent: true })
      return { tree: (await page.getStructTree()) as Node | null, items: content.items as Item[] }
    }),
  )
  const items = pages.flatMap((page) => page.items)
  return {
    pages: file.numPages,
    title: facts.Title ?? '',
    author: facts.Author ?? '',
    language: facts.Language ?? '',
    tagged: (await file.getMarkInfo())?.Marked ?? false,
    showsTitle: preferences?.DisplayDocTitle ?? false,
    accessibility: String(metadata?.get('pdfuaid:part') ?? ''),
    text: items.map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : '')).join(''),
    sizes: items.flatMap(({ str, transform }) =>
      str?.trim() ? [Math.hypot(transform?.[2] ?? 0, transform?.[3] ?? 0)] : [],
    ),
    structure: pages.flatMap(({ tree, items: on }) =>
      tree ? elements(tree.children ?? [], said(on)) : [],
    ),
  }
}

/** What is printed within each piece of marked content that the structure knows. */
function said(items: readonly Item[]): ReadonlyMap<string, string> {
  const open: string[] = []
  const text = new Map<string, string>()
  for (const { type, id = '', str = '', hasEOL } of items) {
    if (type?.startsWith('beginMarkedContent')) open.push(id)
    else if (type === 'endMarkedContent') open.pop()
    else {
      const within = open.findLast((name) => name !== '') ?? ''
      text.set(within, (text.get(within) ?? '') + str + (hasEOL ? '\n' : ''))
    }
  }
  return text
}

function elements(nodes: readonly Node[], text: ReadonlyMap<string, string>): PdfElement[] {
  return nodes.flatMap((node) => {
    if (node.role === undefined) return []
    const { role, alt = '', children = [] } = node
    const says = wordsOf(children, text).replaceAll(/\s+/g, ' ').trim()
    return [{ role, alt, says, inside: elements(children, text) }]
  })
}

const wordsOf = (nodes: readonly Node[], text: ReadonlyMap<string, string>): string =>
  nodes
    .map(({ type, id = '', children = [] }) =>
      type === 'content' ? (text.get(id) ?? '') : wordsOf(children, text),
    )
    .join('')

/** Every element, in reading order. */
export const everyElement = (of: readonly PdfElement[]): readonly PdfElement[] =>
  of.flatMap((element) => [element, ...everyElement(element.inside)])

import type { Chart, FiguresTable } from '#platform/charts/chart.ts'
import type { Block, Fact, Figure, Party, Run, Text } from './document.ts'

/** The parts of a document, to be written down as one reads them. */

export const heading = (text: string): Block => ({ block: 'heading', level: 2, text })

export const subheading = (text: string): Block => ({ block: 'heading', level: 3, text })

/** A paragraph of one or more runs: `paragraph('Ring ', strong('01632 960 001'), '.')`. */
export const paragraph = (...text: readonly Run[]): Block => ({ block: 'paragraph', text })

export const strong = (text: string): Run => ({ strong: text })

/** A link with its full address (`https:` or `mailto:`), which print and plain text spell out. */
export const link = (text: string, href: string): Run => ({ link: text, href })

export const list = (items: readonly Text[]): Block => ({ block: 'list', items, numbered: false })

/** A list whose order matters. */
export const steps = (items: readonly Text[]): Block => ({ block: 'list', items, numbered: true })

export const facts = (...of: readonly Fact[]): Block => ({ block: 'facts', facts: of })

export const fact = (term: string, description: Text): Fact => ({ term, description })

export const table = (of: FiguresTable): Block => ({ block: 'table', ...of })

/** What must not be missed, in a panel. */
export const callout = (title: string, ...text: readonly Text[]): Block => ({
  block: 'callout',
  title,
  text,
})

/** Up to three numbers beside each other, set large. */
export const figures = (...of: readonly Figure[]): Block => ({ block: 'figures', figures: of })

/** A picture of numbers; its table follows it in every format. */
export const chart = (of: Chart): Block => ({ block: 'chart', chart: of })

/** A picture that the house drew, such as a square code to scan, with the same in words. */
export const picture = (of: {
  readonly svg: string
  readonly alt: string
  readonly width: number
}): Block => ({ block: 'picture', ...of })

/** The end of a letter: `signOff({ name: 'Jo Pugh', role: 'Carer adviser' })`. */
export const signOff = (by: {
  readonly name: string
  readonly role?: string
  readonly closing?: string
}): Block => ({
  block: 'sign-off',
  closing: 'Yours sincerely',
  ...by,
})

/** Who agrees to a plan: signed already, or with a line to sign on. */
export const signatures = (...parties: readonly Party[]): Block => ({
  block: 'signatures',
  parties,
})

import { chartTable } from '#platform/charts/chart-table.ts'
import type { FiguresTable } from '#platform/charts/chart.ts'
import { inWords } from '#platform/lib/dates.ts'
import type { Block, Document, Figure, Party, Text } from './document.ts'
import { allPrintable } from './printable.ts'
import { words } from './words.ts'

/**
 * A document as plain text, for mail, for a screen reader's own pace and for printing in Braille:
 * the same words in the same order, a paragraph a line, nothing drawn with characters.
 */
export function plainText(document: Document): string {
  const tidy = allPrintable(document, () => true)
  const { sender, recipient = [], title, subtitle = '', reference = '' } = tidy
  const senderLines = [sender.name, ...sender.address, sender.phone ?? '', sender.email ?? '']
  const about = [inWords(tidy.date), reference && `Our reference: ${reference}`]
  const parts =
    tidy.kind === 'letter'
      ? [lines(senderLines), lines(recipient), lines(about), `\n${title}`]
      : [lines([tidy.authority]), title, subtitle, lines([sender.name, ...about])]
  const body = tidy.body.map(blockText)
  return `${[...parts, ...body].filter((part) => part.trim() !== '').join('\n\n')}\n`
}

const lines = (of: readonly string[]): string => of.filter((line) => line !== '').join('\n')

function blockText(block: Block): string {
  switch (block.block) {
    case 'heading':
      return `\n${block.text}`
    case 'paragraph':
      return said(block.text)
    case 'list':
      return lines(
        block.items.map((item, at) => `${block.numbered ? `${at + 1}.` : '-'} ${said(item)}`),
      )
    case 'facts':
      return lines(block.facts.map(({ term, description }) => `${term}: ${said(description)}`))
    case 'table':
      return tableText(block)
    case 'callout':
      return lines([block.title ?? '', ...block.text.map(said)])
    case 'figures':
      return block.figures.map(figureText).join('\n\n')
    case 'chart':
      return tableText(chartTable(block.chart))
    case 'sign-off':
      return `${block.closing}\n\n${lines([block.name, block.role ?? ''])}`
    case 'signatures':
      return block.parties.map(partyText).join('\n\n')
    case 'picture':
      return block.alt
    case 'easy':
      return block.text
  }
}

/** A text with the address of each link after it, where a page would hide it. */
const said = (text: Text): string =>
  words(text)
    .runs.map(({ text: run, href }) =>
      href === '' ? run : `${run} (${href.replace(/^(?:mailto|tel):/, '')})`,
    )
    .join('')

/** Two columns are read as a name and its figure; of more, each cell says what it is. */
function tableText({ caption, columns, rows }: FiguresTable): string {
  const [first, second, ...more] = columns
  if (first && second && more.length === 0) {
    return lines([
      caption,
      `${first.header}: ${second.header}`,
      ...rows.map(([name, figure]) => `${name}: ${figure}`),
    ])
  }
  const records = rows.map((row) => lines(row.map((cell, at) => `${columns[at]?.header}: ${cell}`)))
  return [caption, ...records].filter((part) => part !== '').join('\n\n')
}

const figureText = ({ value, label, comparison = '', source = '' }: Figure): string =>
  lines([`${value}: ${label}`, comparison, said(source)])

const partyText = ({ name, role, signedOn }: Party): string =>
  lines([
    `${name}, ${role}`,
    signedOn === undefined ? 'Signature:\nDate:' : `Agreed on ${inWords(signedOn)}`,
  ])

import { inWords } from '#platform/lib/dates.ts'
import type { Block, Document, Party } from './document.ts'
import { fontFamilies, type Fonts } from './fonts.ts'
import { paperFor, type Paper, type PrintSize } from './paper.ts'
import { allPrintable } from './printable.ts'
import type { Sheet, SheetBlock } from './sheet.ts'
import { setChart, setFigures, setTable } from './typeset-figures.ts'
import { symbol } from './symbols.ts'
import { words } from './words.ts'

/**
 * A document as the template wants it, in letters of `points`. Throws RangeError for a map with a
 * district that has no boundary, and nothing else, whatever the texts hold.
 */
export async function typeset(document: Document, points: PrintSize, fonts: Fonts): Promise<Sheet> {
  const tidy = allPrintable(document, fonts.cover)
  const paper = paperFor(points)
  const { name, address, phone = '', email = '' } = tidy.sender
  return {
    kind: tidy.kind,
    title: tidy.title.trim() || 'No title',
    subtitle: tidy.subtitle ?? '',
    authority: tidy.authority,
    sender: { name, lines: [...address, phone, email].filter((line) => line !== '') },
    recipient: tidy.recipient ?? [],
    date: inWords(tidy.date),
    created: tidy.date.split('-').map(Number),
    reference: tidy.reference ?? '',
    paper: { points: paper.points, margin: paper.margin, small: paper.small },
    fonts: fontFamilies,
    body: (await Promise.all(tidy.body.map((block) => setBlock(block, paper)))).flat(),
  }
}

async function setBlock(block: Block, paper: Paper): Promise<readonly SheetBlock[]> {
  switch (block.block) {
    case 'heading':
      return block.text.trim() === '' ? [] : [block]
    case 'paragraph':
      return [{ ...block, text: words(block.text) }]
    case 'list':
      return [{ ...block, items: block.items.map(words) }]
    case 'facts':
      return [
        {
          ...block,
          facts: block.facts.map(({ term, description }) => ({
            term,
            description: words(description),
          })),
        },
      ]
    case 'table':
      return setTable(block, paper)
    case 'callout':
      return [{ ...block, title: block.title ?? '', text: block.text.map(words) }]
    case 'figures':
      return [setFigures(block.figures, paper)]
    case 'chart':
      return setChart(block.chart, paper)
    case 'sign-off':
      return [{ ...block, role: block.role ?? '' }]
    case 'signatures':
      return [{ ...block, parties: block.parties.map(setParty) }]
    case 'picture':
      return [block]
    case 'easy':
      return [{ ...block, svg: await symbol(block.symbol) }]
  }
}

const setParty = ({ name, role, signedOn }: Party) => ({
  name,
  role,
  signed: signedOn === undefined ? '' : `Agreed on ${inWords(signedOn)}`,
})

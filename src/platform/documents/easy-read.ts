import { chartTable } from '#platform/charts/chart-table.ts'
import type { FiguresTable } from '#platform/charts/chart.ts'
import { heading, paragraph } from './blocks.ts'
import type { Block, Document, Text } from './document.ts'
import { symbolFor } from './symbols.ts'
import { words } from './words.ts'

const credit = 'Pictures: OpenMoji, openmoji.org, Creative Commons BY-SA 4.0'

/**
 * A document laid out as easy read: a sentence at a time with a symbol beside it, headings and
 * signatures as they are. Its words are those that were written for it where there are such.
 */
export function easyRead(document: Document): Document {
  const { easyRead: easier, body, ...head } = document
  return { ...head, body: [...(easier ?? body).flatMap(easyBlocks), paragraph(credit)] }
}

function easyBlocks(block: Block): readonly Block[] {
  switch (block.block) {
    case 'heading':
    case 'sign-off':
    case 'signatures':
    case 'easy':
    case 'picture':
      return [block]
    case 'paragraph':
      return sentences(block.text)
    case 'list':
      return block.items.flatMap(sentences)
    case 'facts':
      return block.facts.flatMap(({ term, description }) =>
        sentences(`${term}: ${plain(description)}`),
      )
    case 'table':
      return tableSentences(block)
    case 'chart':
      return tableSentences(chartTable(block.chart))
    case 'callout':
      return [
        ...(block.title === undefined ? [] : [heading(block.title)]),
        ...block.text.flatMap(sentences),
      ]
    case 'figures':
      return block.figures.flatMap(({ value, label }) => sentences(`${value} ${label}`))
  }
}

function tableSentences({ caption, columns, rows }: FiguresTable): readonly Block[] {
  const said = rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell : `${columns[at]?.header}: ${cell}`)).join(', '),
  )
  return [...(caption === '' ? [] : [heading(caption)]), ...said.flatMap(sentences)]
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

function sentences(text: Text): readonly Block[] {
  return plain(text)
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ block: 'easy', symbol: symbolFor(sentence), text: sentence }))
}

const plain = (text: Text): string =>
  words(text)
    .runs.map((run) => run.text)
    .join('')

import { Worker } from 'node:worker_threads'
import type { Document } from './document.ts'
import type { Embossed, Order } from './braille-worker.ts'
import { plainText } from './plain-text.ts'

/**
 * How the words are written: contracted (grade 2), which most readers of Braille use, or letter by
 * letter (grade 1), for who learnt it late. Both are Unified English Braille.
 */
export type Grade = 'contracted' | 'uncontracted'

const tables: Readonly<Record<Grade, string>> = {
  contracted: 'en-ueb-g2.ctb',
  uncontracted: 'en-ueb-g1.ctb',
}

// Fits both A4 and the American paper that many embossers are set to.
const cells = 32
const linesAPage = 25

/** A document as a Braille-ready file (BRF): pages of lines to be embossed as they are. */
export async function braille(document: Document, grade: Grade): Promise<string> {
  const lines = plainText(document).trimEnd().split('\n').map(inLatin)
  const embossed = await translated(lines, tables[grade])
  return pages(embossed.flatMap(wrapped))
}

/**
 * Text in letters that the tables know: marks on letters beyond those of western Europe are left
 * off, other scripts become a question mark, so that a reader meets a gap and not a wrong word.
 */
function inLatin(line: string): string {
  return line.normalize('NFC').replaceAll(unknown, (letter) => plainLetters[letter] ?? bare(letter))
}

const unknown =
  /[^\u0020-\u007e\u00a3\u00a9\u00ae\u00b0\u00c0-\u00ff\u2013\u2014\u2018-\u201d\u20ac]/gu

const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  '…': '...',
  '•': '-',
  '−': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '½': '1/2',
}

function bare(letter: string): string {
  if (/\p{M}/u.test(letter)) return ''
  const first = letter.normalize('NFD').slice(0, 1)
  return /[ -~]/.test(first) ? first : '?'
}

/** A line of Braille on as many lines as it takes; what goes on is set in by two cells. */
function wrapped(line: string): readonly string[] {
  const lines: string[] = []
  let at = ''
  for (const word of line.split(' ').flatMap(pieces)) {
    if (at.trim() === '') at += word
    else if (at.length + 1 + word.length <= cells) at += ` ${word}`
    else {
      lines.push(at)
      at = `  ${word}`
    }
  }
  return [...lines, at]
}

/** A word too long for a line, such as an address of a page, in pieces that fit. */
function pieces(word: string): readonly string[] {
  return word.match(new RegExp(`.{1,${cells - 2}}`, 'gu')) ?? ['']
}

function pages(lines: readonly string[]): string {
  const each = Array.from({ length: Math.ceil(lines.length / linesAPage) }, (_, page) =>
    lines.slice(page * linesAPage, (page + 1) * linesAPage).map((line) => `${line}\r\n`),
  )
  return each.map((page) => page.join('')).join('\f')
}

const waiting = new Map<number, PromiseWithResolvers<readonly string[]>>()
let worker: Worker | undefined
let orders = 0

function translated(lines: readonly string[], table: string): Promise<readonly string[]> {
  orders += 1
  const order: Order = { id: orders, lines, table }
  const waits = Promise.withResolvers<readonly string[]>()
  waiting.set(order.id, waits)
  const open = openWorker()
  open.ref()
  open.postMessage(order)
  return waits.promise
}

function openWorker(): Worker {
  if (worker) return worker
  const opened = new Worker(new URL('braille-worker.ts', import.meta.url), { name: 'braille' })
  opened.on('message', ({ id, lines }: Embossed) => {
    waiting.get(id)?.resolve(lines)
    waiting.delete(id)
    if (waiting.size === 0) opened.unref()
  })
  opened.on('error', (error: unknown) =>
    giveUp(error instanceof Error ? error : new Error(String(error))),
  )
  worker = opened
  return opened
}

/** Whoever waits is told; the next document opens a new thread. */
function giveUp(error: Error): void {
  worker = undefined
  for (const waits of waiting.values()) waits.reject(error)
  waiting.clear()
}

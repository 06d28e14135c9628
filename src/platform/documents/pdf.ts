import { Worker } from 'node:worker_threads'
import type { Document } from './document.ts'
import type { PrintSize } from './paper.ts'
import type { Order, Printed } from './pdf-worker.ts'

type Waiting = { readonly resolve: (pdf: Buffer) => void; readonly reject: (error: Error) => void }

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let orders = 0

/**
 * A document as a tagged PDF (PDF/UA-1) in letters of 12, 18 or 24 points. The work is done beside
 * the server, in a thread of its own that is started by the first document and holds fonts and
 * templates ready: a letter takes milliseconds, a hundred pages do not keep anybody's page waiting.
 * Throws only for a fault of ours, such as a map of a district that has no boundary.
 */
export function pdf(document: Document, points: PrintSize = 12): Promise<Buffer> {
  orders += 1
  const order: Order = { id: orders, document, points }
  const open = openWorker()
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject })
    // While somebody waits, the process must not end.
    open.ref()
    open.postMessage(order)
  })
}

function openWorker(): Worker {
  if (worker) return worker
  const opened = new Worker(new URL('pdf-worker.ts', import.meta.url), { name: 'documents' })
  opened.on('message', (printed: Printed) => deliver(opened, printed))
  opened.on('error', (error: unknown) =>
    giveUp(opened, error instanceof Error ? error : new Error(String(error))),
  )
  opened.on('exit', () => giveUp(opened, new Error('the thread that prints documents ended')))
  worker = opened
  return opened
}

function deliver(from: Worker, printed: Printed): void {
  const waits = waiting.get(printed.id)
  waiting.delete(printed.id)
  if (waiting.size === 0) from.unref()
  if ('fault' in printed)
    waits?.reject(new Error(`the document could not be printed: ${printed.fault}`))
  else waits?.resolve(Buffer.from(printed.pdf.buffer))
}

/** Whoever waits is told; the next document opens a new thread. */
function giveUp(ended: Worker, error: Error): void {
  if (worker !== ended) return
  worker = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

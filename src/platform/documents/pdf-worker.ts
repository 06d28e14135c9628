import { parentPort } from 'node:worker_threads'
import type { Document } from './document.ts'
import { fonts } from './fonts.ts'
import type { PrintSize } from './paper.ts'
import { openPress, type Press } from './press.ts'
import { typeset } from './typeset.ts'

export type Order = { readonly id: number; readonly document: Document; readonly points: PrintSize }

export type Printed =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly fault: string }

let opened: Promise<Press> | undefined

async function print({ document, points }: Order): Promise<Uint8Array<ArrayBuffer>> {
  opened ??= fonts().then(openPress)
  const press = await opened
  return new Uint8Array(press(await typeset(document, points, await fonts())))
}

/** Typst says what is wrong in `code` or `message`, with the text it met, which belongs in no log. */
function faultOf(error: unknown): string {
  const { message = '', code = '' } = error as { message?: string; code?: string }
  return `${message || code}`.replaceAll(/`[^`]*`/g, '`…`')
}

parentPort?.on('message', (order: Order) => {
  void print(order).then(
    (pdf) => parentPort?.postMessage({ id: order.id, pdf } satisfies Printed, [pdf.buffer]),
    (error: unknown) =>
      parentPort?.postMessage({ id: order.id, fault: faultOf(error) } satisfies Printed),
  )
})

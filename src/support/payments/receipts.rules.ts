// What may be kept as a receipt. Local practice: a photograph or a PDF, told by how the file begins and
// not by its name, and small enough to open on a telephone.
import { createHash } from 'node:crypto'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'

export type Receipt = {
  readonly id: string
  readonly name: string
  readonly type: 'application/pdf' | 'image/jpeg' | 'image/png'
  readonly size: number
  /** SHA-256, by which the same file sent twice is kept once. */
  readonly hash: string
  readonly bytes: Buffer
}

export const largestReceipt = 5 * 1024 * 1024
export const mostReceipts = 10

const beginnings: readonly (readonly [Receipt['type'], readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The files that were sent as receipts to keep, or what is wrong with the first that may not be. */
export function receiptsFrom(
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Result<readonly Receipt[], string> {
  if (files.length > mostReceipts)
    return refused(`Send ${mostReceipts} receipts or fewer at a time`)
  const receipts: Receipt[] = []
  for (const { name, bytes } of files) {
    if (bytes.length === 0) return refused(`${name} is empty`)
    if (bytes.length > largestReceipt) return refused(`${name} must be smaller than 5MB`)
    const type = beginnings.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0]
    if (type === undefined) return refused(`${name} must be a PDF, a JPG or a PNG`)
    const hash = createHash('sha256').update(bytes).digest('hex')
    receipts.push({ id: newId(), name: name.slice(0, 120), type, size: bytes.length, hash, bytes })
  }
  return ok(receipts)
}

import { ok, refused, type Result } from '#platform/lib/result.ts'

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'
export type Decoded = { readonly text: string; readonly encoding: Encoding }

/**
 * The text of a file as some spreadsheet or system saved it. A byte order mark decides; without
 * one it is UTF-8 where the bytes are, and Windows-1252 (Excel's "CSV") where they are not. What is
 * no text at all is refused with what to do.
 */
export function decode(bytes: Uint8Array): Result<Decoded, string> {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refused(
      'This is a spreadsheet, not a CSV file. Open it, choose "Save as" and "CSV UTF-8", and send that file',
    )
  }
  if (startsWith(bytes, [0xff, 0xfe]))
    return ok({ text: read('utf-16le', bytes), encoding: 'UTF-16' })
  if (startsWith(bytes, [0xfe, 0xff]))
    return ok({ text: read('utf-16be', bytes), encoding: 'UTF-16' })
  if (bytes.includes(0)) return refused('This file is not text. Send a CSV file')
  const text = utf8(bytes)
  if (text !== null) return ok({ text, encoding: 'UTF-8' })
  return ok({ text: read('windows-1252', bytes), encoding: 'Windows-1252' })
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)

const read = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes)

/** The text without its byte order mark, or null where the bytes are not UTF-8. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

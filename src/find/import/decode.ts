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
  const nulls = nullsIn(bytes)
  if (nulls.all > bytes.length * 0.2) {
    const encoding = nulls.odd * 2 > nulls.all ? 'utf-16le' : 'utf-16be'
    return ok({ text: read(encoding, bytes), encoding: 'UTF-16' })
  }
  if (nulls.all > bytes.length * 0.01) return refused('This file is not text. Send a CSV file')
  const text = utf8(bytes)
  if (text !== null) return ok({ text: text.replaceAll('\0', ''), encoding: 'UTF-8' })
  return ok({ text: read('windows-1252', bytes), encoding: 'Windows-1252' })
}

/** How many bytes are nought: many in two-byte text without a mark (at odd places, the lesser byte first), hardly any in other text. */
function nullsIn(bytes: Uint8Array): { readonly all: number; readonly odd: number } {
  let [all, odd] = [0, 0]
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    all += 1
    if (at % 2 === 1) odd += 1
  }
  return { all, odd }
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)

const read = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes).replaceAll('\0', '')

/** The text without its byte order mark, or null where the bytes are not UTF-8. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

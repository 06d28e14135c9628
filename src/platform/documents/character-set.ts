/**
 * The code points for which a TrueType or OpenType font has a glyph, read from its `cmap` table
 * (OpenType 1.9, sub-table formats 4 and 12). Throws RangeError where the font has neither.
 */
export function characterSet(font: Buffer): ReadonlySet<number> {
  const cmap = tableAt(font, 'cmap')
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8),
  )
  const set = new Set<number>()
  let readable = false
  for (const subtable of subtables) {
    const format = font.readUInt16BE(subtable)
    if (format !== 4 && format !== 12) continue
    readable = true
    const characters = format === 4 ? segments(font, subtable) : groups(font, subtable)
    for (const character of characters) set.add(character)
  }
  if (!readable) throw new RangeError('the font has no character map that can be read')
  return set
}

function tableAt(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  }
  throw new RangeError(`the font has no ${tag} table`)
}

/** Format 12: runs of code points with consecutive glyphs. */
function* groups(font: Buffer, subtable: number): Generator<number> {
  const count = font.readUInt32BE(subtable + 12)
  for (let at = subtable + 16; at < subtable + 16 + count * 12; at += 12) {
    const glyph = font.readUInt32BE(at + 8)
    const first = font.readUInt32BE(at)
    for (let code = first; code <= font.readUInt32BE(at + 4); code += 1) {
      if (glyph + code - first !== 0) yield code
    }
  }
}

/** Format 4: segments, whose glyphs are found by a shift or through a list; glyph 0 is none. */
function* segments(font: Buffer, subtable: number): Generator<number> {
  const doubled = font.readUInt16BE(subtable + 6)
  const ends = subtable + 14
  const starts = ends + doubled + 2
  const shifts = starts + doubled
  const offsets = shifts + doubled
  for (let at = 0; at < doubled; at += 2) {
    const start = font.readUInt16BE(starts + at)
    const shift = font.readUInt16BE(shifts + at)
    const offset = font.readUInt16BE(offsets + at)
    for (let code = start; code <= font.readUInt16BE(ends + at) && code < 0xffff; code += 1) {
      const found =
        offset === 0 ? code : font.readUInt16BE(offsets + at + offset + (code - start) * 2)
      if (found !== 0 && ((found + shift) & 0xffff) !== 0) yield code
    }
  }
}

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { characterSet } from './character-set.ts'
import { fonts } from './fonts.ts'

const read = (file: string) =>
  characterSet(readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`))))

test('a font tells which characters it has letters for', () => {
  const atkinson = read(
    'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  )
  for (const character of 'Aź£Łŵ’–€')
    assert.ok(atkinson.has(character.codePointAt(0) ?? 0), character)
  for (const character of 'Жہ🙂李')
    assert.ok(!atkinson.has(character.codePointAt(0) ?? 0), character)
})

test('characters beyond the first 65,536 are found too', () => {
  const emoji = read('noto-emoji/400Regular/NotoEmoji_400Regular.ttf')
  assert.ok(emoji.has(0x1f642))
  assert.ok(!emoji.has(0x1f642 - 0x10000))
})

test('what is no font is refused', () => {
  assert.throws(() => characterSet(Buffer.alloc(64)), new RangeError('the font has no cmap table'))
})

test('all fonts together cover what the languages of our carers need, and the sign for a gap', async () => {
  const { cover } = await fonts()
  for (const character of 'AŁŵșЖΩटગਗবہچ🙂\ufffd')
    assert.ok(cover(character.codePointAt(0) ?? 0), character)
  assert.equal(cover('李'.codePointAt(0) ?? 0), false)
})

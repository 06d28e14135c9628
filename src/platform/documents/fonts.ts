import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { characterSet } from './character-set.ts'

/**
 * The letters of our documents, in the order in which they are asked for a character. Atkinson
 * Hyperlegible Next was drawn by the Braille Institute for readers with low vision and has the
 * Latin letters of Europe; the others come in where it has none: Noto Sans for the rest of Latin,
 * Greek, Cyrillic and Devanagari, Vazirmatn for Urdu and Arabic (its text can be copied letter by
 * letter, which Noto's cannot), then the other scripts of our carers' names, and emoji in ink.
 * All are under the SIL Open Font License; nothing of the machine's own fonts is used.
 */
const families = [
  {
    family: 'Atkinson Hyperlegible Next',
    from: 'atkinson-hyperlegible-next',
    weights: ['400Regular', '700Bold'],
  },
  { family: 'Noto Sans', from: 'noto-sans', weights: ['400Regular', '700Bold'] },
  { family: 'Vazirmatn', from: 'vazirmatn', weights: ['400Regular', '700Bold'] },
  { family: 'Noto Sans Gujarati', from: 'noto-sans-gujarati', weights: ['400Regular', '700Bold'] },
  { family: 'Noto Sans Gurmukhi', from: 'noto-sans-gurmukhi', weights: ['400Regular', '700Bold'] },
  { family: 'Noto Sans Bengali', from: 'noto-sans-bengali', weights: ['400Regular', '700Bold'] },
  { family: 'Noto Emoji', from: 'noto-emoji', weights: ['400Regular'] },
] as const

/** The families' names, as Typst and SVG know them. */
export const fontFamilies: readonly string[] = families.map(({ family }) => family)

export type Fonts = {
  readonly files: readonly Buffer[]
  /** Whether any of the fonts has a letter for this code point. */
  readonly cover: (codePoint: number) => boolean
}

let loaded: Promise<Fonts> | undefined

/** The fonts, read once. */
export function fonts(): Promise<Fonts> {
  loaded ??= readFonts()
  return loaded
}

async function readFonts(): Promise<Fonts> {
  const files = await Promise.all(
    families.flatMap(({ family, from, weights }) =>
      weights.map((weight) =>
        readFile(fontFile(from, weight, `${family.replaceAll(' ', '')}_${weight}.ttf`)),
      ),
    ),
  )
  const sets = files.map(characterSet)
  return { files, cover: (codePoint) => sets.some((set) => set.has(codePoint)) }
}

const fontFile = (from: string, weight: string, file: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/${from}/${weight}/${file}`))

/** What ECharts writes for its own scripts and hovers; none of it is needed to read a picture. */
const needless = / (?:class|xml:space|pointer-events|ecmeta_\w+)="[^"]*"/g

/**
 * The shapes of an SVG made by ECharts, in a form that a strict content policy lets through: no
 * style sheet and no `style` attribute, only presentation attributes. Text in it is escaped by
 * then, so that no angle bracket or quotation mark stands where it is not one of markup.
 *
 * `id` begins the names of its patterns, which would otherwise be the same in two charts of a page,
 * and differ each time a chart is drawn.
 */
export function plainShapes(svg: string, id: string): string {
  return svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replaceAll(/<style[^>]*>.*?<\/style>/gs, '')
    .replaceAll(/<[a-z][^>]*>/g, plainTag)
    .replaceAll(/(?<=id="|url\(#)zr\d+-/g, `${id}-`)
    .replaceAll(/>\s+</g, '><')
    .trim()
}

function plainTag(tag: string): string {
  return tag.replace(needless, '').replace(/ style="([^"]*)"/, (_, style: string) =>
    style
      .split(';')
      .map((declaration) => /^\s*([a-z-]+)\s*:\s*(.+)$/.exec(declaration))
      .filter((found) => found !== null && found[1] !== 'font-family')
      .map((found) => ` ${found?.[1]}="${found?.[2]?.replace(/px$/, '')}"`)
      .join(''),
  )
}

/** A picture that says what it is: a title, a description for who cannot see it, and the shapes. */
export function picture(
  {
    id,
    title,
    description,
    font,
    width,
    height,
  }: {
    readonly id: string
    readonly title: string
    readonly description: string
    /** The family of its letters; without one they are those of the page around it. */
    readonly font?: string | undefined
    readonly width: number
    readonly height: number
  },
  shapes: string,
): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}"` +
    ` viewBox="0 0 ${round(width)} ${round(height)}" role="img"` +
    ` aria-labelledby="${id}-title ${id}-description"${font ? ` font-family="${escaped(font)}"` : ''}>` +
    `<title id="${id}-title">${escaped(title)}</title>` +
    `<desc id="${id}-description">${escaped(description)}</desc>${shapes}</svg>`
  )
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for SVG: escaped, and without the control characters that XML knows no way to write. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** A length or place as SVG writes it: to a tenth. */
export const round = (length: number): number => Math.round(length * 10) / 10

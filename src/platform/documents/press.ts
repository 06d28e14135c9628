import { NodeCompiler, type PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { fileURLToPath } from 'node:url'
import type { Fonts } from './fonts.ts'
import type { Sheet } from './sheet.ts'

const templates = fileURLToPath(new URL('typst/', import.meta.url))

/**
 * After how many documents Typst forgets what it has kept of one: enough that the template stays
 * known from letter to letter, few enough that a day of letters takes no more memory than ten.
 */
const kept = 2

/** Turns a sheet into a tagged PDF that conforms to PDF/UA-1; the same sheet gives the same bytes. */
export type Press = (sheet: Sheet) => Buffer

/**
 * A press: Typst with our fonts and nothing else. It takes no files but the template's, no network
 * and none of the machine's fonts. Throws where Typst will not have a sheet, which is a fault of ours.
 */
export function openPress(fonts: Fonts): Press {
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: [...fonts.files] }],
  })
  return (sheet) => {
    // Compiled and exported in one call: a compiled document held by JavaScript is freed too late.
    const pdf = compiler.pdf(
      { mainFilePath: `${templates}main.typ`, inputs: { sheet: JSON.stringify(sheet) } },
      { pdfStandard: 'ua-1' satisfies `${PdfStandard}` },
    )
    compiler.evictCache(kept)
    return pdf
  }
}

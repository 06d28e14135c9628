import type { Tx } from '#platform/db/database.ts'
import { shippedTexts, type Instrument, type Texts } from './instrument.ts'
import { listWordings } from './instruments.sql.ts'

/** The words of a measure, shipped or imported; null where nobody has imported them. */
export async function textsOf(tx: Tx, instrument: Instrument): Promise<Texts | null> {
  const shipped = shippedTexts(instrument)
  if (shipped !== null) return shipped
  const wordings = await listWordings(tx)
  return wordings.find((each) => each.instrument === instrument.version)?.texts ?? null
}

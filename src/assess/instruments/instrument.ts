import { z } from 'zod'
import maca1 from '../../../data/instruments/maca-yc18-1.json' with { type: 'json' }
import panoc1 from '../../../data/instruments/panoc-yc20-1.json' with { type: 'json' }
import six1 from '../../../data/instruments/six-questions-1.json' with { type: 'json' }
import wellbeing1 from '../../../data/instruments/wellbeing-check-1.json' with { type: 'json' }
import { assessmentKinds } from '#assess/assessments/assessment.ts'

const instrument = z.strictObject({
  version: z.string(),
  name: z.string(),
  title: z.string(),
  /** What must be said wherever its scores are shown. */
  label: z.string().optional(),
  wording: z.enum(['shipped', 'imported']),
  licence: z.string(),
  source: z.string(),
  for: z.array(z.enum(assessmentKinds)),
  /** The time that the answers are about. */
  recall: z.string(),
  options: z.array(z.strictObject({ code: z.number().int(), label: z.string() })),
  items: z.array(
    z.strictObject({ id: z.string(), about: z.string(), text: z.string().optional() }),
  ),
  scales: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      items: z.array(z.string()),
      bands: z.array(
        z.strictObject({
          min: z.number().int(),
          max: z.number().int(),
          label: z.string(),
          concern: z.boolean(),
        }),
      ),
    }),
  ),
  alerts: z.array(
    z.strictObject({
      item: z.string(),
      from: z.number().int().optional(),
      atMost: z.number().int().optional(),
      urgency: z.enum(['now', 'same_day']),
    }),
  ),
})

export type Instrument = z.output<typeof instrument>
export type Urgency = Instrument['alerts'][number]['urgency']

/** Every measure whose key we have. The wording of most belongs to somebody else and is not here. */
export const instruments: readonly Instrument[] = [wellbeing1, six1, maca1, panoc1].map((file) =>
  instrument.parse(file),
)

/** The measure by its version, or null where there is none. */
export function findInstrument(version: string): Instrument | null {
  return instruments.find((each) => each.version === version) ?? null
}

/** The words of each item by its id, as they are put to the carer. */
export type Texts = Readonly<Record<string, string>>

/** The words that we ship with a measure; null where somebody has to import them. */
export function shippedTexts({ wording, items }: Instrument): Texts | null {
  if (wording === 'imported') return null
  return Object.fromEntries(items.map(({ id, text = '' }) => [id, text]))
}

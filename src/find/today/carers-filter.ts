import { z } from 'zod'
import { carerKinds } from '#people/persons/involvement.ts'

/** For how many days nobody was in touch with those who are shown as quiet. */
export const quietDays = [30, 90, 180] as const

export const carersFilter = z.object({
  kind: z.enum(carerKinds).optional().catch(undefined),
  /** Those with whom nobody was in touch for so many days. */
  quiet: z.coerce
    .number()
    .pipe(z.literal([...quietDays]))
    .optional()
    .catch(undefined),
  /** By name unless told: by the day of the last contact, the longest ago first. */
  by: z.literal('contact').optional().catch(undefined),
})

export type CarersFilter = z.output<typeof carersFilter>

/** The query of a filtered list of carers, without its question mark. */
export function carersQuery({ kind, quiet, by }: CarersFilter): string {
  const parts = { kind, quiet: quiet?.toString(), by }
  return new URLSearchParams(
    Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
}

/** The address of a filtered list of carers. */
export function carersHref(filter: CarersFilter): string {
  const query = carersQuery(filter)
  return query === '' ? '/my-carers' : `/my-carers?${query}`
}

import { z } from 'zod'
import { idParam } from '#people/persons/params.ts'

/** Whose work the board shows: one worker's, nobody's, or that of those who left. */
export const whoseParam = z.union([z.literal('nobody'), z.literal('left'), idParam])

export const waitingFilter = z.object({
  /** What they wait for: the kind of a source. */
  for: z.string().max(40).optional().catch(undefined),
  of: whoseParam.optional().catch(undefined),
})

export type WaitingFilter = z.output<typeof waitingFilter>

/** The query of a filtered board, without its question mark; empty for the whole of it. */
export function filterQuery(filter: WaitingFilter): string {
  return new URLSearchParams(
    Object.entries({ for: filter.for, of: filter.of }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ).toString()
}

/** The address of the board under a filter. */
export function boardHref(filter: WaitingFilter): string {
  const query = filterQuery(filter)
  return query === '' ? '/waiting' : `/waiting?${query}`
}

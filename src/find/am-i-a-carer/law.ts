import { isoDate, type IsoDate } from '#platform/lib/dates.ts'

/** A legal reference and since when it has been in force. */
export type Law = { readonly citation: string; readonly inForceFrom: IsoDate }

export function law(citation: string, inForceFrom: string): Law {
  return { citation, inForceFrom: isoDate(inForceFrom) }
}

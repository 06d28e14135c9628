import { z } from 'zod'
import { isId } from '#platform/lib/ids.ts'

/** An id in an address; anything else is no page of ours. */
export const idParam = z.string().refine(isId)

/** The address of a page about one carer, `/carers/:id/…`. */
export const carerParams = z.object({ id: idParam })

import { z } from 'zod'
import { newId } from '#platform/lib/ids.ts'
import { sharingAskedSchema } from './sharing-asked.rules.ts'

const words = z.string().nullable().catch(null)
const yesNo = z.boolean().nullable().catch(null)

const caredFor = z.object({
  relationship: words,
  conditions: z.array(z.string()).catch([]),
  hoursBand: words,
  livesTogether: yesNo,
})

/** What carers who register tell of themselves beyond what a referrer may, as a record has it. */
export const toldBySelfSchema = z.object({
  knownAs: words,
  town: words,
  homePhone: words,
  mobilePhone: words,
  mayPhone: yesNo,
  mayText: yesNo,
  mayEmail: yesNo,
  mayPost: yesNo,
  safeContact: words,
  informationFormat: words,
  language: words,
  note: words,
  caredFor,
  /** Who else they agreed may know that they are a carer; absent where they were not asked. */
  mayKnow: sharingAskedSchema.omit({ sender: true }).optional().catch(undefined),
})

export type ToldBySelf = z.output<typeof toldBySelfSchema>

/** As the first details of a record, over what was told with every referral. */
export function ownDetails(own: ToldBySelf) {
  const { caredFor: _, mayKnow: __, informationFormat, note, ...told } = own
  return {
    ...told,
    note: note || null,
    ...(informationFormat === null ? {} : { informationFormat }),
  }
}

/**
 * Whom the carer looks after, as the first line of their record. Nameless: it is for that person, or
 * for the carer in a talk, to say what is written down of them.
 */
export function ownCaring(
  { caredFor: told }: ToldBySelf,
  of: { readonly authorityId: number; readonly carerId: string },
) {
  return {
    authorityId: of.authorityId,
    id: newId(),
    carerId: of.carerId,
    caredForId: null,
    ...told,
  }
}

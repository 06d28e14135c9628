import { z } from 'zod'
import { ageOn, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { sharedPurposes } from '#share/agreements/agreement.ts'

/** Who may know what of a carer, as they agreed before anybody has talked with them. */
export const sharingAskedSchema = z.object({
  /** The organisation that refers them. */
  sender: z.boolean().catch(false),
  practice: z.string().nullable().catch(null),
  council: z.boolean().catch(false),
  purposes: z.array(z.enum(sharedPurposes)).catch(['identity']),
})

export type SharingAsked = z.output<typeof sharingAskedSchema>

type Of = {
  readonly kind: string
  readonly told: {
    readonly dateOfBirth: string | null
    readonly age: number | null
    readonly mayKnow?: SharingAsked | undefined
    readonly own?: { readonly mayKnow?: Omit<SharingAsked, 'sender'> | undefined } | undefined
  } | null
}

/** What was asked for, whichever way the referral came; null where nobody was named. */
export function sharingAskedIn({ told }: Of): SharingAsked | null {
  const own = told?.own?.mayKnow
  const asked = told?.mayKnow ?? (own === undefined ? null : { ...own, sender: false })
  if (asked === null) return null
  return asked.sender || asked.council || asked.practice !== null ? asked : null
}

/**
 * Whether their word, as another passes it on, is enough: from 16 they are presumed able to agree
 * (Family Law Reform Act 1969 s.8, Mental Capacity Act 2005 s.1); of a younger child somebody first
 * finds out whether they understand it (Gillick v West Norfolk AHA [1986] AC 112), in a talk with them.
 */
export function agreesBeforeATalk({ kind, told }: Of, today: IsoDate): boolean {
  if (told === null) return false
  const age = told.dateOfBirth === null ? told.age : ageOn(isoDate(told.dateOfBirth), today)
  return age === null ? kind !== 'young_carer' : age >= 16
}

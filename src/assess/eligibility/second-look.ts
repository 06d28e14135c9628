import { z } from 'zod'
import targetsFile from '../../../data/law/second-look-targets.json' with { type: 'json' }
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'

export const askedHows = {
  own_page: 'On their own page',
  telephone: 'On the telephone',
  in_person: 'Face to face',
  in_writing: 'In writing',
} as const
export type AskedHow = keyof typeof askedHows

export const lookAnswers = {
  stands: 'The decision stands',
  changed: 'The decision changes',
} as const
export type LookAnswer = keyof typeof lookAnswers

/** That a carer asks for a decision to be looked at again. Open until the answer has been sent. */
export type SecondLook = {
  readonly id: string
  readonly determinationId: string
  readonly personId: string
  readonly organisationId: number
  readonly askedOn: IsoDate
  readonly askedHow: AskedHow
  readonly askedWords: string | null
  readonly takenByName: string
  readonly dueOn: IsoDate
  readonly answer: LookAnswer | null
  readonly answeredOn: IsoDate | null
  readonly answeredBy: string | null
  readonly answeredByName: string | null
  readonly answeredByRole: string | null
  readonly reason: string | null
  readonly newDeterminationId: string | null
  readonly sentAt: IsoInstant | null
  readonly sentAs: string | null
  readonly copyOn: IsoDate | null
  readonly version: number
}

const targets = z.object({
  source: z.string(),
  targets: z
    .array(z.object({ from_on: z.iso.date(), working_days: z.number().int().positive() }))
    .min(1),
})

/** What is promised of a second look that was asked for on that day or later, the oldest first. */
export const lookTargets: readonly {
  readonly from_on: string
  readonly working_days: number
}[] = targets.parse(targetsFile).targets

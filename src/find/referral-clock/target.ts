import { readFileSync } from 'node:fs'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

/** What is promised of a referral that came on `fromOn` or later, in working days. */
export type Target = {
  readonly kind: CarerKind
  readonly urgent: boolean
  readonly fromOn: IsoDate
  /** From being asked to the answer. */
  readonly answerDays: number
  /** From being asked to when the clock turns amber; not after the answer is due. */
  readonly amberDays: number
  /** From the answer to the first talk with the carer. */
  readonly talkDays: number
}

/** The promises that hold where an authority has set none of its own. */
export const shippedTargets: readonly Target[] = JSON.parse(
  readFileSync(new URL('../../../data/referrals/clock-targets.json', import.meta.url), 'utf8'),
)

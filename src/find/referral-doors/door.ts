import type { SharedPurpose } from '#share/agreements/agreement.ts'
import type { Question } from './questions.ts'

/** A way in for one kind of referrer, who is asked only what they can know. */
export type Door = {
  /** Its name in addresses. */
  readonly slug: string
  /** Who comes in by it: `A GP practice`. */
  readonly name: string
  readonly title: string
  readonly lead: string
  /** A code of `referral-sources`. */
  readonly source: string
  /** The kinds of organisation whose people come in by it; empty where nobody speaks for one. */
  readonly organisationKinds: readonly string[]
  /** What somebody without an account is asked for whom they speak: `Your ward and hospital`. */
  readonly organisationWords: string | null
  /** What it asks, in order, and which of it is needed. */
  readonly asks: readonly Question[]
  readonly needs: readonly Question[]
  /** What may be told beyond that, folded away. */
  readonly more: readonly Question[]
  /** Of these at least one is needed, so that the carer can be reached. */
  readonly reachBy: readonly Question[]
  /**
   * What the carer is asked whether the sender may know of them, for a year. Empty where it makes no
   * sense: nobody speaks for an organisation, or a child should be asked by whoever talks with them.
   */
  readonly mayKnow: readonly SharedPurpose[]
}

export const asksFor = (door: Door, question: Question): boolean =>
  door.asks.includes(question) || door.more.includes(question)

import type { Body } from '#platform/web/form.ts'
import type { IsoDate } from '#platform/lib/dates.ts'

/** The public door's way through a registration, and the young carers' own. */
export type Way = 'adult' | 'young'

/** What was sent of each page that was answered, by the page's name in the address. */
export type Answers = Readonly<Record<string, Body>>

/** A registration that a visitor has begun; `reference` once it is sent. */
export type Draft = {
  readonly id: string
  readonly way: Way
  readonly answers: Answers
  readonly referralId: string
  readonly reference: string | null
}

/** What a page's rules may know beside the answers. */
export type Asking = { readonly way: Way; readonly today: IsoDate }

/** Days that a draft is kept after it was last changed. */
export const daysKept = 7

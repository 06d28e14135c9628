import type { IsoDate } from '#platform/lib/dates.ts'

/** What is compared of a person. All of it as people see it; blanks are null. */
export type MatchRecord = {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly birth: IsoDate | null
  readonly gender: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly homePhone: string | null
  readonly mobilePhone: string | null
  readonly email: string | null
  readonly nhsNumber: string | null
  readonly gpPractice: string | null
  readonly caredFor: CaredForRecord | null
  /** Whom they care for and why, as codes: weak evidence, as many share it. */
  readonly relationship: string | null
  readonly conditions: readonly string[]
}

export type CaredForRecord = {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly birth: IsoDate | null
}

/** One named piece of a score, in words that staff can read. */
export type Part = { readonly part: string; readonly points: number; readonly words: string }

/** A part as found; its words are put together only where somebody will read them. */
export type Found = { readonly part: string; readonly points: number; readonly words: () => string }

/** Join: surely one person. Review: somebody should look. Apart: nothing to look at. */
export type Verdict = 'join' | 'review' | 'apart'

export type Score = {
  readonly points: number
  readonly parts: readonly Part[]
  /** Why two records are not joined by themselves however alike they are. */
  readonly doubts: readonly string[]
  readonly verdict: Verdict
}

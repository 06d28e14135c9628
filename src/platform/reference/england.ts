import { readFileSync } from 'node:fs'

export type District = { readonly code: string; readonly name: string }

/** An English council with social services duties, and the districts within it. */
export type KnownAuthority = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly gssCode: string
  readonly districts: readonly District[]
}

const read = (name: string) =>
  readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8')

/** All 153 of them, without a database (ONS lookup of 2023). */
export const knownAuthorities = JSON.parse(read('authorities.json')) as readonly KnownAuthority[]

/** England's bank holidays, 2014 to 2030, with their names. */
export const bankHolidaysNamed = JSON.parse(read('bank-holidays.json')) as readonly {
  readonly day: string
  readonly name: string
}[]

export const bankHolidays: ReadonlySet<string> = new Set(bankHolidaysNamed.map(({ day }) => day))

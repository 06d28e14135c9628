import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'

export const carerKinds = [
  'adult_carer',
  'parent_carer',
  'young_carer',
  'young_adult_carer',
] as const

export type CarerKind = (typeof carerKinds)[number]

/** The kinds of carer as staff and referrers say them. */
export const carerKindWords: Readonly<Record<CarerKind, string>> = {
  adult_carer: 'Adult carer',
  parent_carer: 'Parent carer',
  young_carer: 'Young carer',
  young_adult_carer: 'Young adult carer',
}

/** The words for a kind as stored, `cared_for` among them. */
export function kindWords(kind: string): string {
  return kind === 'cared_for' ? 'Cared-for person' : (carerKindWords[kind as CarerKind] ?? kind)
}

/** Which organisation works with the person, who there, and since when. */
export type Involvement = Pick<
  Selectable<DB['involvement']>,
  'id' | 'organisationId' | 'kind' | 'workerId' | 'since' | 'until' | 'endReason'
> & { readonly organisation: string; readonly worker: string | null }

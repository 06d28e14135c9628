import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import { wordsFor } from '#people/persons/code-words.ts'

/** One caring relation, seen from one side: `other` is nobody where the cared-for person stays nameless. */
export type Caring = Pick<
  Selectable<DB['caring']>,
  | 'id'
  | 'relationship'
  | 'conditions'
  | 'hoursBand'
  | 'livesTogether'
  | 'since'
  | 'until'
  | 'endReason'
  | 'version'
> & {
  readonly otherId: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly dateOfBirth: string | null
  readonly diedOn: string | null
}

/** `spouse or partner`, for use in a sentence; null where nobody said. */
export function relationshipWords({ relationship }: Pick<Caring, 'relationship'>): string | null {
  return relationship === null ? null : wordsFor('relationships', relationship).toLowerCase()
}

/** The conditions in words, in the order given. */
export function conditionWords({ conditions }: Pick<Caring, 'conditions'>): string {
  return conditions.map((condition) => wordsFor('conditions', condition)).join(', ')
}

import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'

export const overrideKinds = ['emergency', 'safeguarding'] as const
export type OverrideKind = (typeof overrideKinds)[number]

export const kindWords: Readonly<Record<OverrideKind, string>> = {
  emergency: 'Somebody’s life or health is in danger now',
  safeguarding: 'To protect an adult or a child from harm',
}

/** The same for the carer, going on from "looked at your record on …". */
export const ownKindWords: Readonly<Record<OverrideKind, string>> = {
  emergency: 'because of an emergency',
  safeguarding: 'because somebody may come to harm',
}

export type Override = Omit<Selectable<DB['recordOverride']>, 'authorityId' | 'kind'> & {
  readonly kind: OverrideKind
}

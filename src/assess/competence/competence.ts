import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import type { Duty } from '#platform/access/duties.ts'
import { assessmentReaders } from '../assessments/who-assesses.ts'

/** Whether a child could decide one thing, as somebody saw it on one day. It stands as it was formed. */
export type CompetenceView = Omit<Selectable<DB['competenceView']>, 'authorityId' | 'readers'>

/** Who works with children and may form a view, and the safeguarding lead. */
export const viewers = [
  ...assessmentReaders,
  'key_worker',
  'safeguarding_lead',
] as const satisfies readonly Duty[]

/** `They could decide this` or `They could not decide this yet`. */
export const competenceWords = (competent: boolean): string =>
  competent ? 'They could decide this' : 'They could not decide this yet'

import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { defaultTargetDays } from './assessment-clock.rules.ts'

const settings = z.object({
  targets: z.object({ assessmentDays: z.number().int().positive().optional() }).optional(),
})

export type AssessSettings = {
  readonly authorityName: string
  readonly targetDays: number
}

/** What the authority has set for assessments and decisions, or what holds where it has not. */
export async function getAssessSettings(tx: Tx, authorityId: number): Promise<AssessSettings> {
  const row = await tx
    .selectFrom('authority')
    .select(['name', 'settings'])
    .where('id', '=', authorityId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('authority')
  const set = settings.parse(row.settings)
  return {
    authorityName: row.name,
    targetDays: set.targets?.assessmentDays ?? defaultTargetDays,
  }
}

export type Organisation = {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly town: string | null
  readonly telephone: string | null
}

/** An organisation of the authority by its id. */
export async function getOrganisation(tx: Tx, id: number): Promise<Organisation> {
  const found = await tx
    .selectFrom('organisation')
    .select(['id', 'kind', 'name', 'town', 'telephone'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('organisation')
  return found
}

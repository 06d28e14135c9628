import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Database } from '#platform/db/database.ts'
import type { Clock } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { KnownAuthority } from '#platform/reference/england.ts'
import type { Decided } from '#people/matching/join-groups.ts'
import { getHomes } from './organisations.sql.ts'
import type { SourceFile } from './read-file.ts'
import { insertRun } from './runs.sql.ts'
import { takeExtract, type Taken } from './take-extract.ts'

export type AtOnce = {
  readonly authority: Pick<KnownAuthority, 'id' | 'code'>
  readonly files: readonly SourceFile[]
  readonly decided: readonly Decided[]
  readonly clock: Clock
}

/** Takes an extract in one transaction of its own, its row among the imports included: all of it lands or nothing. */
export function takeAtOnce(db: Database, { authority, ...given }: AtOnce): Promise<Taken> {
  const { id: authorityId, code: authorityCode } = authority
  const runId = newId()
  const actor = systemActor({
    authorityId,
    authorityCode,
    reason: 'import extract',
    requestId: runId,
  })
  return asActor(db, actor, async (tx) => {
    const { adult_carers: organisationId } = await getHomes(tx, authorityId, [])
    const readers = [organisationId]
    await insertRun(tx, { authorityId, id: runId, organisationId, state: 'running', readers })
    return takeExtract(tx, { ...given, authorityId, runId, readers, tell: () => Promise.resolve() })
  })
}

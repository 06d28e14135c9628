import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { RefusedRow } from './read-rows.ts'
import type { SourceFile } from './read-file.ts'
import type { FileDescribed } from './describe-files.ts'

export type ImportRun = {
  readonly id: string
  readonly state: 'uploaded' | 'waiting' | 'running' | 'done' | 'refused'
  readonly askedAt: string
  readonly finishedAt: string | null
  readonly files: readonly FileDescribed[]
  readonly rowCount: number | null
  readonly takenCount: number | null
  readonly newCount: number | null
  readonly refusedCount: number | null
  readonly joinedCount: number | null
  readonly reviewCount: number | null
  readonly why: string | null
  readonly by: string | null
  readonly readers: readonly number[]
}

/** The import; throws NotFound where the actor may not see it. */
export async function getRun(tx: Tx, id: string): Promise<ImportRun> {
  const [run] = await selectRuns(tx).where('importRun.id', '=', id).execute()
  if (run === undefined) throw new NotFound('import')
  return run as unknown as ImportRun
}

/** The latest imports that the actor may see. */
export async function listRuns(tx: Tx, limit: number): Promise<readonly ImportRun[]> {
  const runs = await selectRuns(tx).orderBy('importRun.askedAt', 'desc').limit(limit).execute()
  return runs as unknown as readonly ImportRun[]
}

function selectRuns(tx: Tx) {
  return tx
    .selectFrom('importRun')
    .leftJoin('account', (join) =>
      join
        .onRef('account.authorityId', '=', 'importRun.authorityId')
        .onRef('account.id', '=', 'importRun.accountId'),
    )
    .select([
      'importRun.id',
      'importRun.state',
      'importRun.askedAt',
      'importRun.finishedAt',
      'importRun.files',
      'importRun.rowCount',
      'importRun.takenCount',
      'importRun.newCount',
      'importRun.refusedCount',
      'importRun.joinedCount',
      'importRun.reviewCount',
      'importRun.why',
      'importRun.readers',
      'account.displayName as by',
    ])
}

type OfRun = { readonly authorityId: number; readonly runId: string }

/** Keeps the files of an upload until they are stored or thrown away. */
export async function insertUploads(
  tx: Tx,
  of: OfRun & { readonly files: readonly SourceFile[]; readonly readers: readonly number[] },
): Promise<void> {
  for (const { name, bytes } of of.files) {
    await tx
      .insertInto('importUpload')
      .values({
        authorityId: of.authorityId,
        runId: of.runId,
        name,
        bytes: Buffer.from(bytes),
        readers: [...of.readers],
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function listUploads(
  tx: Tx,
  { authorityId, runId }: OfRun,
): Promise<readonly SourceFile[]> {
  return tx
    .selectFrom('importUpload')
    .select(['name', 'bytes'])
    .where('authorityId', '=', authorityId)
    .where('runId', '=', runId)
    .orderBy('name')
    .execute()
}

export async function deleteUploads(tx: Tx, { authorityId, runId }: OfRun): Promise<void> {
  await tx
    .deleteFrom('importUpload')
    .where('authorityId', '=', authorityId)
    .where('runId', '=', runId)
    .execute()
}

/** Throws an upload away that nobody has told to begin. */
export async function deleteUploaded(tx: Tx, runId: string): Promise<void> {
  await tx.deleteFrom('importRun').where('id', '=', runId).where('state', '=', 'uploaded').execute()
}

/** Tells an upload to be stored; false where somebody has already. */
export async function startRun(tx: Tx, runId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('importRun')
    .set({ state: 'waiting' })
    .where('id', '=', runId)
    .where('state', '=', 'uploaded')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The import that waits longest, locked; null where none does. One that was begun and broken off waits too.
 * Locked for its values alone, as its progress refers to it meanwhile. */
export async function lockWaitingRun(
  tx: Tx,
  authorityId: number,
): Promise<{ readonly id: string; readonly readers: readonly number[] } | null> {
  const run = await tx
    .selectFrom('importRun')
    .select(['id', 'readers'])
    .where('authorityId', '=', authorityId)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('askedAt')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  return run ?? null
}

/** The authorities in which an import waits. */
export async function listAuthoritiesWithImports(
  db: Database,
): Promise<readonly { readonly id: number; readonly code: string }[]> {
  const { rows } = await sql<{
    id: number
    code: string
  }>`select id, code from authorities_with_imports()`.execute(db)
  return rows
}

export type Progress = { readonly percent: number; readonly doing: string }

/** Writes down how far an import has come, in a transaction of its own while the import's goes on. */
export async function saveProgress(
  tx: Tx,
  of: OfRun & Progress & { readonly readers: readonly number[] },
): Promise<void> {
  const { authorityId, runId, percent, doing, readers } = of
  await tx
    .insertInto('importProgress')
    .values({ authorityId, runId, percent, doing, readers: [...readers] })
    .onConflict((conflict) =>
      conflict.columns(['authorityId', 'runId']).doUpdateSet({ percent, doing }),
    )
    .execute()
}

export async function findProgress(tx: Tx, runId: string): Promise<Progress | null> {
  const found = await tx
    .selectFrom('importProgress')
    .select(['percent', 'doing'])
    .where('runId', '=', runId)
    .executeTakeFirst()
  return found ?? null
}

/** The refused rows of one file, in its order. */
export async function listRefusals(
  tx: Tx,
  of: { readonly runId: string; readonly file: string },
): Promise<readonly Pick<RefusedRow, 'line' | 'reasons' | 'cells'>[]> {
  const rows = await tx
    .selectFrom('importRefusal')
    .select(['line', 'reasons', 'cells'])
    .where('runId', '=', of.runId)
    .where('file', '=', of.file)
    .orderBy('line')
    .execute()
  return rows.map(({ line, reasons, cells }) => ({
    line,
    cells,
    reasons: reasons as unknown as RefusedRow['reasons'],
  }))
}

/** Keeps which column holds which field, for every later file with these headings. */
export async function saveMapping(
  tx: Tx,
  of: {
    readonly authorityId: number
    readonly id: string
    readonly headingsKey: string
    readonly kind: string
    readonly headings: Readonly<Record<string, string>>
    readonly savedBy: string | null
  },
): Promise<void> {
  const { headings: given, ...values } = of
  const headings = JSON.stringify(given)
  await tx
    .insertInto('importMapping')
    .values({ ...values, headings })
    .onConflict((conflict) =>
      conflict
        .columns(['authorityId', 'headingsKey'])
        .doUpdateSet({ kind: of.kind, headings, savedBy: of.savedBy, savedAt: sql<string>`now()` }),
    )
    .execute()
}

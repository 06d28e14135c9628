import { parseArgs } from 'node:util'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { Stop } from '#platform/lib/errors.ts'
import { knownAuthorities, type KnownAuthority } from '#platform/reference/england.ts'
import type { Command } from '#platform/room.ts'
import { makeExportFolder, writeLines, writeManifest, type WrittenFile } from './export-files.ts'
import { linesOf, listTables, standStill, type ExportTable } from './export.sql.ts'
import { columnWords, tableWords } from './held-words.ts'
import { columnsLeftOut, whyLeftOut } from './what-is-exported.rules.ts'

const usage = 'export authority FOLDER --authority AUTHORITY'

/** `alongside export authority`: everything that an authority keeps, in open files. */
export const exportCommand: Command = {
  name: 'export authority',
  usage,
  about:
    'Writes everything that an authority keeps into a folder, a file of JSON lines for each table, with a manifest.',
  run: async (house, words) => {
    const { folder, authority } = read(words)
    const db = await house.openIfThere()
    if (db === null) throw new Stop('There is no database here yet, so nothing to export')
    makeExportFolder(folder)
    const actor = systemActor({
      authorityId: authority.id,
      authorityCode: authority.code,
      reason: 'export of the authority',
    })
    const written = await asActor(db, actor, (tx) => exportAll(tx, { folder, authority }))
    const rows = written.reduce((sum, each) => sum + each.rows, 0)
    house.print(
      `${authority.name}: ${rows.toLocaleString('en-GB')} rows of ${written.length} tables written to ${folder}. It holds everything: keep it as safe as the database.`,
    )
    return 0
  },
}

async function exportAll(
  tx: Tx,
  { folder, authority }: { readonly folder: string; readonly authority: KnownAuthority },
): Promise<readonly WrittenFile[]> {
  const madeAt = await standStill(tx)
  const tables = await listTables(tx)
  const written: (ExportTable & WrittenFile)[] = []
  for (const table of tables) {
    if (whyLeftOut(table.table, table.own) !== null) continue
    const lines = linesOf(tx, { table: table.table, leftOut: columnsLeftOut })
    written.push({ ...table, ...(await writeLines(folder, `${table.table}.jsonl`, lines)) })
  }
  writeManifest(folder, {
    format: 'alongside-authority-export-1',
    authority: { code: authority.code, name: authority.name, gss_code: authority.gssCode },
    made_at: madeAt,
    tables: written.map(described),
    left_out: [
      ...tables.flatMap(({ table, own }) => {
        const why = whyLeftOut(table, own)
        return why === null ? [] : [{ table, why }]
      }),
      { table: 'auth.*', why: 'Secrets by which people come in' },
      { table: 'jobs.*', why: 'Work of the server itself' },
    ],
  })
  return written
}

function described(of: ExportTable & WrittenFile) {
  return {
    table: of.table,
    title: tableWords(of.table),
    file: of.file,
    rows: of.rows,
    bytes: of.bytes,
    sha256: of.sha256,
    purpose: of.purpose,
    person_column: of.personColumn,
    columns: of.columns
      .filter(({ name }) => !columnsLeftOut.includes(name))
      .map(({ name, type, nullable, refersTo }) => ({
        name,
        type,
        nullable,
        meaning: columnWords(name),
        ...(refersTo === null ? {} : { refers_to: refersTo }),
      })),
  }
}

function read(words: readonly string[]) {
  const wrong = (what: string) => new Stop(`${what}\n  alongside ${usage}`, 2)
  const asked = parsed(words, wrong)
  const [folder, ...more] = asked.positionals
  if (folder === undefined || more.length > 0) throw wrong('Say one folder to write to')
  const authority = knownAuthorities.find(({ code }) => code === asked.values.authority)
  if (authority === undefined)
    throw wrong('Say which authority: --authority and a name like worcestershire')
  return { folder, authority }
}

function parsed(words: readonly string[], wrong: (what: string) => Stop) {
  try {
    return parseArgs({
      args: [...words],
      options: { authority: { type: 'string' } },
      allowPositionals: true,
    })
  } catch (error) {
    throw wrong((error as Error).message.split('. ')[0] ?? 'This was not understood')
  }
}

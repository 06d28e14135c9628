import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Database } from '#platform/db/database.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { type Loaded, upsertEstablishments, upsertPracticeCounts } from './establishments.sql.ts'
import type { ReadRegister } from './read-register.ts'

const atOnce = 2000

/** Writes what a register's file held, in one transaction; the same file again changes nothing. */
export async function loadRegister(
  db: Database,
  { establishments, counts }: ReadRegister,
  source: string,
): Promise<Loaded> {
  const [authority] = knownAuthorities
  const house = systemActor({
    authorityId: authority!.id,
    authorityCode: authority!.code,
    reason: 'import places',
  })
  return asActor(db, house, async (tx) =>
    sum([
      ...(await inParts(establishments, (part) => upsertEstablishments(tx, part, source))),
      ...(await inParts(counts, (part) => upsertPracticeCounts(tx, part, source))),
    ]),
  )
}

async function inParts<T>(
  rows: readonly T[],
  write: (part: readonly T[]) => Promise<Loaded>,
): Promise<readonly Loaded[]> {
  const done: Loaded[] = []
  for (let at = 0; at < rows.length; at += atOnce)
    done.push(await write(rows.slice(at, at + atOnce)))
  return done
}

const sum = (parts: readonly Loaded[]): Loaded => ({
  added: parts.reduce((total, { added }) => total + added, 0),
  changed: parts.reduce((total, { changed }) => total + changed, 0),
})

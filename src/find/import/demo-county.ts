import { fileURLToPath } from 'node:url'
import { Stop } from '#platform/lib/errors.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { DemoHouse } from '#platform/room.ts'
import { openFile } from './read-file.ts'
import { readDecisions } from './read-extract.ts'
import { readFileOf, readFolder } from './read-folder.ts'
import { takeAtOnce } from './take-at-once.ts'

const folder = fileURLToPath(new URL('../../../data/demo/worcestershire/', import.meta.url))

/**
 * Loads the demo county like any other extract, with what its staff had decided before the move. Who
 * truly is who lies beside it for measuring the matching, and no register has that.
 */
export async function loadDemoCounty({ db, config, clock }: DemoHouse): Promise<void> {
  const authority = knownAuthorities.find(({ code }) => code === config.authorityCode)
  const decisions = openFile(readFileOf(`${folder}reviewed_pairs.csv.gz`))
  if (authority === undefined || !decisions.ok) throw new Stop('The demo county cannot be read')
  const decided = readDecisions(decisions.value).taken.map(({ row }) => row)
  const files = readFolder(folder).filter(({ name }) => !name.startsWith('truth'))
  await takeAtOnce(db, { authority, files, decided, clock })
}

import { fileURLToPath } from 'node:url'
import { Stop } from '#platform/lib/errors.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { DemoHouse } from '#platform/room.ts'
import type { Decided } from '#people/matching/join-groups.ts'
import { openFile } from './read-file.ts'
import { readDecisions } from './read-extract.ts'
import { readFileOf, readFolder } from './read-folder.ts'
import { takeAtOnce } from './take-at-once.ts'

const folder = fileURLToPath(new URL('../../../data/demo/worcestershire/', import.meta.url))

/**
 * Two of the pairs that the county's staff found to be different people: left for whoever tries the
 * page of duplicates. They stay apart either way, so that no figure depends on them.
 */
export const leftToDecide: readonly (readonly [string, string])[] = [
  ['WAC002073', 'WAC004921'],
  ['WAC004789', 'WAC007215'],
]

/** Whether staff's decision on a pair is laid aside in the demo. */
export function isLeftToDecide({ ids }: Pick<Decided, 'ids'>): boolean {
  return leftToDecide.some((pair) => pair.every((id) => ids.includes(id)))
}

/**
 * Loads the demo county like any other extract, with what its staff had decided before the move. Who
 * truly is who lies beside it for measuring the matching, and no register has that.
 */
export async function loadDemoCounty({ db, config, clock }: DemoHouse): Promise<void> {
  const authority = knownAuthorities.find(({ code }) => code === config.authorityCode)
  const decisions = openFile(readFileOf(`${folder}reviewed_pairs.csv.gz`))
  if (authority === undefined || !decisions.ok) throw new Stop('The demo county cannot be read')
  const decided = readDecisions(decisions.value)
    .taken.map(({ row }) => row)
    .filter((each) => !isLeftToDecide(each))
  const files = readFolder(folder).filter(({ name }) => !name.startsWith('truth'))
  await takeAtOnce(db, { authority, files, decided, clock })
}

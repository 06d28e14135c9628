import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '#platform/room.ts'
import { answerOf, type Answer } from './answer.ts'
import { decisionsOf, readWords, usage, type Asked } from './import-extract.words.ts'
import { dryRun } from './dry-run.ts'
import type { LookedAt } from './look-at-extract.ts'
import { readFolder } from './read-folder.ts'
import { refusedCsv } from './refused-csv.ts'
import { filesRead } from './sums.ts'
import { takeAtOnce } from './take-at-once.ts'

const nothingTaken = 1

/** `alongside import extract`: takes a previous system's files, or with `--dry-run` only says what it would take. */
export const importExtract: Command = {
  name: 'import extract',
  usage,
  about: 'Takes in the register and the rest of a previous system, from its CSV files.',
  run: async (house, words) => {
    const asked = readWords(words)
    const decided = decisionsOf(asked)
    const files = readFolder(asked.folder)
    const started = performance.now()
    const looked = asked.dryRun
      ? await dryRun(house, asked.authority, { files, decided, today: house.clock.today() })
      : await takeAtOnce(await house.open(), {
          authority: asked.authority,
          files,
          decided,
          clock: house.clock,
        })
    const answer = answerOf(looked.read, looked.judged, (performance.now() - started) / 1000)
    for (const { name, why } of looked.open.leftOut) house.warn(`${name} is left out: ${why}`)
    if (asked.refused !== null) writeRefused(asked.refused, looked)
    if (asked.json) house.print(JSON.stringify(answer, null, 2))
    else for (const line of inWords(asked, answer)) house.print(line)
    return answer.accepted === 0 ? nothingTaken : 0
  },
}

/** One CSV for each file that had rows refused, with what to mend. */
function writeRefused(folder: string, { read }: LookedAt): void {
  mkdirSync(folder, { recursive: true })
  for (const { file, refused } of filesRead(read)) {
    if (refused.length > 0)
      writeFileSync(join(folder, file.name), refusedCsv(file.table.headings, refused))
  }
}

function inWords({ dryRun }: Asked, answer: Answer): readonly string[] {
  const { rows, accepted, refused, joined, review, seconds } = answer
  const took = dryRun ? 'could be taken (nothing was written)' : 'taken'
  return [
    `${rows} rows read, ${accepted} ${took}, ${refused.length} refused, in ${seconds} seconds.`,
    `${joined.length} records joined to another of the same person, ${review.length} pairs to look at.`,
    ...refused.map(
      ({ file, line, id, reasons }) =>
        `${file}, line ${line}, ${id}: ${reasons.map(({ message }) => message).join('. ')}`,
    ),
  ]
}

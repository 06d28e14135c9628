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
    const { rows: decided, warnings: undecided } = decisionsOf(asked)
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
    for (const line of [...undecided, ...warnings(asked, looked)]) house.warn(line)
    if (asked.refused !== null) writeRefused(asked.refused, looked)
    if (asked.json) house.print(JSON.stringify(answer, null, 2))
    else for (const line of inWords(asked, answer)) house.print(line)
    return answer.accepted === 0 ? nothingTaken : 0
  },
}

/** What of the folder was not taken, and why. */
function warnings({ decisions }: Asked, { open }: LookedAt): readonly string[] {
  const decided =
    decisions === null ? open.files.filter(({ mapping }) => mapping.kind === 'decisions') : []
  return [
    ...open.leftOut.map(({ name, why }) => `${name} is left out: ${why}`),
    ...decided.map(
      ({ name }) => `${name} holds decided pairs: name it with --decisions to have them applied`,
    ),
  ]
}

/** One CSV for each file that had rows refused, with what to mend. */
function writeRefused(folder: string, { read }: LookedAt): void {
  mkdirSync(folder, { recursive: true })
  for (const { file, refused } of filesRead(read)) {
    if (refused.length > 0)
      writeFileSync(join(folder, file.name), refusedCsv(file.table.headings, refused))
  }
}

function inWords({ dryRun: dry }: Asked, answer: Answer): readonly string[] {
  const { rows, accepted, refused, joined, review, seconds } = answer
  const took = dry ? 'could be taken (nothing was written)' : 'taken'
  return [
    `${counted(rows, 'row')} read, ${accepted} ${took}, ${refused.length} refused, in ${seconds} seconds.`,
    `${counted(joined.length, 'record')} joined to another of the same person, ${counted(review.length, 'pair')} to look at.`,
    ...refused.map(
      ({ file, line, id, reasons }) =>
        `${file}, line ${line}, ${id}: ${reasons.map(({ message }) => message).join('. ')}`,
    ),
  ]
}

const counted = (count: number, what: string): string =>
  `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`

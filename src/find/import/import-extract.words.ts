import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stop } from '#platform/lib/errors.ts'
import { knownAuthorities, type KnownAuthority } from '#platform/reference/england.ts'
import type { DecisionRow } from './decision-rows.rules.ts'
import { openFile } from './read-file.ts'
import { readDecisions } from './read-extract.ts'
import { isFile, readFileOf } from './read-folder.ts'

export const usage =
  'import extract FOLDER --authority CODE [--decisions FILE] [--refused FOLDER] [--dry-run] [--json]'

const wrongUsage = 2

export type Asked = {
  readonly folder: string
  readonly authority: KnownAuthority
  readonly decisions: string | null
  readonly refused: string | null
  readonly dryRun: boolean
  readonly json: boolean
}

/** The words after the command; throws Stop with one line and exit code 2 where they are wrong. */
export function readWords(words: readonly string[]): Asked {
  const { values, positionals } = parsed(words)
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0 || values.authority === undefined)
    throw new Stop(`Say which folder and which authority: alongside ${usage}`, wrongUsage)
  const authority = knownAuthorities.find(({ code }) => code === values.authority)
  if (authority === undefined)
    throw new Stop(
      `The authority "${values.authority}" is not known: give an English council's name in lower case, like worcestershire`,
      wrongUsage,
    )
  return {
    folder,
    authority,
    decisions: values.decisions ?? null,
    refused: values.refused ?? null,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
  }
}

function parsed(words: readonly string[]) {
  const options = {
    authority: { type: 'string' },
    decisions: { type: 'string' },
    refused: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n  alongside ${usage}`, wrongUsage)
  }
}

export type DecidedBefore = {
  readonly rows: readonly DecisionRow[]
  /** Rows that say no decision; their pairs stay to be looked at. */
  readonly warnings: readonly string[]
}

/** What was decided before, from a file given by its path or by its name in the folder. */
export function decisionsOf({ decisions, folder }: Asked): DecidedBefore {
  if (decisions === null) return { rows: [], warnings: [] }
  const inFolder = join(folder, decisions)
  const path = !existsSync(decisions) && isFile(inFolder) ? inFolder : decisions
  const open = openFile(readFileOf(path))
  if (!open.ok) throw new Stop(`${path}: ${open.error.why}`, wrongUsage)
  if (open.value.mapping.kind !== 'decisions')
    throw new Stop(
      `${path} holds no decided pairs: it needs two columns of ids and one that says same or different`,
      wrongUsage,
    )
  const { taken, refused } = readDecisions(open.value)
  const words = ({ line, reasons }: (typeof refused)[number]): string =>
    `${path}, line ${line}, is not applied: ${reasons.map(({ message }) => message).join('. ')}`
  return { rows: taken.map(({ row }) => row), warnings: refused.map(words) }
}

import { readFile } from 'node:fs/promises'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Command, CommandHouse } from '#platform/room.ts'
import { carerEligibility } from './carer-eligibility.rules.ts'
import type { Eligibility } from './eligibility.ts'
import { readFindings } from './findings.ts'

const usage = 'determine carer FINDINGS.json [--json]'

/**
 * The decision of the pages from the command line, without a database: the same function on findings
 * in a file. Exit code 0 decided (either way), 1 the file cannot be used, 2 wrong usage.
 */
export const determineCarer: Command = {
  name: 'determine carer',
  usage,
  about: "Decides an adult carer's eligibility (SI 2015/313 regulation 3) from findings in a file.",
  run: async (house, words) => {
    const [path, ...rest] = words.filter((word) => word !== '--json')
    if (path === undefined || path.startsWith('-') || rest.length > 0) {
      house.warn(`Usage: script/alongside ${usage}`)
      return 2
    }
    const document = await readDocument(path)
    if (!document.ok) return refuse(house, path, [document.error])
    const findings = readFindings(document.value)
    if (!findings.ok) return refuse(house, path, findings.error)
    const decided = carerEligibility(findings.value)
    if (words.includes('--json')) house.print(JSON.stringify(decided, null, 2))
    else for (const line of inLines(decided)) house.print(line)
    return 0
  },
}

async function readDocument(path: string): Promise<Result<unknown, string>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return refused(
      missing ? 'there is no such file.' : `cannot be read: ${(error as Error).message}.`,
    )
  }
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown)
  } catch (error) {
    return refused(`is not JSON: ${(error as Error).message}.`)
  }
}

function refuse(house: CommandHouse, path: string, lines: readonly string[]): number {
  for (const line of lines) house.warn(`${path}: ${line}`)
  return 1
}

function inLines({ eligible, steps }: Eligibility): readonly string[] {
  return [
    eligible ? 'Eligible' : 'Not eligible',
    ...steps.map((step) => `${step.met ? 'met    ' : 'not met'}  ${step.ref}  ${step.reason}`),
  ]
}

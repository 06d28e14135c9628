import { z } from 'zod'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { domainIds, evidenceIds, limbIds, outcomeIds, type Findings } from './eligibility.ts'

const told = z.strictObject({
  C1: z.boolean(),
  C2a: z.boolean(),
  outcomes: z.partialRecord(z.enum(outcomeIds), z.array(z.enum(limbIds))).default({}),
  C3: z.boolean(),
  wellbeing: z.array(z.enum(domainIds)).optional(),
  evidence: z.partialRecord(z.enum(evidenceIds), z.string()).default({}),
})

/**
 * Findings from a document that came from outside: all three questions answered, no id that the
 * regulations do not have. A refusal names each place and says what belongs there.
 */
export function readFindings(document: unknown): Result<Findings, readonly string[]> {
  const read = told.safeParse(document, { reportInput: true })
  return read.success
    ? ok(read.data)
    : refused(read.error.issues.flatMap((issue) => linesOf(issue)))
}

type Issue = z.core.$ZodIssue

function linesOf(issue: Issue): readonly string[] {
  const place = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${[...place, key].join('.')}: there is no such id, use ${idsAt(place).join(', ')}.`,
    )
  }
  const where = place.length === 0 ? 'The findings' : place.join('.')
  return [`${where}: ${wanted(issue, place)}.`]
}

function idsAt(place: readonly string[]): readonly string[] {
  if (place.length === 0) return Object.keys(told.shape)
  return place[0] === 'outcomes' ? outcomeIds : evidenceIds
}

function wanted(issue: Issue, place: readonly string[]): string {
  if (issue.code === 'invalid_value') return `use ${issue.values.join(', ')}`
  if (issue.code !== 'invalid_type') return issue.message
  const missing = issue.input === undefined && place.length === 1
  return `${missing ? 'is missing, ' : ''}must be ${kinds[issue.expected] ?? issue.expected}`
}

const kinds: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  string: 'a text',
  array: 'a list',
  object: 'an object of findings',
  record: 'an object by id',
}

import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Answers } from './answers.ts'
import type { Assessment } from './assessment.ts'
import { insertSection, listSections, updateSection, type SavedSection } from './sections.sql.ts'

export type TypedSection = {
  readonly section: string
  readonly answers: Answers
  /** The version that was on the page; 0 for one that nobody had saved. */
  readonly version: number
  /** What was brought along and is not confirmed yet. */
  readonly unconfirmed?: readonly string[]
}

/** What somebody else saved while this was typed. */
export type Clash = { readonly typed: TypedSection; readonly theirs: SavedSection }

/**
 * Saves the sections that were typed. Where somebody saved one of them since, nothing is written
 * over: their version comes back beside the typed one. The same form sent twice saves once.
 */
export async function saveSections(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly assessment: Assessment
    readonly typed: readonly TypedSection[]
  },
): Promise<Result<readonly TypedSection[], readonly Clash[]>> {
  const before = await listSections(tx, of.assessment.id)
  const clashes: Clash[] = []
  const saved: TypedSection[] = []
  for (const typed of of.typed) {
    const stored = before.find((each) => each.section === typed.section)
    if (isAsStored(stored, typed)) {
      saved.push({ ...typed, version: stored?.version ?? 0 })
    } else if (await save(tx, of, typed)) {
      saved.push({ ...typed, version: typed.version + 1 })
    } else {
      clashes.push({ typed, theirs: await theirs(tx, of.assessment.id, typed.section) })
    }
  }
  return clashes.length > 0 ? refused(clashes) : ok(saved)
}

function isAsStored(stored: SavedSection | undefined, typed: TypedSection): boolean {
  return (
    isDeepStrictEqual(stored?.answers ?? {}, typed.answers) &&
    isDeepStrictEqual(stored?.unconfirmed ?? [], typed.unconfirmed ?? [])
  )
}

function save(
  tx: Tx,
  { actor, assessment }: { readonly actor: Actor; readonly assessment: Assessment },
  { section, answers, version, unconfirmed = [] }: TypedSection,
): Promise<boolean> {
  const row = {
    authorityId: actor.authorityId,
    id: newId(),
    assessmentId: assessment.id,
    personId: assessment.personId,
    section,
    answers,
    unconfirmed,
    savedBy: actor.accountId,
    savedByName: actor.displayName,
  }
  return version === 0 ? insertSection(tx, row) : updateSection(tx, row, version)
}

async function theirs(tx: Tx, assessmentId: string, section: string): Promise<SavedSection> {
  const saved = await listSections(tx, assessmentId)
  const found = saved.find((each) => each.section === section)
  if (found === undefined) throw new Error(`Section ${section} was neither saved nor there`)
  return found
}

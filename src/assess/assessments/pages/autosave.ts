import { timeInWords, type Clock } from '#platform/lib/dates.ts'
import type { Body } from '#platform/web/form.ts'
import type { Context, FileReply } from '#platform/web/page.ts'
import { answersOf } from '../answers.ts'
import { stillUnconfirmed } from '../known.rules.ts'
import type { TypedSection } from '../save-sections.ts'
import type { SectionSoFar } from '../section-state.ts'
import { confirmedField, versionField } from './section-form.view.ts'

/** The sections as they were typed, each with the version that its page was made from. */
export function typedSections(
  sections: readonly SectionSoFar[],
  values: Readonly<Record<string, unknown>>,
  body: Body,
): readonly TypedSection[] {
  return sections.map(({ section, answers: before, brought }) => {
    const answers = answersOf(section, values)
    const confirmed = body[confirmedField(section.id)] !== undefined
    const unconfirmed = stillUnconfirmed({
      brought: Object.keys(brought),
      before,
      after: answers,
      confirmed,
    })
    return { section: section.id, answers, version: versionIn(body, section.id), unconfirmed }
  })
}

/** The version of a section that its page was made from; 0 where it carries none. */
export function versionIn(body: Body, section: string): number {
  const carried = body[versionField(section)]
  return typeof carried === 'string' && /^\d{1,9}$/.test(carried) ? Number(carried) : 0
}

/** Whether the page's script saves in passing, rather than a person who goes on. */
export function wantsAutosave({ headers }: Pick<Context, 'headers'>): boolean {
  return headers['x-autosave'] === '1'
}

/** What the script needs to go on: the versions that now stand, and the words to show. */
export function autosaved(saved: readonly TypedSection[], clock: Clock): FileReply {
  const versions = saved.map(({ section, version }) => [versionField(section), version] as const)
  return autosavedAs(Object.fromEntries(versions), clock)
}

/** The same for a form that carries something else that says what it was made from. */
export function autosavedAs(
  versions: Readonly<Record<string, string | number>>,
  clock: Clock,
): FileReply {
  return {
    name: 'saved.json',
    type: 'application/json',
    body: JSON.stringify({ versions, said: `Saved at ${timeInWords(clock.now())}.` }),
    disposition: 'inline',
  }
}

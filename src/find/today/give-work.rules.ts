import type { Duty } from '#platform/access/duties.ts'
import { isId } from '#platform/lib/ids.ts'
import type { WaitingSource } from '#platform/waiting-source.ts'
import type { Waiting } from './waiting.sql.ts'

/** One line of the board as it was ticked: what it is, and whose it was when it was seen. */
export type Ticked = { readonly kind: string; readonly id: string; readonly from: string | null }

/** A line as the value of its tick. */
export function tickOf({ kind, id, workerId }: Pick<Waiting, 'kind' | 'id' | 'workerId'>): string {
  return `${kind}:${id}:${workerId ?? 'nobody'}`
}

/** What was ticked; null for what is no tick. */
export function readTick(value: string): Ticked | null {
  const [kind = '', id = '', from = ''] = value.split(':')
  if (kind === '' || !isId(id)) return null
  if (from === 'nobody') return { kind, id, from: null }
  return isId(from) ? { kind, id, from } : null
}

/** Somebody to whom work may be given, with the duties they hold and where. */
export type Receiver = {
  readonly id: string
  readonly name: string
  readonly at: readonly { readonly organisationId: number; readonly duties: readonly Duty[] }[]
}

/** Whether somebody may be given a line: they hold a duty for it at the organisation that has it. */
export function mayTake(
  { at }: Receiver,
  { organisationId }: Pick<Waiting, 'organisationId'>,
  { give }: Pick<WaitingSource, 'give'>,
): boolean {
  return at.some(
    (place) =>
      place.organisationId === organisationId &&
      give?.to.some((duty) => place.duties.includes(duty)) === true,
  )
}

/** How many of each kind, in the order of the sources: `Assessment 2`. */
export function kindCounts(
  lines: readonly Pick<Waiting, 'kind'>[],
  sources: readonly Pick<WaitingSource, 'kind' | 'label'>[],
): readonly { readonly kind: string; readonly label: string; readonly count: number }[] {
  return sources
    .map(({ kind, label }) => ({
      kind,
      label,
      count: lines.filter((line) => line.kind === kind).length,
    }))
    .filter(({ count }) => count > 0)
}

/** Why this work cannot be given to somebody, in words for whoever tries; null where it can. */
export function whyNot(
  receiver: Receiver,
  lines: readonly Waiting[],
  sources: readonly WaitingSource[],
): string | null {
  if (lines.every(({ workerId }) => workerId === receiver.id)) {
    return `${receiver.name} has all of it already: select somebody else`
  }
  const cannot = lines.filter(({ kind, organisationId }) => {
    const source = sources.find((each) => each.kind === kind)
    return source === undefined || !mayTake(receiver, { organisationId }, source)
  })
  if (cannot.length === 0) return null
  const what = kindCounts(cannot, sources).map(({ label, count }) => `${label} ${count}`)
  return `${receiver.name} holds no duty that takes these: ${what.join(', ')}. Select somebody else, or go back and leave them out`
}

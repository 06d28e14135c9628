import type { WaitingSource } from '#platform/waiting-source.ts'
import type { WaitingFilter } from './waiting-filter.ts'
import type { WaitingTally } from './waiting.sql.ts'

type Counted = { readonly total: number; readonly late: number }

/** The sum of the tallies that a filter shows; of all kinds, those that somebody waits for. */
export function sumOf(
  tallies: readonly WaitingTally[],
  sources: readonly Pick<WaitingSource, 'kind' | 'standing'>[],
  filter: WaitingFilter,
): Counted {
  const kinds = sources.filter(({ kind, standing }) =>
    filter.for === undefined ? standing !== true : kind === filter.for,
  )
  const counted = tallies.filter(
    (tally) => kinds.some(({ kind }) => kind === tally.kind) && isOf(tally, filter.of),
  )
  return {
    total: counted.reduce((sum, { total }) => sum + total, 0),
    late: counted.reduce((sum, { late }) => sum + late, 0),
  }
}

function isOf({ workerId, left }: WaitingTally, of: WaitingFilter['of']): boolean {
  if (of === undefined) return true
  if (of === 'nobody') return workerId === null
  return of === 'left' ? left : workerId === of
}

/** Everybody in whose name something stands, by name, those who left last. */
export function workersOf(
  tallies: readonly WaitingTally[],
): readonly { readonly id: string; readonly name: string; readonly left: boolean }[] {
  const workers = new Map<string, { id: string; name: string; left: boolean }>()
  for (const { workerId, worker, left } of tallies) {
    if (workerId !== null) workers.set(workerId, { id: workerId, name: worker ?? 'Somebody', left })
  }
  return [...workers.values()].toSorted(
    (a, b) => Number(a.left) - Number(b.left) || a.name.localeCompare(b.name, 'en-GB'),
  )
}

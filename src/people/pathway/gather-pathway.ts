import type { Tx } from '#platform/db/database.ts'
import { bankHolidays } from '#platform/reference/england.ts'
import type { ClockSource, PathwayStep } from '#platform/clock-source.ts'
import type {} from '#platform/clock-source.ts'
import type { Gathered, RecordOf } from '#platform/room.ts'
import { pathwayClock, type PathwayClock, type PathwayTold } from './pathway.rules.ts'
import type { StepReckoning } from './step-clock.rules.ts'
import { listStepTargets } from './step-targets.sql.ts'

/** What every room knows of one carer's pathway, as the clock for their page and their record. */
export async function gatherPathway(
  tx: Tx,
  gathered: Pick<Gathered, 'clock'>,
  of: RecordOf,
): Promise<PathwayClock | null> {
  const [told, reckoning] = await Promise.all([
    pathwayTold(tx, gathered.clock, of),
    getStepReckoning(tx),
  ])
  return pathwayClock(told, of.today, reckoning)
}

/** All that a step's clock is read by. */
export async function getStepReckoning(tx: Tx): Promise<StepReckoning> {
  return { targets: await listStepTargets(tx), holidays: bankHolidays }
}

async function pathwayTold(
  tx: Tx,
  sources: readonly ClockSource[],
  of: RecordOf,
): Promise<PathwayTold> {
  const told = await Promise.all(
    sources.map(async ({ step, list, running }) => {
      const [days, waiting] = await Promise.all([list(tx, of), running?.(tx, of) ?? []])
      return {
        events: days.map((day) => ({ ...day, step })),
        // What has ended waits for nothing.
        waiting: waiting.map((each) => ({ ...each, step: step as PathwayStep })),
      }
    }),
  )
  return {
    events: told.flatMap(({ events }) => events),
    waiting: told.flatMap(({ waiting }) => waiting),
  }
}

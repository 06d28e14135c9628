import { rooms } from '../src/app.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { openDatabase } from '#platform/db/database.ts'
import { appUrl } from '#platform/db/migrate.ts'
import { annualFigures } from '#prove/annual-report/annual-report.ts'
import { reportingYear } from '#prove/measures/reporting-year.rules.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { County } from './counties.ts'
import { inTurn } from './load.ts'
import { benchSecret } from './secret.ts'

const worcestershire = knownAuthorities.find(({ code }) => code === 'worcestershire')?.id ?? 0

/** The annual report of the extract's year, all figures, as the application's role: its time against that at 1x. */
export async function measureReport(
  county: County,
  at1: County,
  say: (line: string) => void,
): Promise<void> {
  await annualReport(county)
  const times = await inTurn(3, {
    here: () => annualReport(county),
    at1: () => annualReport(at1),
  })
  say(
    `\nAnnual report, ${county.size} times the county: ${times.here.toFixed(0)} ms, ${(times.here / times.at1).toFixed(1)} times that at 1x`,
  )
}

async function annualReport({ url }: County): Promise<number> {
  const db = openDatabase(await appUrl(url, benchSecret))
  const measures = rooms.flatMap((room) => room.measures ?? [])
  const actor = systemActor({
    authorityId: worcestershire,
    authorityCode: 'worcestershire',
    reason: 'benchmark',
  })
  const started = performance.now()
  await asActor(db, actor, (tx) =>
    annualFigures(tx, measures, { authorityId: worcestershire, ...reportingYear('2017/18')! }),
  )
  const taken = performance.now() - started
  await db.destroy()
  return taken
}

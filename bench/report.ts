import { rooms } from '../src/app.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { openDatabase } from '#platform/db/database.ts'
import { appUrl } from '#platform/db/migrate.ts'
import { annualFigures } from '#prove/annual-report/annual-report.ts'
import { reportingYear } from '#prove/measures/reporting-year.rules.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { median } from './load.ts'

const worcestershire = knownAuthorities.find(({ code }) => code === 'worcestershire')?.id ?? 0

/** The annual report of the extract's year, all figures, as the application's role: its time against that at 1x. */
export async function measureReport(
  ownerUrl: string,
  first: Map<string, number>,
  say: (line: string) => void,
): Promise<void> {
  const db = openDatabase(await appUrl(ownerUrl, 'a secret for benchmarks alone, long enough'))
  const measures = rooms.flatMap((room) => room.measures ?? [])
  const actor = systemActor({
    authorityId: worcestershire,
    authorityCode: 'worcestershire',
    reason: 'benchmark',
  })
  const taken: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now()
    await asActor(db, actor, (tx) =>
      annualFigures(tx, measures, { authorityId: worcestershire, ...reportingYear('2017/18')! }),
    )
    taken.push(performance.now() - started)
  }
  await db.destroy()
  const now = median(taken)
  const at1 = first.get('annual report') ?? now
  first.set('annual report', at1)
  say(`  annual report  ${now.toFixed(0)} ms, ${(now / at1).toFixed(1)} times that at 1x`)
}

// Prints every benchmark as ratios against a floor measured in the same run.
//   script/bench                 all parts, the county at 1x and 10x
//   script/bench --full          and at 100x (1.2 million carers; some 15 GB of disk)
//   script/bench pages plans     these parts alone: matching, import, pages, writes, fhir, report, payments,
//                                assessments, plans
// Counties are made once and kept in .cache/bench until the migrations change.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { measureAssessments } from './assessments.ts'
import { openCounties, openCounty } from './counties.ts'
import { measureFhir } from './fhir.ts'
import { measureImport } from './import.ts'
import { measurePages } from './pages.ts'
import { showPlans } from './plans.ts'
import { measurePaymentRun } from './payments.ts'
import { measureReport } from './report.ts'
import { measureWrites } from './writes.ts'

const parts = [
  'matching',
  'import',
  'pages',
  'writes',
  'fhir',
  'report',
  'payments',
  'assessments',
  'plans',
] as const
type Part = (typeof parts)[number]

const words = process.argv.slice(2)
const full = words.includes('--full')
const named = words.filter((word) => word !== '--full')
const stranger = named.find((word) => !parts.includes(word as Part))
if (stranger !== undefined) {
  console.error(`There is no part ${stranger}; the parts are ${parts.join(', ')}`)
  process.exit(2)
}
const wanted = (part: Part): boolean => named.length === 0 || named.includes(part)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const started = performance.now()
if (wanted('matching')) measureMatching()
if (wanted('import')) await measureImportAfresh()
if (parts.some((part) => part !== 'matching' && part !== 'import' && wanted(part)))
  await measureCounties()
say(`\nDone in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`)

/** In a process of its own, because it is also a program of its own, for other files. */
function measureMatching(): void {
  say('Finding who is in a register twice')
  execFileSync(process.execPath, ['bench/matching.ts'], { stdio: 'inherit' })
}

async function measureImportAfresh(): Promise<void> {
  const folder = '.cache/bench/import'
  await measureImport(folder, say)
  rmSync(folder, { recursive: true, force: true })
}

async function measureCounties(): Promise<void> {
  await using closing = new AsyncDisposableStack()
  const server = await openCounties()
  closing.defer(() => server.stop())
  const at1 = await openCounty(server, 1, say)
  const counties = [at1]
  // The payment run and the assessments alone need no larger county, which takes minutes to make.
  const larger = (['pages', 'writes', 'fhir', 'report', 'plans'] as const).some(wanted)
  for (const size of larger ? (full ? [10, 100] : [10]) : [])
    counties.push(await openCounty(server, size, say))
  if (wanted('pages')) await measurePages(counties, say)
  if (wanted('writes')) await measureWrites(counties, say)
  if (wanted('fhir')) await measureFhir(counties, say)
  if (wanted('report')) for (const county of counties) await measureReport(county, at1, say)
  if (wanted('payments')) await measurePaymentRun(at1, say)
  if (wanted('assessments')) await measureAssessments(at1, say)
  if (wanted('plans')) await showPlans(counties.at(-1)!, say)
}

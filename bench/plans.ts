import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { clusterFolder } from '#platform/db/embedded-programs.ts'
import { asOwner, countiesFolder, type County } from './counties.ts'
import { withDoor } from './pages.ts'
import { openPractice, takeAwayReferrals } from './writes.ts'

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Node[]
}

type Explained = { readonly 'Query Text': string; readonly Plan: Node; readonly ms: number }

/** Rows that a scan may look at and still be quicker than an index. */
const few = 1000

const pagesAsked = 20

/**
 * How PostgreSQL carries out every statement of the pages, as the application's role and by the plans
 * that it keeps for it: each index that is used, and each scan that reads more than a few rows.
 */
export async function showPlans(county: County, say: (line: string) => void): Promise<void> {
  say(`\nPlans, ${county.size} times the county`)
  await explaining(county, () =>
    withDoor(county, async ({ address, cookie, asked }) => {
      for (const [name, addresses] of Object.entries(asked))
        await explain(name, say, async (at) => {
          const path = addresses[at % addresses.length]
          await (await fetch(`${address}${path}`, { headers: { cookie } })).text()
        })
      const practice = await openPractice(address)
      await explain('a referral in', say, () => practice.refer())
      await takeAwayReferrals(county)
    }),
  )
}

/** Does it twenty times and tells of the statements that it took. */
async function explain(
  name: string,
  say: (line: string) => void,
  once: (at: number) => Promise<void>,
): Promise<void> {
  const from = statSync(log).size
  for (let at = 0; at < pagesAsked; at += 1) await once(at)
  await wait(500)
  summarise(name, explainedSince(from), say)
}

function summarise(
  name: string,
  explained: readonly Explained[],
  say: (line: string) => void,
): void {
  const nodes = explained.flatMap(({ Plan: plan }) => nodesOf(plan))
  const indexes = new Set(nodes.flatMap((node) => node['Index Name'] ?? []))
  const statements = new Set(explained.map((each) => each['Query Text']))
  const scans = explained.flatMap((each) =>
    nodesOf(each.Plan)
      .filter((node) => node['Node Type'] === 'Seq Scan' && rowsRead(node) > few)
      .map((node) => `${node['Relation Name']} in: ${oneLine(each['Query Text'])}`),
  )
  say(`  ${name}: ${statements.size} statements, by ${indexes.size} indexes`)
  say(`    ${[...indexes].toSorted().join(', ')}`)
  for (const scan of new Set(scans)) say(`    reads all of ${scan}`)
  for (const [text, ms] of longest(explained))
    say(`    ${ms.toFixed(2)} ms a page: ${oneLine(text)}`)
}

/** The three statements that take a page longest, of twenty pages. */
function longest(explained: readonly Explained[]): readonly (readonly [string, number])[] {
  const taken = new Map<string, number>()
  for (const { 'Query Text': text, ms } of explained)
    taken.set(text, (taken.get(text) ?? 0) + ms / pagesAsked)
  return [...taken].toSorted(([, a], [, b]) => b - a).slice(0, 3)
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
const rowsRead = (node: Node): number =>
  (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 160)

/** Has every statement of the application in this county explained in the database's log. */
async function explaining(county: County, work: () => Promise<void>): Promise<void> {
  const database = new URL(county.url).pathname.slice(1)
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': 'json',
    'auto_explain.log_nested_statements': 'on',
  }
  await asOwner(county.url, async (owner) => {
    await owner.query(`load 'auto_explain'`)
    for (const [setting, value] of Object.entries(settings))
      await owner.query(`alter database ${database} set ${setting} = '${value}'`)
  })
  try {
    await work()
  } finally {
    await asOwner(county.url, (owner) => owner.query(`alter database ${database} reset all`))
  }
}

const log = join(clusterFolder(resolve(countiesFolder)), 'server.log')

/** The plans in the log from that byte on. */
function explainedSince(from: number): readonly Explained[] {
  const text = readFileSync(log).subarray(from).toString()
  return [...text.matchAll(/duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n)+)/g)].map(
    ([, ms = '', plan = '']) => ({ ...(JSON.parse(plan) as object), ms: Number(ms) }) as Explained,
  )
}

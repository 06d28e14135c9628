// Prints every benchmark as ratios against a floor measured in the same run.
//   script/bench            the county at 1x and 10x
//   script/bench --full     and at 100x (1.2 million carers; takes some minutes and 20 GB of disk)
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { openEmbedded } from '#platform/db/embedded.ts'
import { measureImport } from './import.ts'
import { inTurn, latency, median, rate } from './load.ts'
import { keepOriginal, multiply } from './multiply.ts'
import { measureReport } from './report.ts'
import { showPlans } from './plans.ts'

const folder = '.cache/bench'
const sizes = process.argv.includes('--full') ? [1, 10, 100] : [1, 10]
const say = (line: string): void => void process.stdout.write(`${line}\n`)

rmSync(folder, { recursive: true, force: true })
await measureImport(`${folder}/import`, say)

const server = await start()
const cookie = await signIn(server.address, 'Jo Pugh')
const { url } = await openEmbedded(`${folder}/data`)
const owner = new pg.Client({ connectionString: url })
await owner.connect()
await keepOriginal(owner)

let last = 1
const first = new Map<string, number>()
for (const size of sizes) {
  if (size > last) await multiply(owner, last, size)
  last = size
  await measurePages(size)
  await measureReport(url, first, say)
  await showPlans(url, size, say)
}
await owner.end()
server.stop()

async function measurePages(size: number): Promise<void> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(distinct person_id)::integer as count from registration where kind = 'adult_carer' and ended_on is null`,
  )
  say(`\nPages, ${size} times the county (${rows[0]?.count.toLocaleString('en-GB')} adult carers)`)
  const { rows: people } = await owner.query<{
    id: string
    family_name: string
    given_name: string
    postcode: string | null
  }>(
    `select p.id, p.family_name, p.given_name, p.postcode from person p join registration r on r.person_id = p.id and r.authority_id = p.authority_id
      where r.kind = 'adult_carer' and r.ended_on is null and p.merged_into is null order by md5(p.id::text) limit 200`,
  )
  const records = people.map(({ id }) => `/carers/${id}`)
  const searches = people.flatMap(({ family_name: family, given_name: given, postcode }) =>
    [`${given} ${family}`, family.slice(0, 5), postcode ?? family].map(
      (words) => `/search?q=${encodeURIComponent(words)}`,
    ),
  )
  const pages: readonly (readonly [string, readonly string[]])[] = [
    ['record page', records],
    ['search', searches],
    ["today's list", ['/today']],
  ]
  for (const [name, addresses] of pages) {
    const [page, floor] = await inTurn(
      3,
      () => rate(server.address, addresses, cookie),
      () => rate(server.address, ['/api/floor'], cookie),
    )
    const taken = median([
      await latency(server.address, addresses, cookie),
      await latency(server.address, addresses, cookie),
      await latency(server.address, addresses, cookie),
    ])
    const at1 = first.get(name) ?? taken
    first.set(name, at1)
    say(
      `  ${name.padEnd(14)} one for ${(floor / page).toFixed(1)} of the floor's requests; median ${taken.toFixed(1)} ms, ${(taken / at1).toFixed(2)} times that at 1x`,
    )
  }
}

async function start(): Promise<{ readonly address: string; readonly stop: () => void }> {
  const env = { ...process.env, ALONGSIDE_DATA: `${folder}/data`, ALONGSIDE_DEMO: '1', PORT: '0' }
  const child = spawn(process.execPath, ['bench/server.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { address, stop: () => child.kill('SIGTERM') }
}

/** Through the demo's own page, as a person would; gives the session's cookie. */
async function signIn(address: string, name: string): Promise<string> {
  const page = await (await fetch(`${address}/sign-in/demo`)).text()
  const form = page.split('<form').find((part) => part.includes(`Sign in as ${name}`))
  const fields = [...(form ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
    ([, field, value]) => [field, value] as [string, string],
  )
  const answer = await fetch(`${address}/sign-in/demo`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { origin: address },
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  if (cookie === '') throw new Error(`nobody signed in as ${name}: ${answer.status}`)
  return cookie
}

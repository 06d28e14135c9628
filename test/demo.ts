// The demo county, for tests that walk through the whole house.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { rooms } from '#app.ts'
import { readConfig } from '#config.ts'
import { type Filling, type TestDatabase, testDatabaseFrom } from '#platform/db/testing.ts'
import { clockAt } from '#platform/lib/dates.ts'
import { loadDemo } from '#platform/start/demo.ts'
import { type Running, serve } from '#platform/start/serve.ts'
import type { Room } from '#platform/room.ts'
import { testHouse, type TestHouse } from '#platform/web/testing.ts'
import { sessionActor } from '#share/accounts/session.ts'

/** The first Tuesday after the reporting year of the demo county, before any live case. */
const spring = '2018-04-03'
/** A Tuesday of that autumn, when its live cases are at every stage. */
export const today = '2018-11-06'

const settings = {
  ALONGSIDE_DEMO: '1',
  ALONGSIDE_SECRET: 'a secret for tests alone, of 32 characters',
}

/** The whole house over a county of its own, as it was in the spring or is today, with people signed in without a door. */
export async function demoHouse(when: 'spring' | 'today' = 'spring'): Promise<TestHouse> {
  return when === 'spring'
    ? testHouse(rooms, { database: await testDatabaseFrom(county), today: spring })
    : testHouse(rooms, { database: await testDatabaseFrom(county, liveCases), today })
}

/** The whole house as it is served, jobs and sign-in too, over a demo county of its own. */
export async function servedDemo(
  environment: Readonly<Record<string, string>> = {},
): Promise<Running & { readonly database: TestDatabase }> {
  const database = await testDatabaseFrom(county, liveCases)
  return { ...(await servedOn(today, database, environment)), database }
}

/** The house as it is served on another day, over a county that is there. */
export async function servedOn(
  day: string,
  database: TestDatabase,
  environment: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const running = await serve({
    config: readConfig({
      ...settings,
      DATABASE_URL: database.ownerUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      ...environment,
    }),
    rooms,
    readSession: sessionActor,
    say: () => undefined,
    clock: clockAt(day),
    requestsPerMinute: 100_000,
  })
  after(running.stop)
  return running
}

const firstLive = 40

/** The register and its people, loaded once for each state of the code and its data. */
const county: Filling = {
  name: `county_${state()}`,
  fill: async (database) => {
    await dropOthers(database.ownerUrl)
    const quiet = rooms.map(({ demo, ...room }) =>
      demo === undefined || demo.order >= firstLive ? room : { ...room, demo },
    )
    await load(quiet, database, spring)
  },
}

const liveCases: Filling = { name: 'live', fill: (database) => load(rooms, database, today) }

async function load(from: readonly Room[], { db, url }: TestDatabase, day: string): Promise<void> {
  const config = readConfig({ ...settings, DATABASE_URL: url })
  await loadDemo(from, { db, config, clock: clockAt(day) }, () => undefined)
}

function state(): string {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const files = globSync(['src/**/*.ts', 'data/**/*.*'], { cwd: root })
    .filter((path) => !/\.test\.ts$|\.view\.ts$|\/pages\//.test(path))
    .toSorted()
  const hash = createHash('sha256').update(today)
  for (const path of files) hash.update(path).update(readFileSync(`${root}/${path}`))
  return hash.digest('hex').slice(0, 12)
}

/** Counties of earlier states of this checkout go: each is as large as a county. */
async function dropOthers(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^template_.*_county_' and datname not like $1`,
    [`%${county.name}%`],
  )
  for (const { datname } of rows) {
    // One that a run of that state still copies from stays until the next time.
    await client.query(`drop database if exists ${datname}`).catch(() => undefined)
  }
  await client.end()
}

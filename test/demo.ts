// The demo county, for tests that walk through the whole house.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { rooms } from '#app.ts'
import { readConfig } from '#config.ts'
import { type TestDatabase, testDatabaseFrom } from '#platform/db/testing.ts'
import { clockAt } from '#platform/lib/dates.ts'
import { loadDemo } from '#platform/start/demo.ts'
import { type Running, serve } from '#platform/start/serve.ts'
import { testHouse, type TestHouse } from '#platform/web/testing.ts'
import { sessionActor } from '#share/accounts/session.ts'

/** A Tuesday in the first week after the reporting year of the demo county. */
export const today = '2018-04-03'
const clock = clockAt(today)

const settings = {
  ALONGSIDE_DEMO: '1',
  ALONGSIDE_SECRET: 'a secret for tests alone, of 32 characters',
}

/** The whole house over a demo county of its own, with people signed in without a door. */
export async function demoHouse(): Promise<TestHouse> {
  return testHouse(rooms, { database: await demoDatabase(), today })
}

/** The whole house as it is served, jobs and sign-in too, over a demo county of its own. */
export async function servedDemo(
  environment: Readonly<Record<string, string>> = {},
): Promise<Running & { readonly database: TestDatabase }> {
  const database = await demoDatabase()
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
    clock,
    requestsPerMinute: 100_000,
  })
  after(running.stop)
  return { ...running, database }
}

/** A copy of the demo county, which is loaded once for each state of the code and its data. */
function demoDatabase(): Promise<TestDatabase> {
  const name = `demo_${state()}`
  return testDatabaseFrom(name, async ({ db, url, ownerUrl }) => {
    await dropOthers(ownerUrl, name)
    const config = readConfig({ ...settings, DATABASE_URL: url })
    await loadDemo(rooms, { db, config, clock }, () => undefined)
  })
}

function state(): string {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const files = globSync(['src/**/*.ts', 'data/**/*.*'], { cwd: root })
    .filter((path) => !/\.test\.ts$|\.view\.ts$|\/pages\//.test(path))
    .toSorted()
  const hash = createHash('sha256')
  for (const path of files) hash.update(path).update(readFileSync(`${root}/${path}`))
  return hash.digest('hex').slice(0, 12)
}

/** Counties of earlier states of this checkout, each as large as a county is. */
async function dropOthers(ownerUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'template%\\_demo\\_%' and datname not like '%half' and not datname like '%' || $1`,
    [name],
  )
  for (const { datname } of rows) await client.query(`drop database if exists ${datname}`)
  await client.end()
}

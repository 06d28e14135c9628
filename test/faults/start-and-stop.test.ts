import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { isAlive } from '#platform/db/embedded-process.ts'
import { openEmbedded } from '#platform/db/embedded.ts'
import {
  clusterOf,
  dataFolder,
  ended,
  type Ending,
  endOf,
  endWhileStarting,
  freePort,
  ownerUrl,
  postmasterOf,
  startServer,
  untilReady,
} from './started-server.ts'

const data = dataFolder()
const ours = { ALONGSIDE_DATA: data }
const readableLine = /^[A-Z][^\n]{20,300}\n$/

/** One readable line, an exit code that tells, and no stack. */
function isReadable({ code, stderr }: Ending): void {
  assert.ok(code !== null && code > 0 && code < 70, `exit code ${code}: ${stderr}`)
  assert.match(stderr, readableLine)
}

async function stillWorks(): Promise<void> {
  const server = await startServer(ours)
  assert.equal((await fetch(`${server.address}/`)).status, 200)
  assert.deepEqual(await server.end('SIGTERM').then(({ code }) => code), 0)
}

async function rowsOf(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

test('the first start makes the database, says what it does, and gives the address', async () => {
  const server = await startServer(ours)
  assert.match(server.said(), /Making the database …/)
  assert.match(server.said(), /Brought the database up to date \(\d+ steps\)/)
  assert.match(server.address, /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d+$/)
  assert.equal((await fetch(`${server.address}/health/live`)).status, 200)
  assert.equal((await server.end('SIGTERM')).code, 0)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} stops web, jobs and database, and the server ends with 0`, async () => {
    const server = await startServer(ours)
    const database = postmasterOf(data)
    assert.ok(database !== null)
    const { code, stderr } = await server.end(signal)
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
    assert.equal(isAlive(database), false)
    assert.equal(postmasterOf(data), null)
    await assert.rejects(fetch(server.address))
  })
}

test('a stop that comes while the server still starts is obeyed', async () => {
  const { code, stderr } = await endWhileStarting(data, 'SIGTERM')
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  assert.equal(postmasterOf(data), null)
})

test('a second start is ready within three seconds and makes nothing anew', async () => {
  const port = await freePort()
  const starting = startServer({ ...ours, PORT: String(port) })
  const milliseconds = await untilReady(`http://localhost:${port}`)
  const server = await starting
  assert.ok(milliseconds < 3000, `${Math.round(milliseconds)} ms`)
  assert.doesNotMatch(server.said(), /Making|Brought/)
  await server.end('SIGTERM')
})

test('the server killed alone leaves its database, and the next start takes it over', async () => {
  const first = await startServer(ours)
  const database = postmasterOf(data)
  await first.end('SIGKILL')
  assert.ok(database !== null && isAlive(database))
  const second = await startServer(ours)
  assert.equal(postmasterOf(data), database)
  assert.equal((await second.end('SIGTERM')).code, 0)
  assert.equal(isAlive(database), false)
})

test('server and database killed: what was written is there after the next start', async () => {
  const server = await startServer(ours)
  await rowsOf(ownerUrl(data)!, `insert into demo_step (room) values ('written before the kill')`)
  const database = postmasterOf(data)!
  process.kill(database, 'SIGKILL')
  await server.end('SIGKILL')
  await stillWorks()
  const next = await startServer(ours)
  const rows = await rowsOf(
    ownerUrl(data)!,
    `delete from demo_step where room = 'written before the kill' returning room`,
  )
  assert.equal(rows.length, 1)
  await next.end('SIGTERM')
})

test('a killed database whose last statement still runs is waited for, not written beside', async () => {
  const server = await startServer(ours)
  const client = new pg.Client({ connectionString: ownerUrl(data)! })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const orphan = rows[0]!.pid
  // Arithmetic looks for no signal and does not see that its server is gone.
  const busy = client.query(
    'select count(*) from generate_series(1, 12000000) as n where n % 7 = 3',
  )
  busy.catch(() => undefined)
  process.kill(postmasterOf(data)!, 'SIGKILL')
  await server.end('SIGKILL')
  const next = await startServer(ours)
  assert.equal(isAlive(orphan), false)
  await next.end('SIGTERM')
  await client.end().catch(() => undefined)
})

test('a process id that another program took since is not believed to be the database', async () => {
  const server = await startServer(ours)
  const database = postmasterOf(data)!
  await ended(database, () => process.kill(database, 'SIGKILL'))
  await server.end('SIGKILL')
  const path = join(clusterOf(data), 'postmaster.pid')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)))
  await stillWorks()
})

test('the database killed under a running server: pages say so, and the server still stops', async () => {
  const server = await startServer(ours)
  const database = postmasterOf(data)!
  await ended(database, () => process.kill(database, 'SIGKILL'))
  const ready = await fetch(`${server.address}/health/ready`)
  assert.equal(ready.status, 503)
  const live = await fetch(`${server.address}/health/live`)
  assert.equal(live.status, 200)
  const { code } = await server.end('SIGTERM')
  assert.equal(code, 0)
  await stillWorks()
})

test('two servers share a data folder, and the last to stop stops the database', async () => {
  const first = await startServer(ours)
  const second = await startServer(ours)
  const database = postmasterOf(data)!
  assert.equal((await first.end('SIGTERM')).code, 0)
  assert.equal((await fetch(`${second.address}/health/ready`)).status, 200)
  assert.equal((await second.end('SIGTERM')).code, 0)
  assert.equal(isAlive(database), false)
})

test('two that start side by side on an empty folder make one database', async () => {
  const empty = { ALONGSIDE_DATA: dataFolder() }
  const [first, second] = await Promise.all([startServer(empty), startServer(empty)])
  assert.equal((await fetch(`${first.address}/health/ready`)).status, 200)
  assert.equal((await fetch(`${second.address}/health/ready`)).status, 200)
  assert.equal((await first.end('SIGTERM')).code, 0)
  assert.equal((await second.end('SIGTERM')).code, 0)
  assert.equal(postmasterOf(empty.ALONGSIDE_DATA), null)
})

test('a taken port is named, and nothing is left running', async () => {
  const port = await freePort()
  const other = createServer()
  await new Promise<void>((listening) => other.listen(port, 'localhost', listening))
  const end = await endOf({ ...ours, PORT: String(port) })
  isReadable(end)
  assert.match(end.stderr, new RegExp(`Port ${port} is taken`))
  assert.equal(postmasterOf(data), null)
  await new Promise((closed) => other.close(closed))
  await stillWorks()
})

test('a data folder that cannot be written is named', async () => {
  const file = join(data, 'a-file')
  writeFileSync(file, '')
  const places = [
    file,
    join(file, 'below'),
    ...(existsSync('/proc/self') ? ['/proc/alongside'] : []),
  ]
  for (const place of places) {
    const end = await endOf({ ALONGSIDE_DATA: place })
    isReadable(end)
    assert.ok(end.stderr.includes(place))
  }
})

const wrongUrls: readonly (readonly [string, string])[] = [
  ['a port that is none', 'postgres://alongside:secret@localhost:postgres/alongside'],
  ['nobody listens', 'postgres://alongside:secret@127.0.0.1:1/alongside'],
  ['no such machine', 'postgres://alongside:secret@no-such-host.invalid/alongside'],
]
for (const [fault, url] of wrongUrls) {
  test(`a wrong DATABASE_URL is told in one line, without the password: ${fault}`, async () => {
    const end = await endOf({ ...ours, DATABASE_URL: url })
    isReadable(end)
    assert.match(end.stderr, /DATABASE_URL/)
    assert.doesNotMatch(end.stderr, /secret/)
  })
}

test('a wrong password, database or folder for a database that answers is told in one line', async () => {
  const server = await startServer(ours)
  const right = ownerUrl(data)!
  const wrong = [
    { DATABASE_URL: right.replace(/:[0-9a-f]{64}@/, ':wrong@'), ...ours },
    { DATABASE_URL: right.replace(/alongside$/, 'no_such_database'), ...ours },
  ]
  for (const environment of wrong) {
    const end = await endOf(environment)
    isReadable(end)
    assert.match(end.stderr, /DATABASE_URL/)
  }
  const nowhere = await endOf({ DATABASE_URL: right, ALONGSIDE_DATA: '/dev/null/alongside' })
  isReadable(nowhere)
  assert.match(nowhere.stderr, /ALONGSIDE_DATA/)
  assert.equal((await fetch(`${server.address}/health/ready`)).status, 200)
  await server.end('SIGTERM')
})

test('a database of a newer version than the code is left as it is', async () => {
  const { url, stop } = await openEmbedded(data)
  const read = 'select * from schema_migration order by name'
  await rowsOf(url, `insert into schema_migration (name, checksum) values ('9999_later.sql', 'x')`)
  const before = await rowsOf(url, read)
  const end = await endOf(ours)
  isReadable(end)
  assert.match(end.stderr, /newer version.*9999_later\.sql/)
  assert.equal(postmasterOf(data), null)
  const { url: again } = await openEmbedded(data)
  assert.deepEqual(await rowsOf(again, read), before)
  await rowsOf(again, `delete from schema_migration where name = '9999_later.sql'`)
  await stop()
  await stillWorks()
})

const wrongSettings: readonly (readonly [Record<string, string>, RegExp])[] = [
  [{ NODE_ENV: 'production', ALONGSIDE_DEMO: '1' }, /ALONGSIDE_DEMO=1.*NODE_ENV=production/],
  [{ PORT: 'abc' }, /PORT must be a whole number/],
  [{ ALONGSIDE_AUTHORITY: 'atlantis' }, /ALONGSIDE_AUTHORITY "atlantis"/],
  [{ HOST: 'no-such-host.invalid' }, /HOST no-such-host\.invalid/],
]
for (const [setting, words] of wrongSettings) {
  test(`a wrong setting is told in one line: ${JSON.stringify(setting)}`, async () => {
    const end = await endOf({ ...ours, ...setting })
    isReadable(end)
    assert.match(end.stderr, words)
    assert.equal(postmasterOf(data), null)
  })
}

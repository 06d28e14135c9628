import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { dataFolder, endOf, postmasterOf, startServer } from './started-server.ts'

const nobody = 65_534
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] as const
const command = [...asNobody, process.execPath, 'src/main.ts'] as const

function whyNotAsNobody(): string | false {
  if (process.getuid?.() !== 0) return 'these tests run as an ordinary user already'
  const [program, ...words] = asNobody
  const look = spawnSync(program, [...words, process.execPath, '--check', 'src/main.ts'])
  if (look.error) return 'setpriv is not on this machine'
  return look.status === 0 ? false : 'an ordinary user may not enter this checkout'
}
const whyNotAsRoot = process.getuid?.() === 0 ? false : 'these tests do not run as root'

test(
  'an ordinary user whose own is only the data folder starts, stops and starts again',
  { skip: whyNotAsNobody() },
  async () => {
    const folder = dataFolder(0o700)
    chownSync(folder, nobody, nobody)
    const environment = { ALONGSIDE_DATA: folder, HOME: folder, NODE_COMPILE_CACHE: '' }
    const first = await startServer(environment, command)
    assert.equal(statSync(join(folder, 'postgresql')).uid, nobody)
    assert.equal((await fetch(`${first.address}/health/ready`)).status, 200)
    assert.equal((await first.end('SIGTERM')).code, 0)
    const second = await startServer(environment, command)
    assert.doesNotMatch(second.said(), /Making/)
    assert.equal((await second.end('SIGINT')).code, 0)
    assert.equal(existsSync(join(folder, 'postgresql', 'postmaster.pid')), false)
  },
)

test(
  'an ordinary user is told of a data folder that is somebody else’s',
  { skip: whyNotAsNobody() },
  async () => {
    const folder = dataFolder(0o700)
    const { code, stderr } = await endOf({ ALONGSIDE_DATA: folder, HOME: folder }, command)
    assert.equal(code, 1)
    assert.match(stderr, /^The data folder .* cannot be used \(EACCES\): [^\n]*\n$/)
  },
)

test(
  'root with a data folder closed to all others starts, stops and starts again',
  { skip: whyNotAsRoot },
  async () => {
    const folder = dataFolder(0o700)
    const environment = { ALONGSIDE_DATA: folder }
    const first = await startServer(environment)
    assert.ok(postmasterOf(folder) !== null)
    assert.equal(existsSync(join(folder, 'postgresql')), false)
    assert.equal((await fetch(`${first.address}/health/ready`)).status, 200)
    assert.equal((await first.end('SIGTERM')).code, 0)
    const second = await startServer(environment)
    assert.doesNotMatch(second.said(), /Making/)
    assert.equal((await second.end('SIGTERM')).code, 0)
    assert.equal(postmasterOf(folder), null)
  },
)

test(
  'the database of root is never run by root',
  { skip: process.platform === 'linux' ? whyNotAsRoot : 'read from /proc' },
  async () => {
    const folder = dataFolder()
    const server = await startServer({ ALONGSIDE_DATA: folder })
    assert.notEqual(statSync(`/proc/${postmasterOf(folder)}`).uid, 0)
    await server.end('SIGTERM')
  },
)

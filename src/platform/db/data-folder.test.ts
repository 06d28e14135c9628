import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import assert from 'node:assert/strict'

const inNode = promisify(execFile)

test('of several that make one data folder at once each finds it, with one secret for all', async (t) => {
  const base = mkdtempSync(join(tmpdir(), 'alongside-folder-'))
  t.after(() => rmSync(base, { recursive: true }))
  const at = new URL('data-folder.ts', import.meta.url).href
  const start = Date.now() + 600
  // All of them at the same moment, round after round, each in a folder of two that are missing.
  const script = `
    const { makeDataFolder, keptSecret } = await import(${JSON.stringify(at)})
    const secrets = []
    while (Date.now() < ${start});
    for (let round = 0; round < 40; round += 1) {
      const folder = ${JSON.stringify(base)} + '/' + round + '/data'
      makeDataFolder(folder)
      secrets.push(keptSecret(folder, 'secret'))
    }
    process.stdout.write(JSON.stringify(secrets))`
  const makers = Array.from({ length: 3 }, () =>
    inNode(process.execPath, ['--input-type=module', '-e', script]),
  )
  const told = (await Promise.all(makers)).map(({ stdout }) => stdout)
  assert.equal(new Set(told).size, 1)
  assert.deepEqual(readdirSync(join(base, '0', 'data')), ['secret'])
})

import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CommandHouse } from '#platform/room.ts'
import { determineCarer } from './determine.command.ts'

const folder = await mkdtemp(join(tmpdir(), 'alongside-determine-'))
const good = {
  C1: true,
  C2a: false,
  outcomes: { O1: [], O6: ['U1'] },
  C3: true,
  evidence: { C1: 'x' },
}

async function run(content: unknown, ...words: string[]) {
  const path = join(folder, `${crypto.randomUUID()}.json`)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return ran(path, ...words)
}

async function ran(...words: string[]) {
  const printed: string[] = []
  const warned: string[] = []
  // Decides without a database: opening one here would throw.
  const house = {
    print: (line: string) => printed.push(line),
    warn: (line: string) => warned.push(line),
  } as unknown as CommandHouse
  const code = await determineCarer.run(house, words)
  return { code, printed: printed.join('\n'), warned: warned.join('\n') }
}

test('findings in a file are decided, with the steps as JSON', async () => {
  const { code, printed, warned } = await run(good, '--json')
  const answer = JSON.parse(printed) as { eligible: boolean; steps: { id: string; met: boolean }[] }
  assert.equal(code, 0)
  assert.equal(warned, '')
  assert.equal(answer.eligible, true)
  assert.deepEqual(
    answer.steps.map(({ id, met }) => [id, met]),
    [
      ['C1', true],
      ['C2', true],
      ['C3', true],
    ],
  )
})

test('not eligible is an answer too, ending at the condition that is not met', async () => {
  const { code, printed } = await run({ ...good, C1: false }, '--json')
  const answer = JSON.parse(printed) as { eligible: boolean; steps: unknown[] }
  assert.equal(code, 0)
  assert.equal(answer.eligible, false)
  assert.equal(answer.steps.length, 1)
})

test('an outcome that is left out is achieved, and so is one without a way of being unable', async () => {
  const { printed } = await run({ ...good, outcomes: { O6: [] } }, '--json')
  assert.equal((JSON.parse(printed) as { eligible: boolean }).eligible, false)
})

test('without --json it is told in lines', async () => {
  const { printed } = await run(good)
  assert.match(printed, /^Eligible\nmet {6}reg 3\(1\)\(a\) {2}The needs come from/)
})

test('a byte order mark before the JSON does no harm', async () => {
  assert.equal((await run(`\uFEFF${JSON.stringify(good)}`)).code, 0)
})

const refusals: readonly [string, unknown, RegExp][] = [
  ['text that is not JSON', '{ "C1": tru', /is not JSON/],
  ['an empty file', '', /is not JSON/],
  ['a list', [], /The findings: must be an object of findings/],
  ['a question not answered', { C1: true, C3: true }, /C2a: is missing, must be true or false/],
  ['yes in words', { ...good, C1: 'yes' }, /C1: must be true or false/],
  ['an unknown outcome', { ...good, outcomes: { O9: [] } }, /outcomes\.O9: there is no such id/],
  [
    'the fourth way, which only adults with care needs have',
    { ...good, outcomes: { O1: ['U4'] } },
    /outcomes\.O1\.0: use U1, U2, U3/,
  ],
  ['a way that is no list', { ...good, outcomes: { O1: 'U1' } }, /outcomes\.O1: must be a list/],
  [
    'evidence about something unknown',
    { ...good, evidence: { C9: 'x' } },
    /evidence\.C9: there is no such id/,
  ],
  ['evidence that is no text', { ...good, evidence: { C1: 7 } }, /evidence\.C1: must be a text/],
  ['a finding that does not exist', { ...good, C4: true }, /C4: there is no such id/],
]

for (const [name, content, line] of refusals) {
  test(`refused with its place: ${name}`, async () => {
    const { code, printed, warned } = await run(content, '--json')
    assert.equal(code, 1)
    assert.equal(printed, '')
    assert.match(warned, line)
  })
}

test('a file that is not there is said so', async () => {
  const { code, warned } = await ran(join(folder, 'none.json'))
  assert.equal(code, 1)
  assert.match(warned, /none\.json: there is no such file/)
})

test('wrong usage is told apart from a refusal', async () => {
  assert.equal((await ran()).code, 2)
  assert.equal((await ran('--json')).code, 2)
  assert.equal((await ran('one.json', 'two.json')).code, 2)
  assert.equal((await ran('--jsonn', 'one.json')).code, 2)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asActor } from '#platform/access/as-actor.ts'
import { administrationHouse } from './testing.ts'
import { hostsCommand } from './hosts.command.ts'
import { setHosts } from './hosts.sql.ts'

const house = await administrationHouse()

async function run(...words: readonly string[]): Promise<string> {
  const said: string[] = []
  const { config, clock, db } = house.house
  const code = await hostsCommand.run(
    {
      config,
      clock,
      open: async () => db,
      openIfThere: async () => db,
      print: (line) => said.push(line),
      warn: (line) => said.push(line),
    },
    words,
  )
  assert.equal(code, 0)
  return said.join('\n')
}

const hostsOf = (code: string) =>
  house.asSystem((tx) =>
    tx.selectFrom('authority').select('hosts').where('code', '=', code).executeTakeFirstOrThrow(),
  )

test('the addresses of an authority are set, and taken away again', async () => {
  assert.match(await run('hartlepool', 'Carers.Hartlepool.example'), /leads to Hartlepool/)
  assert.deepEqual((await hostsOf('hartlepool')).hosts, ['carers.hartlepool.example'])
  assert.match(await run('hartlepool'), /no address of its own now/)
  assert.deepEqual((await hostsOf('hartlepool')).hosts, [])
})

for (const [words, refusal] of [
  [[], /Say whose addresses/],
  [['mordor', 'a.example'], /Say whose addresses/],
  [['hartlepool', 'https://a.example'], /"https:\/\/a\.example" is no host name/],
  [['hartlepool', 'a.example:3000'], /is no host name/],
] as const) {
  test(`it is refused in one line: authority hosts ${words.join(' ')}`, async () => {
    await assert.rejects(run(...words), refusal)
  })
}

test('an address leads to one authority only', async () => {
  await run('hartlepool', 'shared.example')
  await assert.rejects(run('worcestershire', 'shared.example'), /leads to hartlepool already/)
})

test('no administrator sets an address, whatever page they found', async () => {
  await assert.rejects(
    asActor(house.db, house.aisha.actor, (tx) => setHosts(tx, ['mine.example'])),
    /only whoever runs the server/,
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { CommandHouse } from '#platform/room.ts'
import { setUpSecondStep } from './app-for-tests.ts'
import { passwordIsSet } from './password-for-tests.ts'
import { accounts } from './room.ts'
import { signInHouse } from './testing.ts'

const house = await signInHouse()

async function run(line: string, ...values: readonly string[]) {
  const words = line
    .split(' ')
    .map((word) => (/^\$\d$/.test(word) ? (values[Number(word[1])] ?? '') : word))
  const command = accounts.commands?.find(({ name }) => line.startsWith(name))
  assert.ok(command)
  const said: string[] = []
  const commandHouse: CommandHouse = {
    config: house.config,
    clock: house.clock,
    open: async () => house.db,
    openIfThere: async () => house.db,
    print: (words_) => said.push(words_),
    warn: (words_) => said.push(words_),
  }
  const code = await command.run(commandHouse, words.slice(command.name.split(' ').length))
  return { code, said: said.join('\n') }
}

test('the first member of staff of an authority gets an account, an organisation and a message', async () => {
  const added = await run(
    'account add Ann@Hub.example --name $0 --organisation $1 --kind hub --duties manager,administrator --sign-in password',
    'Ann Lee',
    'Malvern Hub',
  )
  assert.deepEqual(added, {
    code: 0,
    said: 'ann@hub.example is Manager, Administrator at Malvern Hub.',
  })
  assert.match((await house.mailTo('ann@hub.example'))?.body ?? '', /\/sign-in\/staff\/password/)
  const rows = await house.asOwner(sql`
    select a.display_name, a.sign_in, o.name, o.kind, m.duties from account a join membership m on m.account_id = a.id
      join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id where a.email = 'ann@hub.example'`)
  assert.deepEqual(rows, [
    {
      display_name: 'Ann Lee',
      sign_in: 'password',
      name: 'Malvern Hub',
      kind: 'hub',
      duties: ['manager', 'administrator'],
    },
  ])
})

test('who has an account gets other duties, and no second message', async () => {
  await run('account add bo@hub.example --name Bo --organisation Hub --kind hub --duties adviser')
  await run('account add bo@hub.example --name Bo --organisation Hub --duties assessor')
  const rows = await house.asOwner(
    sql<{
      duties: string[]
    }>`select m.duties from account a join membership m on m.account_id = a.id where a.email = 'bo@hub.example' and m.until is null`,
  )
  assert.deepEqual(rows, [{ duties: ['assessor'] }])
  const mails = await house.asOwner(sql`select from message where recipient = 'bo@hub.example'`)
  assert.equal(mails.length, 1)
})

for (const [line, words, exitCode] of [
  ['account add', /Say whose account/, 2],
  ['account add x@y.example --duties adviser', /Say the name and the organisation/, 2],
  ['account add x@y.example --name X --organisation Y', /Duties are of: referrer/, 2],
  [
    'account add x@y.example --name X --organisation Y --duties carer',
    /Duties are of: referrer/,
    2,
  ],
  [
    'account add x@y.example --name X --organisation Y --duties adviser --kind shop',
    /The kind is one of/,
    2,
  ],
  [
    'account add x@y.example --name X --organisation Y --duties adviser --sign-in email_code',
    /sso or password/,
    2,
  ],
  ['account add x@y.example --colour red', /Unknown option/, 2],
  [
    'account add x@y.example --name X --organisation Nowhere --duties adviser',
    /is new here: say what it is/,
    1,
  ],
  ['account close', /Say whose account/, 2],
  ['account close nobody@y.example', /There is no account with/, 1],
  ['account second-step-off nobody@y.example', /There is no account with/, 1],
] as const) {
  test(`"${line}" is refused in one line`, async () => {
    await assert.rejects(run(line), (error: Error & { exitCode?: number }) => {
      assert.match(error.message, words)
      assert.equal(error.exitCode, exitCode)
      return true
    })
  })
}

test('a carer’s account is given no duties of staff, and a closed one is not opened', async () => {
  const carer = await house.anAccount({ signIn: 'email_code' })
  const line = 'account add $0 --name X --organisation Hub --kind hub --duties adviser'
  await assert.rejects(run(line, carer.email), /carer’s account/)
  const closed = await house.anAccount({ signIn: 'sso', active: false })
  await assert.rejects(run(line, closed.email), /was closed/)
})

test('closing an account signs it out everywhere; a lost app is taken away and set up again', async () => {
  const password = 'kettle orbit fern'
  const manager = await house.anAccount({ signIn: 'password', duties: ['manager'] })
  await passwordIsSet(house, manager, password)
  const browser = house.browser()
  const signIn = () => browser.post('/sign-in/staff', { email: manager.email, password })
  await signIn()
  await setUpSecondStep(browser, password)
  assert.equal(await browser.whoAmI(), manager.id)
  await run('account second-step-off $0', manager.email)
  assert.equal(await browser.whoAmI(), null)
  assert.equal((await signIn()).location, '/sign-in/staff/second-step')
  await setUpSecondStep(browser, password)
  assert.equal(await browser.whoAmI(), manager.id)
  assert.match(
    (await run('account close $0', manager.email.toUpperCase())).said,
    /signed out everywhere/,
  )
  assert.equal(await browser.whoAmI(), null)
  assert.equal((await signIn()).status, 422)
})

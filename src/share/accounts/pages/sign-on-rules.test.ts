import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/lib/ids.ts'
import { anOrganisation } from '#platform/web/testing.ts'
import { testClient, testProvider, type Worker } from '../provider-for-tests.ts'
import { insertSignOnRule, type KeptRule, updateSignOnRule } from '../sign-on-rules.sql.ts'
import { signInHouse } from '../testing.ts'

const provider = await testProvider('http://localhost/sign-in/staff/sso/back')
const house = await signInHouse({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: testClient.id,
  OIDC_CLIENT_SECRET: testClient.secret,
})
const { authorityId } = house
const administrator = await house.anAccount({ signIn: 'sso', duties: ['administrator'] })
const hub = await house.asSystem((tx) => anOrganisation(tx, authorityId, 'Test hub', 'hub'))

/** A rule that two administrators agreed to, unless told otherwise. */
async function aRule(over: Partial<KeptRule> = {}): Promise<string> {
  const id = newId()
  await house.asSystem((tx) =>
    insertSignOnRule(tx, {
      id,
      authorityId,
      issuer: provider.issuer,
      claim: 'groups',
      value: `group ${id}`,
      organisationId: hub,
      duties: ['adviser'],
      state: 'in_force',
      askedBy: administrator.id,
      ...over,
    }),
  )
  return over.value ?? `group ${id}`
}

/** Somebody whom nobody here knows yet. */
const aStranger = (over: Worker = {}): Worker => ({
  email: `${newId()}@hub.example`,
  email_verified: true,
  name: 'Nia Owen',
  ...over,
})

async function signIn(worker: Worker) {
  const browser = house.browser()
  const begun = await browser.get('/sign-in/staff/sso')
  const back = await provider.signIn(begun.location ?? '', worker)
  return { browser, done: await browser.get(`${back.pathname}${back.search}`) }
}

const held = (email: string | undefined) =>
  house.asSystem(async (tx) => {
    const { rows } = await sql<{ duties: string[]; over: boolean }>`
      select m.duties, m.until is not null as over from membership m
        join account a on a.authority_id = m.authority_id and a.id = m.account_id
       where a.email = ${email ?? ''} order by m.duties`.execute(tx)
    return rows
  })

test('whoever a rule knows gets an account and its duties at the first sign-in, and no second one', async () => {
  const group = await aRule()
  const worker = aStranger({ groups: ['staff', group] })
  const { browser, done } = await signIn(worker)
  assert.deepEqual([done.status, done.location], [303, '/today'])
  assert.match((await browser.get('/account')).text, /Nia Owen.*Adviser at Test hub/)
  await signIn(worker)
  assert.deepEqual(await held(worker.email), [{ duties: ['adviser'], over: false }])
})

test('what a rule gave ends when the provider no longer says so, and what a person gave stays', async () => {
  const group = await aRule()
  const worker = aStranger({ groups: [group] })
  await signIn(worker)
  const account = await house.asSystem((tx) =>
    sql<{ id: string }>`select id from account where email = ${worker.email ?? ''}`.execute(tx),
  )
  await house.asSystem((tx) =>
    tx
      .insertInto('membership')
      .values({
        authorityId,
        accountId: account.rows[0]!.id,
        organisationId: hub,
        duties: ['assessor'],
      })
      .execute(),
  )
  await signIn({ ...worker, groups: [] })
  assert.deepEqual(await held(worker.email), [
    { duties: ['adviser'], over: true },
    { duties: ['assessor'], over: false },
  ])
})

test('the domain of the verified address can be what a rule looks for', async () => {
  const value = `${newId().slice(0, 8)}.example`
  await aRule({ claim: 'email_domain', value })
  const { done } = await signIn(aStranger({ email: `nia@${value}` }))
  assert.equal(done.status, 303)
})

for (const [name, over] of [
  ['that waits for a second administrator', { state: 'to_confirm' }],
  ['that ended', { state: 'ended' }],
  ['of another issuer', { issuer: 'https://id.example' }],
] as const) {
  test(`a rule ${name} lets nobody in`, async () => {
    const value = await aRule(over)
    const { browser, done } = await signIn(aStranger({ groups: [value] }))
    assert.equal(done.status, 403)
    assert.match(done.text, /You have no account here yet/)
    assert.equal(await browser.whoAmI(), null)
  })
}

test('a rule does not open an account that was closed, nor one that comes in by password', async () => {
  const value = await aRule()
  for (const as of [
    { signIn: 'sso', active: false },
    { signIn: 'password' },
    { signIn: 'email_code' },
  ] as const) {
    const { email } = await house.anAccount(as)
    const { browser, done } = await signIn({ email, email_verified: true, groups: [value] })
    assert.equal(done.status, 403)
    assert.equal(await browser.whoAmI(), null)
    assert.deepEqual(await held(email), [])
  }
})

test('an address that was not verified is known to no rule', async () => {
  const value = await aRule()
  const { done } = await signIn(aStranger({ groups: [value], email_verified: false }))
  assert.match(done.text, /without a verified email address/)
})

test('a rule that an administrator ended gives nothing from the next sign-in on', async () => {
  const id = newId()
  const value = await aRule({ id })
  const worker = aStranger({ groups: [value] })
  await signIn(worker)
  await house.asSystem((tx) => updateSignOnRule(tx, { authorityId, id }, { state: 'ended' }))
  const { browser } = await signIn(worker)
  assert.deepEqual(await held(worker.email), [{ duties: ['adviser'], over: true }])
  assert.match((await browser.get('/account')).text, /Nia Owen/)
})

test('where an organisation wants the second step proved, a sign-in without one is sent back', async () => {
  const strict = await house.asSystem((tx) => anOrganisation(tx, authorityId, 'Strict hub', 'hub'))
  await house.asSystem((tx) =>
    tx.updateTable('organisation').set({ secondStep: 'proved' }).where('id', '=', strict).execute(),
  )
  const value = await aRule({ organisationId: strict })
  const worker = aStranger({ groups: [value] })
  const weak = await signIn({ ...worker, amr: ['pwd'] })
  assert.equal(weak.done.status, 403)
  assert.match(weak.done.text, /did not ask you for a second step/)
  assert.equal(await weak.browser.whoAmI(), null)
  assert.equal((await signIn({ ...worker, amr: ['pwd', 'mfa'] })).done.status, 303)
})

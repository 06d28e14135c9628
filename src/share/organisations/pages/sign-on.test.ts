import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/lib/ids.ts'
import { anOrganisation } from '#platform/web/testing.ts'
import { testClient, testProvider } from '#share/accounts/provider-for-tests.ts'
import { signInHouse } from '#share/accounts/testing.ts'
import { organisations } from '../room.ts'

// From the administrator's page to the provider and back: two administrators, a rule, a first day.

const provider = await testProvider('http://localhost/sign-in/staff/sso/back')
const house = await signInHouse(
  {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: testClient.id,
    OIDC_CLIENT_SECRET: testClient.secret,
  },
  undefined,
  [organisations],
)
const hub = await house.asSystem((tx) => anOrganisation(tx, house.authorityId, 'Test hub', 'hub'))

async function signedIn(worker: Readonly<Record<string, unknown>>) {
  const browser = house.browser()
  const begun = await browser.get('/sign-in/staff/sso')
  const back = await provider.signIn(begun.location ?? '', { email_verified: true, ...worker })
  const done = await browser.get(`${back.pathname}${back.search}`)
  return { browser, done }
}

async function anAdministrator() {
  const { email } = await house.anAccount({ signIn: 'sso', duties: ['administrator'] })
  return (await signedIn({ email })).browser
}

const rule = (over: Readonly<Record<string, string>> = {}) => ({
  id: newId(),
  claim: 'groups',
  value: `group ${newId()}`,
  organisation: String(hub),
  duties: 'adviser',
  ...over,
})

test('a rule that opens records is asked for by one administrator, agreed to by another, and then lets people in', async () => {
  const [aisha, owen] = [await anAdministrator(), await anAdministrator()]
  const form = rule()
  assert.equal((await aisha.post('/admin/sign-on', form)).location, '/admin/waiting')
  const newcomer = { email: 'nia@hub.example', name: 'Nia Owen', groups: [form.value] }
  assert.equal((await signedIn(newcomer)).done.status, 403)
  const at = `/admin/waiting/rule/${form.id}`
  assert.match((await aisha.post(at, { answer: 'agree' })).text, /You asked for this yourself/)
  assert.equal((await owen.post(at, { answer: 'agree' })).status, 303)
  const first = await signedIn(newcomer)
  assert.equal(first.done.location, '/today')
  assert.match(
    (await aisha.get('/admin/people?q=Nia')).text,
    /Nia Owen nia@hub.example Adviser, Test hub/,
  )
  assert.match((await aisha.get('/admin/changes')).text, /Added: Account, Nia Owen/)
})

test('a rule that is ended takes what it gave from everybody at once', async () => {
  const [aisha, owen] = [await anAdministrator(), await anAdministrator()]
  const form = rule()
  await aisha.post('/admin/sign-on', form)
  await owen.post(`/admin/waiting/rule/${form.id}`, { answer: 'agree' })
  const { browser } = await signedIn({ email: 'ola@hub.example', groups: [form.value] })
  assert.equal((await browser.get('/who-am-i')).text.includes('adviser'), true)
  await aisha.post(`/admin/sign-on/${form.id}/end`, {})
  assert.equal((await browser.get('/who-am-i')).text.includes('adviser'), false)
})

test('a rule that gives figures alone is in force at once; one that is there already is refused', async () => {
  const aisha = await anAdministrator()
  const form = rule({ duties: 'analyst' })
  assert.equal((await aisha.post('/admin/sign-on', form)).location, '/admin/sign-on')
  assert.match((await aisha.get('/admin/sign-on')).text, /Analyst Test hub In force/)
  assert.equal((await aisha.post('/admin/sign-on', form)).status, 303)
  assert.match(
    (await aisha.post('/admin/sign-on', { ...form, id: newId() })).text,
    /a rule for this already/,
  )
})

for (const [name, over, words] of [
  ['no claim', { claim: '' }, /Enter the claim’s name/],
  ['a claim with spaces', { claim: 'my groups' }, /has no spaces/],
  ['no value', { value: '' }, /Enter the value/],
  [
    'a domain that is none',
    { claim: 'email_domain', value: 'Hub' },
    /Enter the domain in lower case/,
  ],
  ['no duty', { duties: '' }, /Select at least one duty/],
  ['a duty held elsewhere', { duties: 'commissioner' }, /this duty is held at a council/],
] as const) {
  test(`a rule is refused with ${name}`, async () => {
    const aisha = await anAdministrator()
    const refused = await aisha.post('/admin/sign-on', rule(over))
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
  })
}

test('somebody invited for single sign-on accepts without a password and comes in by it', async () => {
  const aisha = await anAdministrator()
  const email = `${newId()}@hub.example`
  await aisha.post('/admin/invitations/new', {
    id: newId(),
    name: 'Pia Lund',
    email,
    organisation: String(hub),
    duties: 'adviser',
    signIn: 'sso',
  })
  const link = /\/invitation\/[\w-]+/.exec((await house.mailTo(email))?.body ?? '')?.[0] ?? ''
  const visitor = house.browser()
  const opened = await visitor.get(link)
  assert.match(opened.text, /sign in with your work account/)
  assert.equal(opened.field('password'), undefined)
  assert.match((await visitor.post(link, { name: 'Pia Lund' })).text, /Your account is ready/)
  assert.equal((await signedIn({ email })).done.location, '/today')
})

test('an account is signed out at once when it is closed', async () => {
  const aisha = await anAdministrator()
  const worker = await house.anAccount({ signIn: 'sso', duties: ['adviser'] })
  const { browser } = await signedIn({ email: worker.email })
  assert.equal(await browser.whoAmI(), worker.id)
  await aisha.post(`/admin/people/${worker.id}/close`, { sure: 'yes' })
  assert.equal(await browser.whoAmI(), null)
  assert.equal((await signedIn({ email: worker.email })).done.status, 403)
  const rows = await house.asOwner(sql`select from auth.session where user_id = ${worker.id}`)
  assert.equal(rows.length, 0)
})

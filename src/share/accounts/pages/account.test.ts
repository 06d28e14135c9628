import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/lib/ids.ts'
import type { Account } from '../account.ts'
import { appCode, setUpSecondStep } from '../app-for-tests.ts'
import { signInHouse, type Browser } from '../testing.ts'

const house = await signInHouse()
const password = 'kettle orbit fern'

async function signedIn(carer: Account): Promise<Browser> {
  const browser = house.browser()
  await browser.post('/sign-in', { email: carer.email })
  const code = /code is (\d{6})/.exec((await house.mailTo(carer.email))?.body ?? '')?.[1] ?? ''
  await browser.post('/sign-in/code', { code })
  assert.equal(await browser.whoAmI(), carer.id)
  return browser
}

const aCarer = () => house.anAccount({ signIn: 'email_code' })
const sessionsOf = async (account: Account) =>
  (
    await house.asOwner(
      sql<{
        id: string
      }>`select id from auth.session where user_id = ${account.id} order by created_at`,
    )
  ).map(({ id }) => id)

test('the account’s page tells who one is, how one comes in and where one is signed in', async () => {
  const carer = await aCarer()
  const browser = await signedIn(carer)
  await signedIn(carer)
  const page = await browser.get('/account')
  assert.equal(page.status, 200)
  for (const words of [
    carer.displayName,
    carer.email,
    'A code by email, or a passkey',
    'You are here now',
  ]) {
    assert.ok(page.text.includes(words), words)
  }
  assert.equal(page.text.match(/Firefox on|Firefox/g)?.length, 3)
})

test('signing out everywhere ends every session of the account and no other’s', async () => {
  const [carer, other] = [await aCarer(), await aCarer()]
  const [here, there, theirs] = [
    await signedIn(carer),
    await signedIn(carer),
    await signedIn(other),
  ]
  assert.equal((await here.post('/account/sign-out-everywhere')).location, '/sign-in')
  assert.deepEqual(
    [await here.whoAmI(), await there.whoAmI(), await theirs.whoAmI()],
    [null, null, other.id],
  )
})

test('one session can be ended by itself, but not another person’s', async () => {
  const [carer, other] = [await aCarer(), await aCarer()]
  const [lost, here, theirs] = [await signedIn(carer), await signedIn(carer), await signedIn(other)]
  const [first] = await sessionsOf(carer)
  const [foreign] = await sessionsOf(other)
  await here.post(`/account/sessions/${first}/end`)
  await here.post(`/account/sessions/${foreign}/end`)
  assert.deepEqual(
    [await lost.whoAmI(), await here.whoAmI(), await theirs.whoAmI()],
    [null, carer.id, other.id],
  )
  assert.equal((await here.post('/account/sessions/none/end')).status, 404)
})

test('whoever is not signed in is asked to', async () => {
  for (const path of [
    '/account',
    '/account/passkeys/new',
    '/account/second-step',
    '/my/who-looked',
  ]) {
    assert.match((await house.browser().get(path)).location ?? '', /^\/sign-in\?next=/)
  }
})

test('a passkey is asked for with a challenge of its own, by finger, face or PIN', async () => {
  const browser = await signedIn(await aCarer())
  const [first, second] = [
    await browser.get('/account/passkeys/new'),
    await browser.get('/account/passkeys/new'),
  ]
  const options = (page: typeof first) =>
    JSON.parse(
      /data-options="([^"]*)"/.exec(page.html)?.[1]?.replaceAll('&quot;', '"') ?? '{}',
    ) as {
      challenge: string
      rp: { id: string }
      authenticatorSelection: { userVerification: string }
    }
  assert.notEqual(options(first).challenge, options(second).challenge)
  assert.equal(options(first).rp.id, 'localhost')
  assert.equal(options(first).authenticatorSelection.userVerification, 'required')
})

test('what is no passkey is refused in words, when adding one and when signing in', async () => {
  const browser = await signedIn(await aCarer())
  const adding = await browser.get('/account/passkeys/new')
  const made = { challenge: adding.field('challenge') ?? '', name: 'my phone' }
  for (const [credential, words] of [
    ['', /could not be added/],
    ['nonsense', /could not be added/],
    [
      '{"id":"x","rawId":"x","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"oA"}}',
      /could not be added/,
    ],
  ] as const) {
    const refused = await browser.post('/account/passkeys/new', { ...made, credential })
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
  }
  const visitor = house.browser()
  const asked = await visitor.get('/sign-in/passkey')
  for (const challenge of [asked.field('challenge') ?? '', 'alongside-session=stolen', '']) {
    const credential = '{"id":"x","rawId":"x","type":"public-key","response":{}}'
    const refused = await visitor.post('/sign-in/passkey', { challenge, credential })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /That passkey does not open an account here/)
  }
  assert.equal(await visitor.whoAmI(), null)
})

test('an hour after signing in, a passkey is added only after signing in again', async () => {
  const carer = await aCarer()
  const browser = await signedIn(carer)
  await house.asOwner(
    sql`update auth.session set created_at = now() - interval '61 minutes' where user_id = ${carer.id}`,
  )
  const page = await browser.get('/account/passkeys/new')
  assert.equal(page.status, 401)
  assert.match(page.text, /Sign in again first/)
})

test('one’s own passkeys can be removed, another’s not', async () => {
  const [carer, other] = [await aCarer(), await aCarer()]
  const browser = await signedIn(carer)
  await signedIn(other)
  const ids = { [carer.id]: newId(), [other.id]: newId() }
  for (const [owner, id] of Object.entries(ids)) {
    await house.asOwner(sql`insert into auth.passkey (id, user_id, name, public_key, credential_id, counter, device_type, backed_up, created_at)
      values (${id}, ${owner}, 'my phone', 'x', ${id}, 0, 'singleDevice', false, now())`)
  }
  assert.match((await browser.get('/account')).text, /my phone Added on/)
  for (const id of Object.values(ids)) await browser.post(`/account/passkeys/${id}/remove`)
  const left = await house.asOwner(sql<{ user_id: string }>`select user_id from auth.passkey`)
  assert.deepEqual(
    left.map(({ user_id }) => user_id),
    [other.id],
  )
})

test('setting the second step up again ends the old one and every other session at once', async () => {
  const manager = await house.anAccount({ signIn: 'password', duties: ['manager'], password })
  const [browser, elsewhere] = [house.browser(), house.browser()]
  await browser.post('/sign-in/staff', { email: manager.email, password })
  const { secret } = await setUpSecondStep(browser, password)
  await elsewhere.post('/sign-in/staff', { email: manager.email, password })
  await elsewhere.post('/sign-in/staff/code', { code: appCode(secret) })
  assert.equal(await elsewhere.whoAmI(), manager.id)
  assert.match(
    (await browser.post('/account/second-step', { password: 'not that one at all' })).text,
    /not right/,
  )
  assert.equal(
    (await browser.post('/account/second-step', { password })).location,
    '/sign-in/staff/second-step',
  )
  assert.deepEqual([await browser.whoAmI(), await elsewhere.whoAmI()], [null, null])
  const page = await browser.post('/sign-in/staff/second-step', { step: 'password', password })
  assert.notEqual(page.field('secret'), secret)
  await browser.post('/sign-in/staff/second-step', {
    step: 'code',
    code: appCode(page.field('secret') ?? ''),
  })
  assert.equal(await browser.whoAmI(), manager.id)
})

test('who comes in another way has no second step here and no passkeys', async () => {
  const browser = await signedIn(await aCarer())
  assert.equal((await browser.get('/account/second-step')).status, 404)
  const manager = await house.anAccount({ signIn: 'password', duties: ['manager'], password })
  const staff = house.browser()
  await staff.post('/sign-in/staff', { email: manager.email, password })
  await setUpSecondStep(staff, password)
  assert.equal((await staff.get('/account/passkeys/new')).status, 403)
  assert.doesNotMatch((await staff.get('/account')).text, /Passkeys/)
})

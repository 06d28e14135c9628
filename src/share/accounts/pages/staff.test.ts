import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Account } from '../account.ts'
import { appCode, setUpSecondStep } from '../app-for-tests.ts'
import { signInHouse, type Browser } from '../testing.ts'

const house = await signInHouse()
const password = 'kettle orbit fern'

const aManager = () => house.anAccount({ signIn: 'password', duties: ['manager'], password })
const signIn = (browser: Browser, email: string, typed = password) =>
  browser.post('/sign-in/staff', { email, password: typed })

async function setUp(account: Account) {
  const browser = house.browser()
  await signIn(browser, account.email)
  const { secret, recovery, done } = await setUpSecondStep(browser, password)
  assert.deepEqual([done.status, done.location], [303, '/today'])
  return { browser, secret, recovery }
}

test('a password alone opens nothing but the page that sets up the second step', async () => {
  const manager = await aManager()
  const browser = house.browser()
  const done = await signIn(browser, manager.email)
  assert.deepEqual([done.status, done.location], [303, '/sign-in/staff/second-step'])
  assert.equal(await browser.whoAmI(), null)
  assert.equal((await browser.get('/sign-in/staff/second-step')).status, 200)
})

test('the second step is set up with a picture, the same secret in words, and recovery codes', async () => {
  const manager = await aManager()
  const browser = house.browser()
  await signIn(browser, manager.email)
  const page = await browser.post('/sign-in/staff/second-step', { step: 'password', password })
  const secret = page.field('secret') ?? ''
  assert.match(secret, /^[A-Z2-7]{32,}$/)
  assert.ok(page.text.includes(secret.replaceAll(/(.{4})(?=.)/g, '$1 ')))
  assert.match(page.html, /<img\s[^>]*src="data:image\/svg\+xml;base64,/)
  assert.equal(page.field('recovery')?.split(' ').length, 10)
  const refused = await browser.post('/sign-in/staff/second-step', {
    step: 'code',
    code: '000000',
    secret,
    recovery: 'aaaa-bbbb',
  })
  assert.equal(refused.status, 422)
  assert.ok(refused.text.includes('This code is not right') && refused.text.includes('aaaa-bbbb'))
  assert.equal(await browser.whoAmI(), null)
  await browser.post('/sign-in/staff/second-step', { step: 'code', code: appCode(secret), secret })
  assert.equal(await browser.whoAmI(), manager.id)
})

test('setting up the second step needs the password again', async () => {
  const manager = await aManager()
  const browser = house.browser()
  await signIn(browser, manager.email)
  const refused = await browser.post('/sign-in/staff/second-step', {
    step: 'password',
    password: 'another one entirely',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /The password is not right/)
  assert.equal(refused.field('secret'), undefined)
})

test('whoever signed in by the password alone is out again once a second step is set up elsewhere', async () => {
  const manager = await aManager()
  const thief = house.browser()
  await signIn(thief, manager.email)
  await setUp(manager)
  assert.equal(await thief.whoAmI(), null)
  assert.equal((await thief.get('/sign-in/staff/second-step')).location, '/sign-in/staff')
})

test('after the password comes a code from the app, which works once', async () => {
  const manager = await aManager()
  const { secret } = await setUp(manager)
  const browser = house.browser()
  assert.equal((await signIn(browser, manager.email)).location, '/sign-in/staff/code')
  assert.equal(await browser.whoAmI(), null)
  const code = appCode(secret)
  assert.equal((await browser.post('/sign-in/staff/code', { code })).location, '/today')
  assert.equal(await browser.whoAmI(), manager.id)
  const other = house.browser()
  await signIn(other, manager.email)
  const refused = await other.post('/sign-in/staff/code', { code })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /used already/)
  assert.equal(await other.whoAmI(), null)
})

test('a wrong code is refused, and the fifth begins again', async () => {
  const manager = await aManager()
  const { secret } = await setUp(manager)
  const browser = house.browser()
  await signIn(browser, manager.email)
  const wrong = String((Number(appCode(secret)) + 7) % 1_000_000).padStart(6, '0')
  for (let tried = 0; tried < 5; tried += 1) {
    const refused = await browser.post('/sign-in/staff/code', { code: wrong })
    assert.match(refused.text, /This code is not right/)
  }
  assert.equal(
    (await browser.post('/sign-in/staff/code', { code: appCode(secret) })).location,
    '/sign-in/staff',
  )
  assert.equal(await browser.whoAmI(), null)
})

test('ten wrong codes lock the second step for a quarter of an hour, from wherever they come', async () => {
  const manager = await aManager()
  const { secret } = await setUp(manager)
  const wrong = String((Number(appCode(secret)) + 7) % 1_000_000).padStart(6, '0')
  for (let tried = 0; tried < 10; tried += 1) {
    const browser = house.browser(`198.51.100.${tried}`)
    await signIn(browser, manager.email)
    await browser.post('/sign-in/staff/code', { code: wrong })
  }
  const browser = house.browser()
  await signIn(browser, manager.email)
  assert.match(
    (await browser.post('/sign-in/staff/code', { code: appCode(secret) })).text,
    /Wait 15 minutes/,
  )
  assert.equal(await browser.whoAmI(), null)
})

test('a recovery code stands in for the app, once', async () => {
  const manager = await aManager()
  const { recovery } = await setUp(manager)
  const code = recovery[3] ?? ''
  const browser = house.browser()
  await signIn(browser, manager.email)
  assert.match(
    (await browser.post('/sign-in/staff/recovery-code', { code: 'aaaaa-bbbbb' })).text,
    /not right/,
  )
  const typed = ` ${code.toUpperCase().replace('-', ' ')}`
  assert.equal(
    (await browser.post('/sign-in/staff/recovery-code', { code: typed })).location,
    '/today',
  )
  const again = house.browser()
  await signIn(again, manager.email)
  assert.equal((await again.post('/sign-in/staff/recovery-code', { code })).status, 422)
  assert.equal(await again.whoAmI(), null)
})

test('a second step without a password before it leads back to the password', async () => {
  const browser = house.browser()
  assert.equal(
    (await browser.post('/sign-in/staff/code', { code: '123456' })).location,
    '/sign-in/staff',
  )
  assert.equal(
    (await browser.post('/sign-in/staff/recovery-code', { code: 'aaaaa-bbbbb' })).location,
    '/sign-in/staff',
  )
  assert.equal((await browser.get('/sign-in/staff/second-step')).location, '/sign-in/staff')
})

test('the second step is that of whoever gave the password, not of who was signed in before', async () => {
  const [first, second] = [await aManager(), await aManager()]
  const { browser, secret } = await setUp(first)
  await setUp(second)
  await signIn(browser, second.email)
  assert.equal((await browser.post('/sign-in/staff/code', { code: appCode(secret) })).status, 422)
})

test('a wrong password, no account, a closed one, a carer and one of single sign-on are refused alike', async () => {
  const manager = await aManager()
  const closed = await house.anAccount({
    signIn: 'password',
    duties: ['manager'],
    password,
    active: true,
  })
  await house.asOwner(sql`update account set active = false where id = ${closed.id}`)
  const carer = await house.anAccount({ signIn: 'email_code' })
  const sso = await house.anAccount({ signIn: 'sso', duties: ['manager'] })
  const shown = new Set<string>()
  for (const [email, typed] of [
    [manager.email, 'kettle orbit gern'],
    ['nobody@example.org', password],
    [closed.email, password],
    [carer.email, password],
    [sso.email, password],
  ] as const) {
    const browser = house.browser()
    const refused = await signIn(browser, email, typed)
    shown.add(
      `${refused.status} ${refused.text.replaceAll(email, 'ADDRESS')} ${[...browser.cookies.keys()].join()}`,
    )
    assert.doesNotMatch(refused.html, new RegExp(typed))
  }
  assert.equal(shown.size, 1)
  assert.match([...shown][0] ?? '', /^422 .*The email address or the password is not right/)
})

test('the eleventh password within a quarter of an hour is refused with the time, known or not', async () => {
  for (const email of [(await aManager()).email, 'nobody.at.work@example.org']) {
    const browser = house.browser('192.0.2.9')
    for (let tried = 0; tried < 10; tried += 1)
      assert.equal((await signIn(browser, email, 'wrong wrong wrong')).status, 422)
    const refused = await signIn(browser, email)
    assert.equal(refused.status, 429)
    assert.match(refused.text, /you can try again from \d/)
  }
})

test('an empty form says what is missing', async () => {
  const refused = await house.browser().post('/sign-in/staff', {})
  assert.match(refused.text, /Enter your work email address Enter your password/)
})

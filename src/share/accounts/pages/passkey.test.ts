import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import chromium from '@sparticuz/chromium'
import { sql } from 'kysely'
import {
  chromium as driver,
  type BrowserContext,
  type CDPSession,
  type Page,
} from 'playwright-core'
import type { Account } from '../account.ts'
import { signInHouse } from '../testing.ts'

// The whole ceremony in a real browser, whose own authenticator stands in for a phone's.

const address = `http://localhost:${await freePort()}`
const house = await signInHouse({ ALONGSIDE_URL: address })
await house.app.listen({ host: 'localhost', port: Number(new URL(address).port) })
const browser = await driver.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args,
})
after(() => browser.close())

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((found) => {
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })
}

type Phone = {
  readonly page: Page
  readonly context: BrowserContext
  readonly devtools: CDPSession
  readonly authenticatorId: string
}

/** A browser on a phone that knows its owner by finger or face, or does not. */
async function phone(isUserVerified = true): Promise<Phone> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified, automaticPresenceSimulation: true },
  })
  return { page, context, devtools, authenticatorId }
}

async function signInByCode({ page }: Phone, carer: Account): Promise<void> {
  await page.goto(`${address}/sign-in?next=/account`)
  await page.getByLabel('What is your email address?').fill(carer.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.waitForURL('**/sign-in/code')
  const code = /code is (\d{6})/.exec((await house.mailTo(carer.email))?.body ?? '')?.[1] ?? ''
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${address}/account`)
}

async function addPasskey({ page }: Phone): Promise<void> {
  await page.goto(`${address}/account/passkeys/new`)
  await page.getByLabel('A name for it').fill('my phone')
  await page.getByRole('button', { name: 'Add passkey' }).click()
  await page.waitForURL(`${address}/account`)
}

const signOut = ({ page }: Phone) =>
  page.getByRole('button', { name: 'Sign out', exact: true }).click()

async function usePasskey({ page }: Phone): Promise<void> {
  await page.goto(`${address}/sign-in/passkey?next=/account`)
  await page.getByRole('button', { name: 'Use my passkey' }).click()
}

async function carerWithPasskey(): Promise<{ carer: Account; own: Phone }> {
  const carer = await house.anAccount({ signIn: 'email_code' })
  const own = await phone()
  await signInByCode(own, carer)
  await addPasskey(own)
  await signOut(own)
  return { carer, own }
}

test('a carer adds a passkey and signs in with it, without typing who they are', async () => {
  const { carer, own } = await carerWithPasskey()
  await usePasskey(own)
  await own.page.waitForURL(`${address}/account`)
  const words = await own.page.locator('main').innerText()
  assert.ok(words.includes(carer.email) && words.includes('my phone'))
  const { credentials } = await own.devtools.send('WebAuthn.getCredentials', {
    authenticatorId: own.authenticatorId,
  })
  assert.deepEqual(
    credentials.map(({ rpId, userName, userDisplayName }) => [rpId, userName, userDisplayName]),
    [['localhost', carer.email, carer.displayName]],
  )
})

test('a passkey that was removed, and one of a closed account, sign nobody in', async () => {
  const removed = await carerWithPasskey()
  await house.asOwner(sql`delete from auth.passkey where user_id = ${removed.carer.id}`)
  const closed = await carerWithPasskey()
  await house.asOwner(sql`update account set active = false where id = ${closed.carer.id}`)
  for (const { own } of [removed, closed]) {
    await usePasskey(own)
    await own.page.getByText('That passkey does not open an account here').first().waitFor()
    assert.equal(
      (await own.context.cookies()).some(({ name }) => name === 'alongside-session'),
      false,
    )
  }
})

test('an answer works once: sent again it signs nobody in', async () => {
  const { own } = await carerWithPasskey()
  const sent = own.page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().includes('/sign-in/passkey'),
  )
  await usePasskey(own)
  const answer = (await sent).postData() ?? ''
  await own.page.waitForURL(`${address}/account`)
  assert.match(answer, /signature/)
  const thief = house.browser()
  const refused = await thief.post(
    '/sign-in/passkey',
    Object.fromEntries(new URLSearchParams(answer)),
  )
  assert.equal(refused.status, 422)
  assert.equal(await thief.whoAmI(), null)
})

test('a passkey without a finger, a face or a PIN is refused, whatever the browser was asked', async () => {
  const { own } = await carerWithPasskey()
  const { devtools, authenticatorId, page } = own
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(`${address}/sign-in/passkey`)
  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await page.getByText('No passkey was used').waitFor()
  await page.locator('form[data-passkey]').evaluate((form) => {
    const element = form as unknown as { dataset: Record<string, string> }
    const options = JSON.parse(element.dataset['options'] ?? '{}') as object
    element.dataset['options'] = JSON.stringify({ ...options, userVerification: 'discouraged' })
  })
  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await page.getByText('That passkey does not open an account here').first().waitFor()
})

test('without scripts the page offers a code instead', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${address}/sign-in/passkey`)
  assert.equal(await page.getByText('A code by email works everywhere').isVisible(), true)
  assert.equal(await page.getByRole('button', { name: 'Use my passkey' }).isVisible(), false)
  await page.getByRole('link', { name: 'Send me a code instead' }).click()
  await page.waitForURL('**/sign-in')
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aVisit, checkAccessible, checkNarrow } from '../browser.ts'
import { servedDemo } from '../demo.ts'
import { openMailbox } from './mailbox.ts'
import { asOwner } from './stored.ts'
import {
  choose,
  follow,
  inEveryWindow,
  isRefused,
  press,
  signInAs,
  signOut,
  stands,
  type,
  words,
} from './walk.ts'

// A carer with nothing but an e-mail address comes to what is written about them.
const mailbox = await openMailbox()
const { address: at, database } = await servedDemo({ SMTP_URL: mailbox.url })
let carer: { readonly email: string; readonly personId: string; readonly name: string }

before(async () => {
  const [row] = await asOwner<typeof carer>(
    database.ownerUrl,
    `select email, person_id as "personId", display_name as name from account
      where sign_in = 'email_code'`,
  )
  assert.ok(row)
  carer = row
})

/** Asks for a code, and gives the one that the post brought. */
async function codeFor(page: Page, email: string): Promise<string> {
  await page.goto('/sign-in')
  await type(page, { 'What is your email address?': email })
  await press(page, 'Send me a code')
  await stands(page, 'Check your email')
  return postedCode(email)
}

async function postedCode(email: string): Promise<string> {
  const { body } = await mailbox.letterTo(email)
  return /^Your code is (\d{6})\./.exec(body)?.[1] ?? assert.fail(body)
}

/** Some other six digits. */
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

async function tryCode(page: Page, code: string): Promise<void> {
  await type(page, { Code: code })
  await press(page, 'Sign in')
}

async function isSignedOut(page: Page): Promise<void> {
  await page.goto('/my')
  assert.equal(new URL(page.url()).pathname, '/sign-in')
}

test('a carer comes in by the code from the post: not by a wrong one, not by one that has run out', async () => {
  const { page, context, wentWell } = await aVisit({ at, width: 'phone', javaScript: false })
  await page.goto('/my/plan')
  await press(page, 'Send me a code')
  await isRefused(page, 'Enter your email address')
  await type(page, { 'What is your email address?': 'raymond at example' })
  await press(page, 'Send me a code')
  await isRefused(page, 'Enter an email address in the correct format, like name@example.com')
  await type(page, { 'What is your email address?': carer.email.toUpperCase() })
  await press(page, 'Send me a code')
  const first = await postedCode(carer.email)
  await inEveryWindow(page, (other) => stands(other, 'Check your email'))
  for (const [code, message] of [
    ['', 'Enter the code'],
    ['12345', 'The code must be 6 numbers'],
    [
      otherThan(first),
      'This code is not right. Check the newest email from us, or ask for another code',
    ],
  ] as const) {
    await tryCode(page, code)
    await isRefused(page, message)
  }
  await asOwner(
    database.ownerUrl,
    `update auth.verification set expires_at = now() - interval '1 second'`,
  )
  await tryCode(page, first)
  await isRefused(page, 'This code has run out. Ask for another one')
  await press(page, 'Send another code')
  const second = await postedCode(carer.email)
  await tryCode(page, `${second.slice(0, 3)} ${second.slice(3)}`)
  assert.equal(new URL(page.url()).pathname, '/my/plan')
  await signOut(page)
  await stands(page, 'What is your email address?')
  await page.goBack()
  assert.doesNotMatch(await page.content(), new RegExp(carer.name))
  await isSignedOut(page)
  wentWell()
  await context.close()
})

test('an address that nobody knows gets the same pages; only its own post says so', async () => {
  const seen: string[][] = []
  for (const email of [carer.email, 'nobody@example.org']) {
    const { page, context, wentWell } = await aVisit({ at })
    await page.goto('/sign-in')
    await type(page, { 'What is your email address?': email })
    await press(page, 'Send me a code')
    const asked = [page.url(), await page.title(), await words(page)]
    const { body } = await mailbox.letterTo(email)
    await tryCode(page, otherThan(/(\d{6})/.exec(body)?.[1] ?? '0'))
    const refused = [page.url(), await page.title(), await words(page)]
    seen.push([...asked, ...refused].map((text) => text.replaceAll(email, 'ADDRESS')))
    assert.equal(/We have no carer with this address/.test(body), email !== carer.email)
    wentWell()
    await context.close()
  }
  assert.deepEqual(seen[1], seen[0])
})

test('a carer reads their own pages, writes, changes how they are reached, and sees who looked', async () => {
  const { page, context, wentWell } = await aVisit({ at, width: 'phone' })
  await tryCode(page, await codeFor(page, carer.email))
  await stands(page, /^Hello /)
  const own = await words(page)
  assert.match(own, /What happens next Asked .* Your support began on \d/)
  assert.match(own, /Who works with you Jo Pugh of Worcestershire Carers' Hub\. Ring 01632 960100/)
  assert.match(own, /You can have support/)
  assert.match(own, new RegExp(`Name ${carer.name} Reference ALG-`))
  await inEveryWindow(page, (other) => stands(other, /^Hello /))
  await follow(page, 'Read your plan')
  await stands(page, 'Your support plan')
  assert.match(await words(page), /What you want .* What will be done .* Agreed on/)
  await inEveryWindow(page, (other) => stands(other, 'Your support plan'))
  await writeToTheirWorker(page)
  await changeHowTheyAreReached(page)
  await theirWorkerLooks()
  await page.goto('/my/who-looked')
  assert.match(
    await words(page),
    /Jo Pugh, adviser at Worcestershire Carers' Hub, looked at your record on \w+day \d/,
  )
  await checkNarrow(page)
  wentWell()
  await context.close()
})

async function writeToTheirWorker(page: Page): Promise<void> {
  await page.goto('/my')
  await follow(page, 'Write to us')
  await stands(page, 'Write to Jo Pugh')
  await press(page, 'Send')
  await isRefused(page, 'Enter your message')
  await type(page, { 'Your message': 'The night alarm rang for nothing again.' })
  await press(page, 'Send')
  await stands(page, 'Your messages')
  await page.getByText(/^\s*You wrote to us on .*The night alarm rang/).click()
  await inEveryWindow(page, async (other) =>
    assert.match(await words(other), /You wrote to us on .*: The night alarm rang/),
  )
}

async function changeHowTheyAreReached(page: Page): Promise<void> {
  await page.goto('/my')
  await follow(page, 'Change how we reach you')
  await choose(page, 'Email me')
  await type(page, { Email: '', 'Mobile telephone': '0770' })
  await press(page, 'Save')
  await isRefused(page, 'Enter a telephone number, like 01905 751 000 or 07700 900 982')
  await type(page, { 'Mobile telephone': '07700 900 562' })
  await press(page, 'Save')
  await isRefused(page, 'Enter an email address, so that we can email you')
  await checkAccessible(page)
  await type(page, { Email: 'raymond@example.org' })
  await press(page, 'Save')
  assert.match(await words(page), /Mobile telephone 07700 900562 Email raymond@example\.org/)
}

async function theirWorkerLooks(): Promise<void> {
  const { page, context, wentWell } = await aVisit({ at })
  await signInAs(page, 'Jo Pugh')
  await page.goto(`/carers/${carer.personId}`)
  assert.match(await words(page), /The night alarm rang for nothing again/)
  wentWell()
  await context.close()
}

test('signing out everywhere ends what is open on other devices too', async () => {
  const [here, there] = [await aVisit({ at, width: 'phone' }), await aVisit({ at })]
  for (const { page } of [here, there]) await tryCode(page, await codeFor(page, carer.email))
  await follow(here.page, carer.name)
  await stands(here.page, 'Your account')
  assert.match(await words(here.page), /You are here now\..*Last used/)
  await checkNarrow(here.page)
  await checkAccessible(here.page)
  await press(here.page, 'Sign out everywhere')
  await isSignedOut(here.page)
  await isSignedOut(there.page)
  for (const { context, wentWell } of [here, there]) {
    wentWell()
    await context.close()
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { signInHouse } from '../testing.ts'

const house = await signInHouse()

async function linkFor(email: string): Promise<string> {
  await house.browser().post('/sign-in/staff/password', { email })
  const mail = await house.mailTo(email)
  return /http:\/\/localhost(\/\S+)/.exec(mail?.body ?? '')?.[1] ?? 'no link'
}

const aMember = () => house.anAccount({ signIn: 'password', duties: ['adviser'] })

test('a link from the message sets a password, once, and signs out everywhere', async () => {
  const member = await house.anAccount({
    signIn: 'password',
    duties: ['adviser'],
    password: 'an older phrase',
  })
  const elsewhere = house.browser()
  await elsewhere.post('/sign-in/staff', { email: member.email, password: 'an older phrase' })
  const link = await linkFor(member.email)
  const browser = house.browser()
  assert.match((await browser.get(link)).text, /Choose a password/)
  assert.equal(
    (await browser.post(link, { password: 'kettle orbit fern' })).location,
    '/sign-in/staff',
  )
  assert.equal((await elsewhere.get('/sign-in/staff/second-step')).location, '/sign-in/staff')
  const typed = (password: string) =>
    browser.post('/sign-in/staff', { email: member.email, password })
  assert.equal((await typed('an older phrase')).status, 422)
  assert.equal((await typed('kettle orbit fern')).location, '/sign-in/staff/second-step')
  const again = await browser.post(link, { password: 'another long phrase' })
  assert.equal(again.status, 410)
  assert.match(again.text, /no longer works/)
})

test('a link is gone after an hour, and so is one that never was', async () => {
  const link = await linkFor((await aMember()).email)
  await house.asOwner(sql`update auth.verification set expires_at = now() - interval '1 second'`)
  for (const path of [link, `/sign-in/staff/password/${'x'.repeat(24)}`]) {
    assert.equal((await house.browser().get(path)).status, 410)
    assert.equal((await house.browser().post(path, { password: 'kettle orbit fern' })).status, 410)
  }
})

test('a weak password is refused in words and leaves the link good', async () => {
  const member = await house.anAccount({
    signIn: 'password',
    email: 'jo.pugh@example.org',
    duties: ['adviser'],
  })
  const link = await linkFor(member.email)
  const browser = house.browser()
  assert.match((await browser.post(link, { password: 'short' })).text, /12 characters or more/)
  assert.match(
    (await browser.post(link, { password: 'jo.pugh.jo.pugh' })).text,
    /too easy to guess/,
  )
  assert.match((await browser.post(link, {})).text, /Enter a password/)
  assert.equal((await browser.post(link, { password: 'kettle orbit fern' })).status, 303)
})

test('whoever has no password to set is answered alike, and told so in the message alone', async () => {
  const member = await aMember()
  const sso = await house.anAccount({ signIn: 'sso', duties: ['adviser'] })
  const answers = new Set<string>()
  for (const email of [member.email, sso.email, 'nobody@example.org']) {
    const shown = await house.browser().post('/sign-in/staff/password', { email })
    answers.add(`${shown.status} ${shown.text.replaceAll(email, 'ADDRESS')}`)
    const mail = await house.mailTo(email)
    if (email === member.email) assert.match(mail?.body ?? '', /password\/\w+/)
    else assert.match(mail?.body ?? '', /no account that signs in with a password/)
  }
  assert.equal(answers.size, 1)
})

test('the sixth link asked for within an hour is refused', async () => {
  const browser = house.browser()
  const ask = () => browser.post('/sign-in/staff/password', { email: 'often@example.org' })
  for (let asked = 0; asked < 5; asked += 1) assert.equal((await ask()).status, 200)
  assert.equal((await ask()).status, 429)
})

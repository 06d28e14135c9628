import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { hashed } from '../secret.ts'
import { signInHouse, type Browser } from '../testing.ts'

const house = await signInHouse()

/** Asks for a code in a browser; gives what the newest message carries. */
async function codeFor(email: string, browser: Browser): Promise<string> {
  await browser.post('/sign-in', { email })
  const mail = await house.mailTo(email)
  return /Your code is (\d{6})/.exec(mail?.body ?? '')?.[1] ?? 'no code'
}

/** Some other six digits than these. */
const wrong = (code: string, by = 1): string =>
  String((Number(code) + by) % 1_000_000).padStart(6, '0')

const aCarer = () => house.anAccount({ signIn: 'email_code' })

test('a carer signs in with the code from the message, and comes to their own page', async () => {
  const carer = await aCarer()
  const browser = house.browser()
  const asked = await browser.post('/sign-in', { email: ` ${carer.email.toUpperCase()} ` })
  assert.deepEqual([asked.status, asked.location], [303, '/sign-in/code'])
  assert.ok((await browser.get('/sign-in/code')).text.includes(`We have written to ${carer.email}`))
  const code = await codeFor(carer.email, browser)
  const typed = `${code.slice(0, 3)} ${code.slice(3)}`
  const done = await browser.post('/sign-in/code', { code: typed })
  assert.deepEqual([done.status, done.location], [303, '/my'])
  assert.equal(await browser.whoAmI(), carer.id)
})

test('whoever was going to a page comes to it, and never to another site', async () => {
  for (const [next, location] of [
    ['/my/plan?large=1', '/my/plan?large=1'],
    ['https://evil.example/', '/my'],
    ['//evil.example/', '/my'],
    ['/\\evil.example', '/my'],
    ['/sign-out', '/my'],
  ] as const) {
    const carer = await aCarer()
    const browser = house.browser()
    await browser.post(`/sign-in?next=${encodeURIComponent(next)}`, { email: carer.email })
    const code = /code is (\d{6})/.exec((await house.mailTo(carer.email))?.body ?? '')?.[1] ?? ''
    assert.equal((await browser.post('/sign-in/code', { code })).location, location)
  }
})

test('an address that nobody has, a closed account and a member of staff are answered like a carer', async () => {
  const carer = await aCarer()
  const closed = await house.anAccount({ signIn: 'email_code', active: false })
  const staff = await house.anAccount({ signIn: 'sso', duties: ['adviser'] })
  const shown = []
  for (const email of [carer.email, closed.email, staff.email, 'nobody@example.org']) {
    const browser = house.browser()
    const asked = await browser.post('/sign-in', { email })
    const page = await browser.get('/sign-in/code')
    const refused = await browser.post('/sign-in/code', { code: wrong(await codeOf(email)) })
    const text = (of: { text: string }) => of.text.replaceAll(email, 'ADDRESS')
    shown.push([
      asked.status,
      asked.location,
      [...browser.cookies.keys()],
      page.status,
      text(page),
      refused.status,
      text(refused),
    ])
    assert.ok((await house.mailTo(email)) !== null)
  }
  assert.deepEqual(shown[1], shown[0])
  assert.deepEqual(shown[2], shown[0])
  assert.deepEqual(shown[3], shown[0])

  async function codeOf(email: string): Promise<string> {
    return /code is (\d{6})/.exec((await house.mailTo(email))?.body ?? '')?.[1] ?? '000000'
  }
})

test('only the message tells somebody unknown, and staff, where to go instead', async () => {
  const staff = await house.anAccount({ signIn: 'password', duties: ['adviser'] })
  for (const [email, words] of [
    ['stranger@example.org', /We have no carer with this address/],
    [staff.email, /Staff sign in here: http:\/\/localhost\/sign-in\/staff/],
  ] as const) {
    await house.browser().post('/sign-in', { email })
    const mail = await house.mailTo(email)
    assert.match(mail?.body ?? '', words)
    assert.doesNotMatch(mail?.body ?? '', /\d{6}/)
  }
})

test('a wrong code is refused in words, and the right one still works', async () => {
  const carer = await aCarer()
  const browser = house.browser()
  const code = await codeFor(carer.email, browser)
  const refused = await browser.post('/sign-in/code', { code: wrong(code) })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /This code is not right/)
  assert.equal(await browser.whoAmI(), null)
  assert.equal((await browser.post('/sign-in/code', { code })).status, 303)
})

for (const [typed, words] of [
  ['', /Enter the code/],
  ['12345', /The code must be 6 numbers/],
  ['abcdef', /The code must be 6 numbers/],
] as const) {
  test(`"${typed}" is no code`, async () => {
    const browser = house.browser()
    await codeFor((await aCarer()).email, browser)
    const refused = await browser.post('/sign-in/code', { code: typed })
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
  })
}

test('a code that has run out is refused', async () => {
  const carer = await aCarer()
  const browser = house.browser()
  const code = await codeFor(carer.email, browser)
  await house.asOwner(sql`update auth.verification set expires_at = now() - interval '1 second'`)
  const refused = await browser.post('/sign-in/code', { code })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /This code has run out/)
  assert.equal(await browser.whoAmI(), null)
})

test('after five wrong tries a code no longer works, even the right one', async () => {
  const carer = await aCarer()
  const browser = house.browser()
  const code = await codeFor(carer.email, browser)
  for (let by = 1; by <= 5; by += 1) await browser.post('/sign-in/code', { code: wrong(code, by) })
  assert.match((await browser.post('/sign-in/code', { code })).text, /tried too often/)
  assert.match((await browser.post('/sign-in/code', { code })).text, /not right/)
  assert.equal(await browser.whoAmI(), null)
})

test('a code works once, and not after a newer one', async () => {
  const carer = await aCarer()
  const browser = house.browser()
  const first = await codeFor(carer.email, browser)
  const second = await codeFor(carer.email, browser)
  if (first !== second)
    assert.equal((await browser.post('/sign-in/code', { code: first })).status, 422)
  assert.equal((await browser.post('/sign-in/code', { code: second })).status, 303)
  const other = house.browser()
  other.cookies.set(
    'alongside-signing-in',
    encodeURIComponent(JSON.stringify({ email: carer.email, next: null })),
  )
  assert.equal((await other.post('/sign-in/code', { code: second })).status, 422)
})

test('a carer whose account was closed after the code was sent does not come in', async () => {
  const carer = await aCarer()
  const browser = house.browser()
  const code = await codeFor(carer.email, browser)
  await house.asOwner(sql`update account set active = false where id = ${carer.id}`)
  assert.equal((await browser.post('/sign-in/code', { code })).status, 422)
  assert.equal(await browser.whoAmI(), null)
})

test('a page that asks for a code without an address before it leads back', async () => {
  const browser = house.browser()
  assert.equal((await browser.get('/sign-in/code')).location, '/sign-in')
  assert.equal((await browser.post('/sign-in/code', { code: '123456' })).location, '/sign-in')
  browser.cookies.set('alongside-signing-in', 'not%20json')
  assert.equal((await browser.get('/sign-in/code')).location, '/sign-in')
})

test('the sixth code asked for within the hour is refused with the time from which it works, known or not', async () => {
  for (const email of [(await aCarer()).email, 'nobody.at.all@example.org']) {
    const browser = house.browser('192.0.2.1')
    for (let asked = 0; asked < 5; asked += 1) {
      assert.equal((await browser.post('/sign-in', { email })).status, 303)
    }
    const refused = await browser.post('/sign-in/code/again')
    assert.equal(refused.status, 429)
    assert.match(refused.text, /you can try again from \d{1,2}(:\d\d)?(am|pm) on \w+day \d/)
  }
})

test('codes cannot be tried without end by asking for new ones, known or not', async () => {
  for (const email of [(await aCarer()).email, 'nobody.here@example.org']) {
    const browser = house.browser('192.0.2.2')
    const tries = []
    for (let round = 0; round < 3; round += 1) {
      const code = await codeFor(email, browser)
      const other = code === 'no code' ? '000000' : wrong(code)
      for (let each = 0; each < 4; each += 1)
        tries.push((await browser.post('/sign-in/code', { code: other })).status)
    }
    assert.deepEqual(tries, [422, 422, 422, 422, 422, 422, 422, 422, 422, 422, 429, 429])
  }
})

test('one place on the network cannot ask for codes for ever more addresses', async () => {
  const browser = house.browser('192.0.2.3')
  const statuses = new Set<number>()
  for (let asked = 0; asked < 60; asked += 1) {
    statuses.add(
      (await browser.post('/sign-in', { email: `somebody.${asked}@example.org` })).status,
    )
  }
  assert.deepEqual([...statuses], [303])
  assert.equal((await browser.post('/sign-in', { email: 'one.more@example.org' })).status, 429)
  assert.equal(
    (await house.browser('192.0.2.4').post('/sign-in', { email: 'one.more@example.org' })).status,
    303,
  )
})

test('what is stored lets nobody in and names nobody', async () => {
  const carer = await aCarer()
  const browser = house.browser()
  const code = await codeFor(carer.email, browser)
  const waiting = await house.asOwner(
    sql<{
      all: string
    }>`select string_agg(v::text, ' ') as all from auth.verification v`,
  )
  assert.ok(!waiting[0]?.all.includes(`,${code}`) && !waiting[0]?.all.includes(carer.id))
  await browser.post('/sign-in/code', { code })
  const cookie = decodeURIComponent(browser.cookies.get('alongside-session') ?? '')
  const token = cookie.slice(0, cookie.lastIndexOf('.'))
  const rows = await house.asOwner(
    sql<{
      token: string
    }>`select token from auth.session where user_id = ${carer.id}`,
  )
  assert.deepEqual(rows, [{ token: hashed(token) }])
  const kept = await house.asOwner(
    sql<{
      all: string
    }>`select (u::text || (select string_agg(a::text, ' ') from auth.attempt a)) as all from auth."user" u where id = ${carer.id}`,
  )
  assert.ok(!kept[0]?.all.includes(carer.email))
})

test('each sign-in makes a new session and ends the one that the browser had', async () => {
  const [first, second] = [await aCarer(), await aCarer()]
  const browser = house.browser()
  await browser.post('/sign-in/code', { code: await codeFor(first.email, browser) })
  const before = browser.cookies.get('alongside-session') ?? ''
  await browser.post('/sign-in/code', { code: await codeFor(second.email, browser) })
  assert.notEqual(browser.cookies.get('alongside-session'), before)
  assert.equal(await browser.whoAmI(), second.id)
  const old = house.browser()
  old.cookies.set('alongside-session', before)
  assert.equal(await old.whoAmI(), null)
})

test('over https the session’s cookie is bound to the host and out of reach of scripts and other sites', async () => {
  const https = await signInHouse({ ALONGSIDE_URL: 'https://carers.example.org' })
  const carer = await https.anAccount({ signIn: 'email_code' })
  const browser = https.browser()
  await browser.post('/sign-in', { email: carer.email })
  const code = /code is (\d{6})/.exec((await https.mailTo(carer.email))?.body ?? '')?.[1] ?? ''
  const done = await browser.post('/sign-in/code', { code })
  const set = [done.response.headers['set-cookie'] ?? []]
    .flat()
    .find((cookie) => cookie.startsWith('__Host-alongside-session='))
  assert.deepEqual(set?.split('; ').slice(1).toSorted(), [
    'HttpOnly',
    'Max-Age=2592000',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ])
  assert.equal(await browser.whoAmI(), carer.id)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { newId } from '#platform/lib/ids.ts'
import { demoOrganisations, demoPeople } from '../demo-people.ts'
import { placeDemoCarer, placeDemoPeople } from '../demo.ts'
import { sessionActor } from '../session.ts'
import { signInHouse, type Browser } from '../testing.ts'

const house = await signInHouse({ ALONGSIDE_DEMO: '1' })
await placeDemoPeople(house)

const actorIn = async (browser: Browser): Promise<Actor | undefined> => {
  const cookieHeader = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  return (await sessionActor({ ...house, cookieHeader }))?.actor
}

/** The account of a demo person, as the page's forms carry it. */
async function accountOf(email: string): Promise<string> {
  const rows = await house.asOwner(
    sql<{ id: string }>`select id from account where email = ${email}`,
  )
  return rows[0]?.id ?? 'nobody'
}

const firstPages: Partial<Record<string, string>> = {
  referrer: '/referrals/sent',
  commissioner: '/reports',
  analyst: '/reports',
  administrator: '/admin',
}

for (const person of demoPeople) {
  const [duty = ''] = person.duties
  test(`${person.name} signs in as ${duty} of ${demoOrganisations[person.at].name}`, async () => {
    const browser = house.browser()
    const page = await browser.get('/sign-in/demo')
    assert.ok(page.text.includes(`Sign in as ${person.name}`))
    const done = await browser.post('/sign-in/demo', { account: await accountOf(person.email) })
    assert.deepEqual([done.status, done.location], [303, firstPages[duty] ?? '/today'])
    const actor = await actorIn(browser)
    assert.deepEqual(actor?.duties, person.duties)
    assert.equal(
      actor.organisationIds.length,
      ['commissioner', 'analyst', 'administrator'].includes(duty) ? 0 : 1,
    )
  })
}

test('setting up the demo twice changes nothing', async () => {
  const count = () =>
    house.asOwner(
      sql<{
        rows: number
      }>`select (select count(*) from organisation) + (select count(*) from account) + (select count(*) from membership) as rows`,
    )
  const before = await count()
  await placeDemoPeople(house)
  assert.deepEqual(await count(), before)
})

test('the demo’s carer is one of the register, chosen alike each time, and opens their own record', async () => {
  await placeDemoCarer(house)
  assert.equal(
    (await house.asOwner(sql`select from account where person_id is not null`)).length,
    0,
  )
  const [first, second] = [newId(), newId()]
  const hub = await house.asOwner(
    sql<{ id: number }>`select id from organisation where kind = 'hub'`,
  )
  await house.asSystem(async (tx) => {
    for (const [at, id] of [second, first].entries()) {
      const base = { authorityId: house.authorityId, personId: id }
      const [caredFor, source] = [newId(), `WAC00000${2 - at}`]
      const person = {
        authorityId: house.authorityId,
        familyName: 'Tolley',
        reference: `ALG-${id}`,
      }
      await tx
        .insertInto('person')
        .values({ ...person, id, givenName: `Margaret ${at}`, email: `Carer.${at}@example.org` })
        .execute()
      await tx
        .insertInto('person')
        .values({ ...person, id: caredFor, givenName: 'Brian', reference: `ALG-${caredFor}` })
        .execute()
      await tx
        .insertInto('previousId')
        .values({ ...base, id: newId(), source: 'adult_carers', sourceId: source })
        .execute()
      await tx
        .insertInto('caring')
        .values({ authorityId: house.authorityId, id: newId(), carerId: id, caredForId: caredFor })
        .execute()
      const registration = { kind: 'adult_carer', state: 'active', registeredOn: '2017-01-01' }
      await tx
        .insertInto('registration')
        .values({ ...base, ...registration, id: newId(), organisationId: hub[0]?.id ?? 0 })
        .execute()
    }
  })
  await placeDemoCarer(house)
  await placeDemoCarer(house)
  const accounts = await house.asOwner(
    sql<{
      id: string
      email: string
      person_id: string
    }>`select id, email, person_id from account where person_id is not null`,
  )
  assert.deepEqual(
    accounts.map(({ email, person_id }) => [email, person_id]),
    [['carer.1@example.org', first]],
  )
  const browser = house.browser()
  assert.match(
    (await browser.get('/sign-in/demo')).text,
    /Margaret 1 Tolley ?, on the carers’ register/,
  )
  const done = await browser.post('/sign-in/demo', { account: accounts[0]?.id ?? '' })
  assert.equal(done.location, '/my')
  const actor = await actorIn(browser)
  assert.deepEqual([actor?.duties, actor?.organisationIds, actor?.personId], [['carer'], [], first])
})

test('who is no demo person is not signed in, nor is a demo person whose account was closed', async () => {
  const other = await house.anAccount({ signIn: 'password', duties: ['manager'] })
  const sam = await accountOf('sam.okafor@hub.example')
  await house.asOwner(sql`update account set active = false where id = ${sam}`)
  for (const account of [other.id, sam, newId(), 'nobody']) {
    const browser = house.browser()
    assert.equal((await browser.post('/sign-in/demo', { account })).status, 404)
    assert.equal(await browser.whoAmI(), null)
  }
})

test('outside a demo there is no such page, and nothing signs in without proof', async () => {
  const real = await signInHouse({ ALONGSIDE_DEMO: '0' })
  await placeDemoPeople(real)
  const browser = real.browser()
  assert.equal((await browser.get('/sign-in/demo')).status, 404)
  const rows = await real.asOwner(sql<{ id: string }>`select id from account limit 1`)
  assert.equal((await browser.post('/sign-in/demo', { account: rows[0]?.id ?? '' })).status, 404)
  assert.doesNotMatch((await browser.get('/sign-in')).text, /demo/i)
  assert.doesNotMatch((await browser.get('/sign-in/staff')).text, /demo/i)
})

test('signing out ends the session everywhere it could be used, and asks first when come to by a link', async () => {
  const browser = house.browser()
  const account = await accountOf('jo.pugh@hub.example')
  await browser.post('/sign-in/demo', { account })
  const kept = browser.cookies.get('alongside-session') ?? ''
  assert.match((await browser.get('/sign-out')).text, /Do you want to sign out/)
  assert.equal(await browser.whoAmI(), account)
  assert.equal((await browser.post('/sign-out')).location, '/sign-in')
  assert.equal(browser.cookies.has('alongside-session'), false)
  browser.cookies.set('alongside-session', kept)
  assert.equal(await browser.whoAmI(), null)
})

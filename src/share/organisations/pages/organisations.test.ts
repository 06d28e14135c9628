import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/lib/ids.ts'
import { readConfig } from '#config.ts'
import { changeOrganisation } from '../change-organisation.ts'
import { getOrganisation } from '../organisations.sql.ts'
import { administrationHouse } from '../testing.ts'

const house = await administrationHouse()
const { aisha, owen } = house

const facts = (over: Readonly<Record<string, string>> = {}) => ({
  name: `Surgery ${newId().slice(-8)}`,
  signInRule: 'either',
  secondStep: 'trusted',
  ...over,
})

async function added(over: Readonly<Record<string, string>> = {}): Promise<string> {
  const done = await aisha.post('/admin/organisations/new', { kind: 'gp_practice', ...facts(over) })
  assert.equal(done.status, 303, done.text)
  return done.location!
}

test('an organisation is added and changed, and keeps the rules for its people', async () => {
  const at = await added({ domains: '@Surgery.example, nhs.example', telephone: '01632 960 001' })
  const shown = await aisha.get(at)
  assert.equal(shown.field('domains'), 'surgery.example\nnhs.example')
  const form = facts({ name: 'Davenal House', version: '1', active: 'yes', secondStep: 'proved' })
  assert.equal((await aisha.post(at, form)).status, 303)
  assert.match((await aisha.get('/admin/organisations')).text, /Davenal House GP practice/)
  assert.equal((await aisha.get(at)).field('secondStep'), 'proved')
})

for (const [name, over, words] of [
  ['no name', { name: '' }, /Enter the organisation’s name/],
  ['a kind that is none', { kind: 'shop' }, /Select what it is/],
  ['a telephone number that is none', { telephone: 'ask Jo' }, /Enter a telephone number/],
  ['a domain that is none', { domains: 'surgery' }, /“surgery” is no domain/],
  ['single sign-on that is not set up', { signInRule: 'sso' }, /Single sign-on is not set up here/],
  [
    'a name that is taken',
    { kind: 'hub', name: 'Test hub' },
    /An organisation of this kind has this name/,
  ],
] as const) {
  test(`an organisation is refused with ${name}`, async () => {
    const form = { kind: 'gp_practice', ...facts(over) }
    const refused = await aisha.post('/admin/organisations/new', form)
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
  })
}

test('two who change it at once: the second sees what it says now, and loses nothing typed', async () => {
  const at = await added()
  await aisha.post(at, facts({ name: 'First', version: '1', active: 'yes', town: 'Malvern' }))
  const late = await owen.post(at, facts({ name: 'Second', version: '1', active: 'yes' }))
  assert.equal(late.status, 409)
  assert.match(late.text, /Somebody else changed this.*It now says: First; Malvern/)
  assert.equal(late.field('name'), 'Second')
  const again = facts({ name: 'Second', version: late.field('version') ?? '', active: 'yes' })
  assert.equal((await owen.post(at, again)).status, 303)
})

test('a name that another has is refused in a change too', async () => {
  const [one, other] = [
    await added({ name: 'North Surgery' }),
    await added({ name: 'South Surgery' }),
  ]
  assert.notEqual(one, other)
  const form = facts({ name: 'North Surgery', version: '1', active: 'yes' })
  assert.match((await aisha.post(other, form)).text, /has this name/)
})

test('an organisation that no longer takes part cannot be chosen for new people', async () => {
  const at = await added({ name: 'Closed Surgery' })
  await aisha.post(at, facts({ name: 'Closed Surgery', version: '1' }))
  assert.match(
    (await aisha.get('/admin/organisations')).text,
    /Closed Surgery \(no longer takes part\)/,
  )
  assert.doesNotMatch((await aisha.get('/admin/invitations/new')).text, /Closed Surgery/)
})

test('where people come by single sign-on only, those with a password are moved and signed out', async () => {
  const { actor } = await house.signIn({ duties: ['adviser'] })
  await house.asSystem((tx) =>
    sql`update account set sign_in = 'password' where id = ${actor.accountId}`.execute(tx),
  )
  const by = { authorityId: house.authorityId, accountId: aisha.actor.accountId! }
  const changed = await house.asSystem(async (tx) => {
    const before = await getOrganisation(tx, { authorityId: house.authorityId, id: house.hub })
    const today = house.house.clock.today()
    return changeOrganisation(tx, {
      by,
      today,
      sso: true,
      before,
      facts: { ...before, signInRule: 'sso' },
    })
  })
  assert.deepEqual(changed, { ok: true, value: { shutOut: [actor.accountId] } })
  const account = await house.accountOf(`${actor.accountId}@example.org`)
  assert.equal(account?.signIn, 'sso')
})

test('an administrator does not shut themself out', async () => {
  await house.asSystem((tx) =>
    sql`update account set sign_in = 'password' where id = ${owen.actor.accountId}`.execute(tx),
  )
  const by = { authorityId: house.authorityId, accountId: owen.actor.accountId! }
  const changed = await house.asSystem(async (tx) => {
    const before = await getOrganisation(tx, { authorityId: house.authorityId, id: house.council })
    const today = house.house.clock.today()
    return changeOrganisation(tx, {
      by,
      today,
      sso: true,
      before,
      facts: { ...before, signInRule: 'sso' },
    })
  })
  assert.ok(!changed.ok && changed.error !== 'STALE')
  assert.match(changed.error.message, /You come in by password yourself/)
})

test('a team is made, filled, emptied and closed', async () => {
  const at = `/admin/organisations/${house.hub}`
  const worker = await house.signIn({ duties: ['adviser'], name: 'Pat Dunn' })
  const made = await aisha.post(`${at}/teams`, { id: newId(), team: 'North' })
  const team = made.location!
  assert.match(
    (await aisha.post(`${at}/teams`, { id: newId(), team: '' })).text,
    /Enter the team’s name/,
  )
  assert.match(
    (await aisha.post(`${at}/teams`, { id: newId(), team: 'North' })).text,
    /a team of this name already/,
  )
  const nobody = await aisha.post(team, { id: newId(), person: owen.actor.accountId! })
  assert.match(nobody.text, /Select somebody who works there/)
  const joining = { id: newId(), person: worker.actor.accountId! }
  await aisha.post(team, joining)
  await aisha.post(team, joining)
  assert.match((await aisha.get(team)).text, /Pat Dunn since 3 April 2018/)
  assert.match((await aisha.get(`/admin/people/${worker.actor.accountId}`)).text, /Teams North/)
  await aisha.post(`${team}/members/${joining.id}/leave`, {})
  assert.match((await aisha.get(team)).text, /Nobody is in it yet/)
  await aisha.post(`${team}/close`, {})
  assert.match((await aisha.get(at)).text, /North , 0 people, closed/)
})

test('nobody but an administrator keeps organisations', async () => {
  const manager = await house.signIn({ duties: ['manager'] })
  for (const path of ['/admin', '/admin/organisations', `/admin/organisations/${house.hub}`])
    assert.equal((await manager.get(path)).status, 403)
})

test('single sign-on says that it is not set up, and takes no rule', async () => {
  assert.equal(readConfig({}).oidc, null)
  assert.match((await aisha.get('/admin/sign-on')).text, /is not set up for this authority/)
  const form = {
    id: newId(),
    claim: 'groups',
    value: 'x',
    organisation: String(house.hub),
    duties: 'analyst',
  }
  assert.match((await aisha.post('/admin/sign-on', form)).text, /is not set up here/)
})

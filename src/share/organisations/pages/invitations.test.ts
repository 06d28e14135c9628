import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/lib/ids.ts'
import { administrationHouse, linkIn } from '../testing.ts'

const house = await administrationHouse()
const { aisha, owen, visitor } = house
const password = 'pebble harvest lantern seven'

const asked = (over: Readonly<Record<string, string | readonly string[]>> = {}) => ({
  id: newId(),
  name: 'Bea Holt',
  email: `${newId()}@hub.example`,
  organisation: String(house.hub),
  duties: ['adviser'],
  signIn: 'password',
  ...over,
})

async function invited(over: Parameters<typeof asked>[0] = {}) {
  const form = asked(over)
  const sent = await aisha.post('/admin/invitations/new', form)
  assert.equal(sent.status, 303, sent.text)
  const email = String(form.email)
  return { form, email, token: linkIn((await house.mailTo(email))?.body) }
}

const stateOf = async (id: string) =>
  house.asSystem(async (tx) => {
    const { rows } = await sql<{ state: string; expiresAt: string }>`
      select state, expires_at from invitation where id = ${id}`.execute(tx)
    return rows[0]
  })

test('somebody invited accepts with a password, and signs in with a second step to come', async () => {
  const { email, token, form } = await invited()
  const opened = await visitor.get(`/invitation/${token}`)
  assert.match(opened.text, /Test hub invites you/)
  assert.equal(opened.field('name'), 'Bea Holt')
  const done = await visitor.post(`/invitation/${token}`, { name: 'Beatrice Holt', password })
  assert.match(done.text, /Your account is ready.*authenticator app/)
  const account = await house.accountOf(email)
  assert.deepEqual(
    [account?.displayName, account?.signIn, account?.active],
    ['Beatrice Holt', 'password', true],
  )
  assert.equal((await stateOf(form.id as string))?.state, 'accepted')
  const signedIn = await visitor.post('/sign-in/staff', { email, password })
  assert.equal(signedIn.location, '/sign-in/staff/second-step')
})

test('a link works once', async () => {
  const { token } = await invited()
  await visitor.post(`/invitation/${token}`, { name: 'A', password })
  const again = await visitor.post(`/invitation/${token}`, { name: 'A', password })
  assert.equal(again.status, 410)
  assert.match(again.text, /can no longer be used.*Ask whoever invited you/)
  assert.equal((await visitor.get(`/invitation/${token}`)).status, 410)
})

test('a weak password is refused, and what was typed is kept', async () => {
  const { token } = await invited()
  const again = await visitor.post(`/invitation/${token}`, { name: 'Bea', password: 'short' })
  assert.equal(again.status, 422)
  assert.match(again.text, /must be 12 characters or more/)
  assert.equal(again.field('name'), 'Bea')
})

test('an expired link opens nothing, and a new one can be sent', async () => {
  const { token, form, email } = await invited()
  await house.asSystem((tx) =>
    sql`update invitation set expires_at = '2018-04-03T00:00:00Z' where id = ${form.id as string}`.execute(
      tx,
    ),
  )
  assert.equal((await visitor.get(`/invitation/${token}`)).status, 410)
  assert.match((await aisha.get('/admin/invitations')).text, /Expired on 3 April 2018/)
  assert.equal((await aisha.post(`/admin/invitations/${form.id}/again`, {})).status, 303)
  const newer = linkIn((await house.mailTo(email))?.body)
  assert.notEqual(newer, token)
  assert.equal((await visitor.get(`/invitation/${newer}`)).status, 200)
  assert.equal((await visitor.get(`/invitation/${token}`)).status, 410)
})

test('a withdrawn invitation opens nothing and cannot be sent again', async () => {
  const { token, form } = await invited()
  await aisha.post(`/admin/invitations/${form.id}/withdraw`, {})
  assert.equal((await visitor.get(`/invitation/${token}`)).status, 410)
  const again = await aisha.post(`/admin/invitations/${form.id}/again`, {})
  assert.equal(again.status, 422)
  assert.match(again.text, /It was withdrawn: invite the person again/)
})

test('it is not sent for ever to an address that may be wrong', async () => {
  const { form } = await invited()
  for (let times = 1; times < 5; times += 1)
    assert.equal((await aisha.post(`/admin/invitations/${form.id}/again`, {})).status, 303)
  assert.match(
    (await aisha.post(`/admin/invitations/${form.id}/again`, {})).text,
    /sent 5 times: withdraw it and check the address/,
  )
})

test('the same form sent twice invites once', async () => {
  const { form } = await invited()
  const again = await aisha.post('/admin/invitations/new', form)
  assert.equal(again.status, 303)
  const mails = await house.asSystem((tx) =>
    sql`select from message where recipient = ${String(form.email)}`.execute(tx),
  )
  assert.equal(mails.rows.length, 1)
})

for (const [name, over, words] of [
  ['no name', { name: '' }, /Enter the person’s name/],
  ['no address', { email: '' }, /Enter the person’s work email address/],
  ['what is no address', { email: 'bea' }, /in the correct format/],
  ['no organisation', { organisation: '' }, /Select the organisation/],
  ['an organisation of nobody', { organisation: '99999' }, /Select the organisation/],
  ['no duty', { duties: [] }, /Select at least one duty/],
  ['a carer’s own duty', { duties: ['carer'] }, /Select from the answers shown/],
  [
    'a duty that a hub cannot have',
    { duties: ['council_practitioner'] },
    /this duty is held at a council/,
  ],
  ['no way in', { signIn: '' }, /Select how they will sign in/],
  ['single sign-on that is not set up', { signIn: 'sso' }, /Single sign-on is not set up here/],
  [
    'an end before today',
    { 'until-day': '1', 'until-month': '4', 'until-year': '2018' },
    /today or later/,
  ],
] as const) {
  test(`an invitation is refused with ${name}`, async () => {
    const refused = await aisha.post('/admin/invitations/new', asked(over))
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
    if (!('name' in over)) assert.equal(refused.field('name'), 'Bea Holt')
  })
}

test('an address that has an account, open or closed, a carer’s, or an invitation is refused', async () => {
  const { email, token } = await invited()
  const refusal = async (to: string) =>
    (await aisha.post('/admin/invitations/new', asked({ email: to.toUpperCase() }))).text
  assert.match(await refusal(email), /has an invitation already/)
  await visitor.post(`/invitation/${token}`, { name: 'Bea', password })
  assert.match(await refusal(email), /has an account already/)
  await house.asSystem((tx) =>
    sql`update account set active = false where email = ${email}`.execute(tx),
  )
  assert.match(await refusal(email), /has a closed account/)
  const carer = await house.signIn({ duties: ['carer'], personId: newId() })
  assert.match(await refusal(`${carer.actor.accountId}@example.org`), /a carer’s account/)
})

test('an account made meanwhile is not taken over by the link', async () => {
  const { email, token } = await invited()
  const other = await house.signIn({ duties: ['adviser'] })
  await house.asSystem((tx) =>
    sql`update account set email = ${email} where id = ${other.actor.accountId}`.execute(tx),
  )
  assert.equal((await visitor.post(`/invitation/${token}`, { name: 'B', password })).status, 410)
})

test('another administrator is invited by two', async () => {
  const form = asked({ duties: ['administrator'] })
  const waiting = await aisha.post('/admin/invitations/new', form)
  assert.equal(waiting.location, '/admin/waiting')
  const email = String(form.email)
  assert.equal(await house.mailTo(email), undefined)
  const at = `/admin/waiting/invitation/${form.id}`
  const own = await aisha.post(at, { answer: 'agree' })
  assert.equal(own.status, 422)
  assert.match(own.text, /You asked for this yourself/)
  assert.match(
    (await aisha.post(`/admin/invitations/${form.id}/again`, {})).text,
    /second administrator/,
  )
  assert.match((await owen.get('/admin/waiting')).text, /Bea Holt.*Administrator.*Aisha Khan/)
  assert.equal((await owen.post(at, {})).status, 422)
  assert.equal((await owen.post(at, { answer: 'agree' })).status, 303)
  assert.equal(
    (await visitor.get(`/invitation/${linkIn((await house.mailTo(email))?.body)}`)).status,
    200,
  )
  assert.match((await owen.post(at, { answer: 'agree' })).text, /It waits no longer/)
})

test('what a second administrator declines is not sent', async () => {
  const form = asked({ duties: ['administrator'] })
  await aisha.post('/admin/invitations/new', form)
  await owen.post(`/admin/waiting/invitation/${form.id}`, { answer: 'decline' })
  assert.equal((await stateOf(form.id as string))?.state, 'withdrawn')
  assert.equal(await house.mailTo(String(form.email)), undefined)
})

test('an address beyond the organisation’s own domains takes two', async () => {
  await house.asSystem((tx) =>
    sql`update organisation set domains = '{hub.example}' where id = ${house.hub}`.execute(tx),
  )
  const form = asked({ email: 'bea@elsewhere.example' })
  assert.equal((await aisha.post('/admin/invitations/new', form)).location, '/admin/waiting')
  await invited()
})

test('where people come in by single sign-on only, nobody is invited with a password', async () => {
  await house.asSystem((tx) =>
    sql`update organisation set sign_in_rule = 'sso' where id = ${house.council}`.execute(tx),
  )
  const refused = await aisha.post(
    '/admin/invitations/new',
    asked({ organisation: String(house.council), duties: ['analyst'] }),
  )
  assert.match(refused.text, /come in by single sign-on only/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { persons } from '#people/persons/room.ts'
import { newId } from '#platform/lib/ids.ts'
import { asActor } from '#platform/access/as-actor.ts'
import { insertSignInUser } from '#share/accounts/sign-in.sql.ts'
import { administrationHouse } from '../testing.ts'

const house = await administrationHouse([persons])
const { aisha, owen } = house

const aWorker = async (name: string) => {
  const worker = await house.signIn({ duties: ['adviser'], name })
  return { ...worker, id: worker.actor.accountId! }
}

const gift = (over: Readonly<Record<string, string>> = {}) => ({
  id: newId(),
  organisation: String(house.hub),
  duty: 'assessor',
  ...over,
})

type Row = { id: string; duty: string; since: string; until: string | null }
const held = async (accountId: string) =>
  house.asSystem(async (tx) => {
    const { rows } = await sql<Row>`
      select id, array_to_string(duties, ',') as duty, since, until from membership
       where account_id = ${accountId} order by since, id`.execute(tx)
    return rows
  })

/** As many sessions as told, as if somebody had signed in on several devices. */
async function signedIn(accountId: string, times: number): Promise<void> {
  await insertSignInUser(house.db, { authorityId: house.authorityId, id: accountId })
  for (let each = 0; each < times; each += 1)
    await sql`insert into auth.session (id, user_id, token, complete, expires_at, idle_seconds, last_seen_at, created_at, updated_at)
      values (${newId()}, ${accountId}, ${newId()}, true, '2018-04-04T00:00:00Z', 99999, '2018-04-03T11:00:00Z', now(), now())`.execute(
      house.db,
    )
}

const sessionsOf = async (accountId: string) => {
  const { rows } = await sql<{ id: string }>`
    select id from auth.session where user_id = ${accountId}`.execute(house.db)
  return rows.map(({ id }) => id)
}

test('people are found by a part of their name, their address or where they work', async () => {
  const { id } = await aWorker('Zelda Finch')
  assert.match((await aisha.get('/admin/people?q=elda')).text, /1 person .*Zelda Finch/)
  assert.match((await aisha.get(`/admin/people?q=${id.slice(0, 30)}`)).text, /Zelda Finch/)
  assert.doesNotMatch((await aisha.get(`/admin/people?at=${house.council}`)).text, /Zelda Finch/)
  assert.match((await aisha.get('/admin/people?q=%25')).text, /0 people/)
})

test('a duty is given from a day until another', async () => {
  const { id } = await aWorker('Ann Ray')
  const days = {
    'since-day': '1',
    'since-month': '5',
    'since-year': '2018',
    'until-day': '31',
    'until-month': '5',
    'until-year': '2018',
  }
  const form = gift(days)
  assert.equal((await aisha.post(`/admin/people/${id}/duties`, form)).status, 303)
  assert.equal((await aisha.post(`/admin/people/${id}/duties`, form)).status, 303)
  assert.deepEqual(
    (await held(id)).filter(({ duty }) => duty === 'assessor'),
    [{ id: form.id, duty: 'assessor', since: '2018-05-01', until: '2018-05-31' }],
  )
  assert.match(
    (await aisha.get(`/admin/people/${id}`)).text,
    /Assessor Test hub 1 May 2018 to 31 May 2018/,
  )
})

for (const [name, over, words] of [
  ['no organisation', { organisation: '' }, /Select the organisation/],
  ['no duty', { duty: '' }, /Select the duty/],
  ['a duty held elsewhere', { duty: 'commissioner' }, /Test hub is a carers’ hub/],
  [
    'one that is held already',
    { duty: 'adviser', 'since-day': '1', 'since-month': '1', 'since-year': '2040' },
    /holds this duty at Test hub already/,
  ],
  [
    'an end before its beginning',
    {
      'since-day': '2',
      'since-month': '5',
      'since-year': '2018',
      'until-day': '1',
      'until-month': '5',
      'until-year': '2018',
    },
    /on or after the first day/,
  ],
] as const) {
  test(`a duty is refused with ${name}`, async () => {
    const { id } = await aWorker('Ann Ray')
    const refused = await aisha.post(`/admin/people/${id}/duties`, gift(over))
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
    assert.equal((await held(id)).length, 1)
  })
}

test('a duty for oneself begins when a second administrator agrees', async () => {
  const self = aisha.actor.accountId!
  const form = gift({ duty: 'adviser' })
  const asked = await aisha.post(`/admin/people/${self}/duties`, form)
  assert.match(asked.location ?? '', /said=asked/)
  assert.match((await aisha.get(asked.location!)).text, /A second administrator has to agree/)
  assert.deepEqual(
    (await held(self)).map(({ duty }) => duty),
    ['administrator'],
  )
  const at = `/admin/waiting/duty/${form.id}`
  assert.match((await aisha.post(at, { answer: 'agree' })).text, /You asked for this yourself/)
  assert.equal((await owen.post(at, { answer: 'agree' })).status, 303)
  assert.deepEqual((await held(self)).map(({ duty }) => duty).toSorted(), [
    'administrator',
    'adviser',
  ])
})

test('nobody agrees to a duty that another asked for them', async () => {
  const self = aisha.actor.accountId!
  const form = gift({ duty: 'safeguarding_lead' })
  await owen.post(`/admin/people/${self}/duties`, form)
  const own = await aisha.post(`/admin/waiting/duty/${form.id}`, { answer: 'agree' })
  assert.match(own.text, /a duty for yourself/)
  await owen.post(`/admin/waiting/duty/${form.id}`, { answer: 'decline' })
  assert.ok((await held(self)).every(({ duty }) => duty !== 'safeguarding_lead'))
})

test('the database itself lets no administrator give themself what opens records', async () => {
  const { authorityId, accountId } = aisha.actor
  const row = { authorityId, accountId: accountId!, organisationId: house.hub, duties: ['manager'] }
  await assert.rejects(
    asActor(house.db, aisha.actor, (tx) => tx.insertInto('membership').values(row).execute()),
    /row-level security/,
  )
  await assert.rejects(
    asActor(house.db, aisha.actor, (tx) =>
      tx
        .updateTable('membership')
        .set({ duties: ['manager'] })
        .where('accountId', '=', accountId!)
        .execute(),
    ),
    /row-level security/,
  )
})

test('a duty is taken away from this moment, and stays in the list', async () => {
  const { id } = await aWorker('Bo Lake')
  const [row] = await held(id)
  assert.equal((await aisha.post(`/admin/people/${id}/duties/${row!.id}/take`, {})).status, 303)
  assert.equal((await held(id))[0]?.until, '2018-04-02')
  assert.match((await aisha.get(`/admin/people/${id}`)).text, /Adviser Test hub .* Ended/)
})

test('one session is ended, or all, and it is written down who did it', async () => {
  const { id } = await aWorker('Cy Marsh')
  await signedIn(id, 3)
  const [first] = await sessionsOf(id)
  await aisha.post(`/admin/people/${id}/sessions/${first}/end`, {})
  assert.equal((await sessionsOf(id)).length, 2)
  await aisha.post(`/admin/people/${id}/sessions/end`, {})
  assert.deepEqual(await sessionsOf(id), [])
  assert.match(
    (await aisha.get(`/admin/people/${id}`)).text,
    /Signed out everywhere, by Aisha Khan/,
  )
})

test('a session of somebody else is not ended under another’s address', async () => {
  const [one, other] = [await aWorker('Di Nash'), await aWorker('Ed Orr')]
  await signedIn(other.id, 1)
  const [session] = await sessionsOf(other.id)
  await aisha.post(`/admin/people/${one.id}/sessions/${session}/end`, {})
  assert.equal((await sessionsOf(other.id)).length, 1)
})

test('a leaver’s account is closed at once, with all sessions and all that let them in', async () => {
  const leaver = await aWorker('Fay Pike')
  const manager = await house.signIn({ duties: ['manager'], name: 'Helen Walsh' })
  const carer = await house.asSystem((tx) => aCarerOf(tx, leaver.id))
  await signedIn(leaver.id, 2)
  const asked = await aisha.get(`/admin/people/${leaver.id}/close`)
  assert.match(asked.text, /Carers of whom they are the named worker: 1/)
  assert.doesNotMatch(asked.text, /Quill/)
  const unsure = await aisha.post(`/admin/people/${leaver.id}/close`, {})
  assert.match(unsure.text, /Tick the box/)
  await aisha.post(`/admin/people/${leaver.id}/close`, { sure: 'yes' })
  assert.deepEqual(await sessionsOf(leaver.id), [])
  const { rows } = await sql`select from auth."user" where id = ${leaver.id}`.execute(house.db)
  assert.equal(rows.length, 0)
  assert.equal((await held(leaver.id))[0]?.until, '2018-04-03')
  const mail = await house.mailTo(`${manager.actor.accountId}@example.org`)
  assert.match(mail?.body ?? '', new RegExp(`/team/leavers/${leaver.id}`))
  assert.match((await manager.get('/team/leavers')).text, /Fay Pike 3 April 2018 1/)
  const list = await manager.get(`/team/leavers/${leaver.id}`)
  assert.match(list.text, /named worker: 1 Gus Quill/)
  assert.match(list.html, new RegExp(`/carers/${carer}/worker/`))
  assert.ok(list.html.includes(`/waiting?of=${leaver.id}`))
})

async function aCarerOf(tx: Parameters<Parameters<typeof house.asSystem>[0]>[0], worker: string) {
  const { authorityId } = house
  const id = newId()
  await sql`insert into person (authority_id, id, reference, given_name, family_name, readers)
    values (${authorityId}, ${id}, ${id.slice(-12)}, 'Gus', 'Quill', ${[house.hub]}::integer[])`.execute(
    tx,
  )
  await sql`insert into involvement (authority_id, id, person_id, organisation_id, kind, worker_id, since)
    values (${authorityId}, ${newId()}, ${id}, ${house.hub}, 'adult_carer', ${worker}, '2018-01-01')`.execute(
    tx,
  )
  return id
}

test('what waits for a leaver is declined with the account', async () => {
  const { id } = await aWorker('Hal Penn')
  const form = gift({ duty: 'safeguarding_lead' })
  await aisha.post(`/admin/people/${id}/duties`, form)
  await aisha.post(`/admin/people/${id}/close`, { sure: 'yes' })
  const late = await owen.post(`/admin/waiting/duty/${form.id}`, { answer: 'agree' })
  assert.match(late.text, /It waits no longer/)
})

test('a closed account is opened again without its duties', async () => {
  const { id } = await aWorker('Ida Rose')
  await aisha.post(`/admin/people/${id}/close`, { sure: 'yes' })
  assert.match((await aisha.get('/admin/people?closed=1')).text, /Ida Rose/)
  await aisha.post(`/admin/people/${id}/open-again`, {})
  const account = await house.asSystem((tx) =>
    tx
      .selectFrom('account')
      .select(['active', 'closedOn'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(account, { active: true, closedOn: null })
  assert.ok((await held(id)).every(({ until }) => until !== null))
})

test('nobody closes their own account', async () => {
  const own = await aisha.post(`/admin/people/${aisha.actor.accountId}/close`, { sure: 'yes' })
  assert.equal(own.status, 422)
  assert.match(own.text, /another administrator closes it/)
})

test('a carer’s account is not an administrator’s to open', async () => {
  const carer = await house.signIn({ duties: ['carer'], personId: newId() })
  const at = `/admin/people/${carer.actor.accountId}`
  for (const path of [at, `${at}/duties`, `${at}/close`])
    assert.equal((await aisha.get(path)).status, 404)
  for (const path of [`${at}/sessions/end`, `${at}/close`, `${at}/open-again`, `${at}/second-step`])
    assert.equal((await aisha.post(path, { sure: 'yes' })).status, 404)
})

test('an administrator of another authority finds nobody here', async () => {
  const { id } = await aWorker('Jo Stone')
  const stranger = house.signInAs({ ...aisha.actor, authorityId: 1, authorityCode: 'hartlepool' })
  assert.equal((await stranger.get(`/admin/people/${id}`)).status, 404)
  assert.equal((await stranger.post(`/admin/people/${id}/close`, { sure: 'yes' })).status, 404)
  assert.match((await stranger.get('/admin/people')).text, /0 people/)
})

test('every change stands in the history, with who made it', async () => {
  const { id } = await aWorker('Kay Tran')
  await aisha.post(`/admin/people/${id}/duties`, gift())
  const changes = (await aisha.get('/admin/changes')).text
  assert.match(changes, /Aisha Khan Added: Duty, Kay Tran, assessor at Test hub/)
  const worker = await aWorker('Lee Usk')
  assert.equal((await worker.get('/admin/changes')).status, 403)
})

test('the last administrator is neither closed nor taken the duty from', async () => {
  const [row] = (await held(owen.actor.accountId!)).filter(({ duty }) => duty === 'administrator')
  const [own] = (await held(aisha.actor.accountId!)).filter(({ duty }) => duty === 'administrator')
  await aisha.post(`/admin/people/${owen.actor.accountId}/duties/${row!.id}/take`, {})
  const last = await aisha.post(`/admin/people/${aisha.actor.accountId}/duties/${own!.id}/take`, {})
  assert.equal(last.status, 422)
  assert.match(last.text, /the last administrator/)
  const closing = await owen.post(`/admin/people/${aisha.actor.accountId}/close`, { sure: 'yes' })
  assert.match(closing.text, /the last administrator/)
})

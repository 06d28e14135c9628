import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Clock, IsoDate } from '#platform/lib/dates.ts'
import type { WayIn } from './account.ts'
import { clearSpentSignIns } from './accounts.jobs.ts'
import { sessionActor, sessionHolder } from './session.ts'
import { insertSignInUser } from './sign-in.sql.ts'
import { cookieHeaderOf } from './sign-in/carry.ts'
import { signInDemoPerson } from './sign-in/demo.ts'
import { signInHouse } from './testing.ts'

const house = await signInHouse({ ALONGSIDE_DEMO: '1' })

/** A clock some time from now; a session's own times are those of the machine. */
function later(hours: number): Clock {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London').add({
    minutes: Math.round(hours * 60),
  })
  return {
    today: () => now.toPlainDate().toString() as IsoDate,
    now: () => now.toInstant().toString(),
  }
}

async function aSession(as: { signIn: WayIn; duties?: readonly ['adviser'] }) {
  const account = await house.anAccount(as)
  await insertSignInUser(house.db, account)
  const signedIn = await signInDemoPerson(house, account.id, new Headers())
  assert.ok(signedIn.ok)
  const cookieHeader = cookieHeaderOf(signedIn.value.setCookies)
  const who = async (clock: Clock) =>
    (await sessionActor({ ...house, cookieHeader, clock }))?.actor ?? null
  return { account, cookieHeader, who }
}

test('an adviser’s session carries who they are, their duties and their organisation', async () => {
  const { account, who } = await aSession({ signIn: 'sso', duties: ['adviser'] })
  const actor = await who(later(0))
  assert.deepEqual(
    { ...actor, organisationIds: actor?.organisationIds.length },
    {
      authorityId: house.authorityId,
      authorityCode: 'worcestershire',
      accountId: account.id,
      displayName: account.displayName,
      personId: null,
      duties: ['adviser'],
      organisationIds: 1,
      requestId: '',
      reason: '',
    },
  )
})

test('a member of staff is signed out after an hour without use, and not while they work', async () => {
  const { who } = await aSession({ signIn: 'sso', duties: ['adviser'] })
  assert.ok(await who(later(0.9)))
  assert.ok(await who(later(1.8)))
  assert.equal(await who(later(2.9)), null)
})

test('a member of staff is signed out after twelve hours even while they work', async () => {
  const { who } = await aSession({ signIn: 'sso', duties: ['adviser'] })
  for (let hours = 0.5; hours < 12; hours += 0.5)
    assert.ok(await who(later(hours)), `after ${hours} hours`)
  assert.equal(await who(later(12.1)), null)
})

test('a carer stays signed in for a week without use, and thirty days in all', async () => {
  const { who } = await aSession({ signIn: 'email_code' })
  for (const day of [6, 12, 18, 24, 29]) assert.ok(await who(later(day * 24)), `on day ${day}`)
  assert.equal(await who(later(31 * 24)), null)
  const idle = await aSession({ signIn: 'email_code' })
  assert.equal(await idle.who(later(7.1 * 24)), null)
})

test('closing an account ends its sessions at once, and a duty that ended opens nothing more', async () => {
  const first = await aSession({ signIn: 'sso', duties: ['adviser'] })
  await house.asOwner(
    sql`update membership set until = current_date - 1 where account_id = ${first.account.id}`,
  )
  const actor = await first.who(later(0))
  assert.deepEqual([actor?.duties, actor?.organisationIds], [[], []])
  await house.asOwner(sql`update account set active = false where id = ${first.account.id}`)
  assert.equal(await first.who(later(0)), null)
})

test('a cookie that this house did not sign is nobody', async () => {
  const { cookieHeader } = await aSession({ signIn: 'sso', duties: ['adviser'] })
  const [name, value = ''] = cookieHeader.split('=')
  const [token = '', signature = ''] = decodeURIComponent(value).split('.')
  const cookies = [
    undefined,
    '',
    `${name}=`,
    `${name}=${token}`,
    `${name}=${encodeURIComponent(`${token}.${signature.slice(0, -3)}AA=`)}`,
    `${name}=${encodeURIComponent(`x${token.slice(1)}.${signature}`)}`,
    `${name}=%E0%A4%A`,
    `other=${value}`,
  ]
  for (const forged of cookies) {
    assert.equal(
      await sessionActor({ ...house, cookieHeader: forged, clock: later(0) }),
      null,
      String(forged),
    )
  }
  assert.ok(
    await sessionActor({ ...house, cookieHeader: `a=b; ${cookieHeader}; c=d`, clock: later(0) }),
  )
})

test('what is stored of a session is no key to it', async () => {
  const { account, cookieHeader } = await aSession({ signIn: 'sso', duties: ['adviser'] })
  const rows = await house.asOwner(
    sql<{ token: string }>`select token from auth.session where user_id = ${account.id}`,
  )
  const stored = rows[0]?.token ?? ''
  assert.ok(stored.length >= 40 && !decodeURIComponent(cookieHeader).includes(stored))
})

test('seeing a session writes at most once a minute', async () => {
  const { cookieHeader, account } = await aSession({ signIn: 'sso', duties: ['adviser'] })
  const seen = async () =>
    (
      await house.asOwner(
        sql<{
          at: string
        }>`select last_seen_at as at from auth.session where user_id = ${account.id}`,
      )
    )[0]?.at
  const before = await seen()
  await sessionHolder({ ...house, cookieHeader, clock: later(0) })
  assert.deepEqual(await seen(), before)
  await sessionHolder({ ...house, cookieHeader, clock: later(0.1) })
  assert.notDeepEqual(await seen(), before)
})

test('the nightly clearing takes what is over and leaves what is not', async () => {
  const over = await aSession({ signIn: 'sso', duties: ['adviser'] })
  const live = await aSession({ signIn: 'email_code' })
  await house.browser().post('/sign-in', { email: 'somebody@example.org' })
  await clearSpentSignIns.run({ db: house.db, config: house.config, clock: later(26) }, undefined)
  const left = await house.asOwner(sql<{ user_id: string }>`select user_id from auth.session`)
  const ids = left.map(({ user_id }) => user_id)
  assert.ok(ids.includes(live.account.id) && !ids.includes(over.account.id))
  const [counts] = await house.asOwner(
    sql<{
      left: string
    }>`select ((select count(*) from auth.verification) + (select count(*) from auth.attempt)) as left`,
  )
  assert.equal(Number(counts?.left), 0)
})

test('only the application’s role may enter the schema of sign-in, and it may change nothing but rows', async () => {
  const [may] = await house.asOwner(sql<Record<string, boolean>>`
    select has_schema_privilege('alongside_app', 'auth', 'create') as make,
           has_table_privilege('alongside_app', 'auth.session', 'truncate') as empty,
           has_schema_privilege('public', 'auth', 'usage') as anyone`)
  assert.deepEqual(may, { make: false, empty: false, anyone: false })
})

import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import { readConfig, type Config } from '#config.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Duty } from '#platform/access/duties.ts'
import { openAsOwner, type Tx } from '#platform/db/database.ts'
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts'
import { type Clock, londonClock } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { page, show } from '#platform/web/page.ts'
import { html } from '#platform/lib/html.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Room } from '#platform/room.ts'
import { buildServer } from '#platform/web/server.ts'
import { anOrganisation, asPage, type TestPage } from '#platform/web/testing.ts'
import type { Account, WayIn } from './account.ts'
import { accounts } from './room.ts'
import { sessionActor } from './session.ts'
import { passwordIsSet } from './password-for-tests.ts'

const authority = knownAuthorities.find(({ code }) => code === 'worcestershire')!

/** A browser of its own: it keeps the cookies that it is given. */
export type Browser = {
  readonly get: (path: string) => Promise<TestPage>
  readonly post: (path: string, form?: Readonly<Record<string, string>>) => Promise<TestPage>
  /** Who the workspace says is signed in; null where it asks to sign in. */
  readonly whoAmI: () => Promise<string | null>
  readonly cookies: Map<string, string>
}

export type SignInHouse = TestDatabase & {
  readonly authorityId: number
  readonly app: FastifyInstance
  readonly config: Config
  readonly clock: Clock
  readonly browser: (from?: string) => Browser
  readonly asSystem: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly anAccount: (as: {
    readonly email?: string
    readonly signIn: WayIn
    readonly duties?: readonly Duty[]
    readonly active?: boolean
    readonly password?: string
  }) => Promise<Account>
  /** The newest message to an address. */
  readonly mailTo: (
    email: string,
  ) => Promise<{ readonly subject: string; readonly body: string } | null>
  /** As the tables' owner: to see what is stored, and to let time pass over it. */
  readonly asOwner: <T>(statement: RawBuilder<T>) => Promise<readonly T[]>
}

const whoAmI = page({
  path: '/who-am-i',
  door: 'public',
  may: 'signed-in',
  get: async ({ actor }) => show({ title: 'Who am I', main: html`${JSON.stringify(actor)}` }),
})

/** A server with real sign-in over a fresh database. */
export async function signInHouse(
  settings: Readonly<Record<string, string>> = {},
  clock: Clock = londonClock,
  more: readonly Room[] = [],
): Promise<SignInHouse> {
  const database = await testDatabase()
  const config = readConfig({
    DATABASE_URL: database.url,
    ALONGSIDE_URL: 'http://localhost',
    ALONGSIDE_SECRET: 'the secret of a test of sign-in, long enough',
    ...settings,
  })
  const { db } = database
  const app = await buildServer({
    rooms: [accounts, ...more, { name: 'try', pages: [whoAmI] }],
    db,
    config,
    clock,
    readSession: sessionActor,
    authority: { id: authority.id, code: authority.code, name: authority.name, telephone: null },
    requestsPerMinute: 100_000,
  })
  after(() => app.close())
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) =>
    asActor(
      db,
      systemActor({ authorityId: authority.id, authorityCode: authority.code, reason: 'test' }),
      work,
    )
  return {
    ...database,
    authorityId: authority.id,
    app,
    config,
    clock,
    asOwner: (statement) => asOwner(database.ownerUrl, statement),
    asSystem,
    browser: (from = '127.0.0.1') => browser(app, config, from),
    anAccount: async ({ password, ...as }) => {
      const account = await asSystem((tx) => insertTestAccount(tx, as))
      if (password !== undefined) await passwordIsSet({ db, config }, account, password)
      return account
    },
    mailTo: (email) => asSystem((tx) => newestMessage(tx, email)),
  }
}

async function asOwner<T>(url: string, statement: RawBuilder<T>): Promise<readonly T[]> {
  const db = openAsOwner(url)
  try {
    return (await statement.execute(db)).rows
  } finally {
    await db.destroy()
  }
}

async function insertTestAccount(
  tx: Tx,
  as: {
    readonly email?: string
    readonly signIn: WayIn
    readonly duties?: readonly Duty[]
    readonly active?: boolean
  },
): Promise<Account> {
  const id = newId()
  const account: Account = {
    authorityId: authority.id,
    id,
    email: as.email ?? `${id}@example.org`,
    displayName: `Person ${id.slice(-4)}`,
    personId: as.signIn === 'email_code' ? newId() : null,
    active: as.active ?? true,
    signIn: as.signIn,
  }
  await tx.insertInto('account').values(account).execute()
  if (as.duties !== undefined) {
    const organisationId = await anOrganisation(tx, authority.id, 'Test hub', 'hub')
    const membership = {
      authorityId: authority.id,
      accountId: id,
      organisationId,
      duties: [...as.duties],
    }
    await tx.insertInto('membership').values(membership).execute()
  }
  return account
}

async function newestMessage(tx: Tx, email: string) {
  const { rows } = await sql<{ subject: string; body: string }>`
    select subject, body from message where recipient = ${email} order by created_at desc, id desc limit 1`.execute(
    tx,
  )
  return rows[0] ?? null
}

function browser(app: FastifyInstance, config: Config, remoteAddress: string): Browser {
  const cookies = new Map<string, string>()
  const { host, origin } = new URL(config.url)
  async function send(method: 'GET' | 'POST', url: string, payload = ''): Promise<TestPage> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const type = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const headers = { host, origin, cookie, 'user-agent': 'Firefox/140 on a test', ...type }
    const response = await app.inject({ method, url, headers, payload, remoteAddress })
    for (const set of [response.headers['set-cookie'] ?? []].flat()) keep(cookies, set)
    return asPage(response)
  }
  return {
    cookies,
    get: (path) => send('GET', path),
    post: (path, form = {}) => send('POST', path, new URLSearchParams(form).toString()),
    whoAmI: async () => {
      const shown = await send('GET', '/who-am-i')
      return shown.status === 200
        ? (JSON.parse(shown.text.match(/\{.*\}/)?.[0] ?? '{}') as { accountId: string }).accountId
        : null
    },
  }
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split('; ')
  const at = pair.indexOf('=')
  if (attributes.includes('Max-Age=0')) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

import { parse, type DefaultTreeAdapterMap } from 'parse5'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { after } from 'node:test'
import type { Actor } from '#platform/access/actor.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Duty } from '#platform/access/duties.ts'
import { readConfig } from '#config.ts'
import type { Tx } from '#platform/db/database.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts'
import { clockAt } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import type { Room } from '#platform/room.ts'
import type { DeclaredRoute, House } from './house.ts'
import { buildServer } from './server.ts'

export type TestPage = {
  readonly status: number
  readonly html: string
  /** All that a reader sees, in order, spaces made one. */
  readonly text: string
  readonly title: string
  readonly location: string | undefined
  /** The value of the hidden or typed field of that name. */
  readonly field: (name: string) => string | undefined
  readonly response: LightMyRequestResponse
}

type FormValues = Readonly<Record<string, string | number | readonly string[]>>

export type TestFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array }

export type Visitor = {
  readonly actor: Actor | null
  /** What a browser sends to be this visitor; empty for nobody. */
  readonly cookie: string
  readonly get: (path: string) => Promise<TestPage>
  readonly post: (
    path: string,
    form: FormValues,
    more?: Readonly<Record<string, string>>,
  ) => Promise<TestPage>
  /** A form with files, as a browser sends it. */
  readonly upload: (
    path: string,
    form: Readonly<Record<string, string>>,
    files: readonly TestFile[],
  ) => Promise<TestPage>
}

export type TestHouse = TestDatabase & {
  readonly house: House
  readonly app: FastifyInstance
  readonly routes: readonly DeclaredRoute[]
  readonly visitor: Visitor
  /** A new account with these duties at an organisation (made if new), signed in. */
  readonly signIn: (as: {
    readonly duties: readonly Duty[]
    readonly organisation?: string
    readonly kind?: string
    readonly personId?: string
    readonly name?: string
  }) => Promise<Visitor & { readonly actor: Actor }>
  /** Somebody whose account is there already, or who is of another authority. */
  readonly signInAs: (actor: Actor) => Visitor & { readonly actor: Actor }
  /** As the house itself, in the same authority. */
  readonly asSystem: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

const worcestershire = knownAuthorities.find(({ code }) => code === 'worcestershire')!

/** A server with these rooms over a fresh database, and people who may be signed in without a door. */
export async function testHouse(
  rooms: readonly Room[],
  options: { readonly today?: string; readonly database?: TestDatabase } = {},
): Promise<TestHouse> {
  const database = options.database ?? (await testDatabase())
  const actors = new Map<string, Actor>()
  const routes: DeclaredRoute[] = []
  const house: House = {
    rooms,
    db: database.db,
    config: readConfig({
      DATABASE_URL: database.url,
      ALONGSIDE_DEMO: '1',
      ALONGSIDE_URL: 'http://localhost',
    }),
    clock: clockAt(options.today ?? '2018-04-03'),
    readSession: async ({ cookieHeader }) => {
      const actor = actors.get(/as=([\w-]+)/.exec(cookieHeader ?? '')?.[1] ?? '')
      return actor === undefined ? null : { actor, sessionId: 'test' }
    },
    authority: {
      id: worcestershire.id,
      code: worcestershire.code,
      name: worcestershire.name,
      telephone: '01632 960000',
    },
    requestsPerMinute: 100_000,
    onRoute: (route) => routes.push(route),
  }
  const app = await buildServer(house)
  after(() => app.close())
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) => asActor(house.db, systemFor(house), work)
  const signInAs = (actor: Actor) => {
    const key = newId()
    actors.set(key, actor)
    return visitorOf(app, actor, `as=${key}`) as Visitor & { actor: Actor }
  }
  return {
    ...database,
    house,
    app,
    routes,
    asSystem,
    visitor: visitorOf(app, null, ''),
    signInAs,
    signIn: async (as) => signInAs(await asSystem((tx) => anAccount(tx, house, as))),
  }
}

function systemFor({ authority }: House): Actor {
  return systemActor({ authorityId: authority.id, authorityCode: authority.code, reason: 'test' })
}

async function anAccount(
  tx: Tx,
  { authority }: House,
  as: Parameters<TestHouse['signIn']>[0],
): Promise<Actor> {
  const id = newId()
  const name = as.name ?? `${as.duties[0]} ${id.slice(-4)}`
  const base = { authorityId: authority.id }
  await tx
    .insertInto('account')
    .values({
      ...base,
      id,
      email: `${id}@example.org`,
      displayName: name,
      signIn: 'sso',
      personId: as.personId ?? null,
    })
    .execute()
  const organisationIds: number[] = []
  if (as.personId === undefined) {
    const organisationId = await anOrganisation(
      tx,
      authority.id,
      as.organisation ?? 'Test hub',
      as.kind ?? 'hub',
    )
    await tx
      .insertInto('membership')
      .values({
        ...base,
        accountId: id,
        organisationId,
        duties: [...as.duties],
        since: '2015-04-01',
      })
      .execute()
    const opens = as.duties.some(
      (duty) => !['analyst', 'commissioner', 'administrator'].includes(duty),
    )
    if (opens) organisationIds.push(organisationId)
  }
  return {
    authorityId: authority.id,
    authorityCode: authority.code,
    accountId: id,
    displayName: name,
    organisationIds,
    personId: as.personId ?? null,
    duties: [...as.duties],
    requestId: 'test',
    reason: 'test',
  }
}

/** The id of an organisation by its name, made where it is new. */
export async function anOrganisation(
  tx: Tx,
  authorityId: number,
  name: string,
  kind: string,
): Promise<number> {
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where('authorityId', '=', authorityId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (found) return found.id
  const { highest } = await tx
    .selectFrom('organisation')
    .select(({ fn }) => fn.max('id').as('highest'))
    .where('authorityId', '=', authorityId)
    .executeTakeFirstOrThrow()
  const id = Number(highest ?? 0) + 1
  await tx.insertInto('organisation').values({ authorityId, id, kind, name }).execute()
  return id
}

/** Somebody who sends this cookie with every request. */
export function visitorOf(app: FastifyInstance, actor: Actor | null, cookie: string): Visitor {
  const headers = { cookie, host: 'localhost', origin: 'http://localhost' }
  return {
    actor,
    cookie,
    get: async (path) => asPage(await app.inject({ method: 'GET', url: path, headers })),
    post: async (path, form, more = {}) =>
      asPage(
        await app.inject({
          method: 'POST',
          url: path,
          headers: { ...headers, ...more, 'content-type': 'application/x-www-form-urlencoded' },
          payload: encoded(form),
        }),
      ),
    upload: async (path, form, files) => {
      const sent = new Response(asFormData(form, files))
      const type = sent.headers.get('content-type') ?? ''
      const payload = Buffer.from(await sent.arrayBuffer())
      const request = { url: path, payload, headers: { ...headers, 'content-type': type } }
      return asPage(await app.inject({ method: 'POST', ...request }))
    },
  }
}

function asFormData(form: Readonly<Record<string, string>>, files: readonly TestFile[]): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(form)) data.append(name, value)
  for (const { field, name, bytes } of files)
    data.append(field, new Blob([Buffer.from(bytes)]), name)
  return data
}

function encoded(form: FormValues): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((each) => [name, String(each)]) : [[name, String(value)]],
  )
  return new URLSearchParams(pairs as [string, string][]).toString()
}

type Node = DefaultTreeAdapterMap['node']

export function asPage(response: LightMyRequestResponse): TestPage {
  const tree = parse(response.body)
  const fields = new Map<string, string>()
  const words: string[] = []
  walk(tree, fields, words)
  return {
    status: response.statusCode,
    html: response.body,
    text: words.join(' ').replaceAll(/\s+/g, ' ').trim(),
    title: /<title>([^<]*)/.exec(response.body)?.[1] ?? '',
    location: response.headers.location,
    field: (name) => fields.get(name),
    response,
  }
}

function walk(node: Node, fields: Map<string, string>, words: string[]): void {
  if (node.nodeName === 'script' || node.nodeName === 'head') return
  if ('value' in node && node.nodeName === '#text') words.push(node.value)
  if ('attrs' in node) {
    const attribute = (name: string) => node.attrs.find((each) => each.name === name)?.value
    const name = attribute('name')
    const chosen =
      !['radio', 'checkbox'].includes(attribute('type') ?? '') || attribute('checked') !== undefined
    if (name !== undefined && node.nodeName === 'input' && chosen)
      fields.set(name, attribute('value') ?? '')
    if (name !== undefined && node.nodeName === 'textarea')
      fields.set(
        name,
        node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
      )
  }
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, fields, words)
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden, NotFound } from '#platform/lib/errors.ts'
import type { Gathered } from '#platform/room.ts'
import { errorPage } from './error-pages.ts'
import { type House } from './house.ts'
import { houseOf } from './house-of.ts'
import { framed } from './layout.ts'
import { type Navigation, navigationOf } from './navigation.ts'
import type { Context, Door, Page, PageView, Reply } from './page.ts'
import { refuseOtherSites } from './security.ts'
import { sendAgainPage } from './send-again.ts'
import { bodyOf, filesOf } from './sent.ts'
import { textSizeIn } from './text-size.ts'
import { allowed, type Visit, visitOf } from './visitors.ts'

/** Registers every page; throws where one does not say who may use it. */
export function servePages(
  app: FastifyInstance,
  house: House,
  pages: readonly Page[],
  gathered: Gathered,
): void {
  for (const page of pages) {
    if (page.may === undefined)
      throw new Error(`The page ${page.path} does not declare who may use it`)
    const config = { may: page.may, door: page.door }
    if (page.get)
      app.get(page.path, { config }, (request, reply) =>
        serve(page, page.get, { request, reply, house: houseOf(request, house), gathered }),
      )
    if (page.post) {
      app.post(page.path, { config }, (request, reply) => {
        if (page.openToOtherSites !== true) refuseOtherSites(request)
        return serve(page, page.post, { request, reply, house: houseOf(request, house), gathered })
      })
    }
  }
}

type Exchange = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly house: House
  readonly gathered: Gathered
}

async function serve(page: Page, handler: Page['get'], exchange: Exchange): Promise<FastifyReply> {
  const { request, house } = exchange
  const visit = await visitOf(request, house)
  const entry = allowed(page.may, visit)
  if (entry === 'no') throw new Forbidden('Not among this account’s duties')
  if (entry === 'sign-in') return askToSignIn(exchange, visit, page.door)
  const entries = navigationOf(exchange.gathered.navigation, page.door, visit, house)
  const seen = request.method === 'GET' ? entries.alongside() : visit
  const context = contextOf(page, exchange, seen)
  const answer = await (handler as (context: Context) => Promise<Reply>)(context)
  return send({ ...exchange, entries }, visit, page.door, answer)
}

function contextOf(page: Page, { request, house }: Exchange, visit: Visit): Context {
  // No text of the database holds this character: no record has such an address.
  if (Object.values(request.params ?? {}).some((value) => String(value).includes('\u0000')))
    throw new NotFound()
  const params = page.params?.safeParse(request.params)
  if (params?.success === false) throw new NotFound()
  const query = page.query?.safeParse(request.query)
  if (query?.success === false) throw new NotFound()
  return {
    ...visit,
    params: params?.data ?? {},
    query: query?.data ?? {},
    body: bodyOf(request),
    files: filesOf(request),
    authority: house.authority,
    db: house.db,
    config: house.config,
    clock: house.clock,
    url: new URL(request.url, house.config.url),
    headers: request.headers,
    ip: request.ip,
  }
}

async function send(
  exchange: Exchange & { readonly entries: Navigation },
  visit: Visit,
  door: Door,
  answer: Reply,
): Promise<FastifyReply> {
  const { reply } = exchange
  switch (answer.kind) {
    case 'see':
      for (const cookie of answer.setCookies ?? []) reply.header('set-cookie', cookie)
      if (answer.forgets === true) reply.header('clear-site-data', '"cache"')
      return reply.redirect(answer.location, 303)
    case 'file':
      return reply
        .header(
          'content-disposition',
          `${answer.file.disposition}; filename="${answer.file.name.replace(/[^\w.() -]/g, '_')}"`,
        )
        .header('cache-control', 'private, no-store')
        .type(answer.file.type)
        .send(answer.file.body)
    case 'view':
      for (const cookie of answer.setCookies ?? []) reply.header('set-cookie', cookie)
      return sendView(exchange, visit, { door, view: answer.view, status: answer.status })
  }
}

export async function sendView(
  { reply, house, gathered, entries }: Omit<Exchange, 'request'> & { entries?: Navigation },
  visit: Visit,
  { door, view, status }: { readonly door: Door; readonly view: PageView; readonly status: number },
): Promise<FastifyReply> {
  const navigation = await (
    entries ?? navigationOf(gathered.navigation, door, visit, house)
  ).shown()
  const frame = {
    door,
    authority: house.authority,
    actor: visit.actor,
    signedIn: visit.signedIn,
    demo: house.config.demo,
    textSize: textSizeIn(reply.request.headers.cookie),
    navigation,
  }
  return reply
    .code(status)
    .header('cache-control', view.keptForBack === true ? 'private, no-cache' : 'private, no-store')
    .type('text/html; charset=utf-8')
    .send(String(framed(view, frame)))
}

/** A page asked for: sign in, then back to it. A form sent: nothing typed is lost by a session's end. */
function askToSignIn(
  exchange: Exchange,
  visit: Visit,
  door: Door,
): Promise<FastifyReply> | FastifyReply {
  const { request, reply, house } = exchange
  if (request.method === 'GET') {
    const staff = door === 'workspace' || door === 'partner' ? '/staff' : ''
    return reply.redirect(`/sign-in${staff}?next=${encodeURIComponent(request.url)}`, 303)
  }
  const more = sendAgainPage(request.url, bodyOf(request))
  const view = errorPage(401, { telephone: house.authority.telephone, requestId: request.id, more })
  return sendView(exchange, visit, { door: 'public', view, status: 401 })
}

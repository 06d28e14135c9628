import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { apiPage } from '#platform/api/api-page.ts'
import { serveApi } from '#platform/api/serve-api.ts'
import { problem } from '#platform/api/problem.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { Gathered } from '#platform/room.ts'
import { serveAssets } from './assets.ts'
import { errorPage } from './error-pages.ts'
import { statusOf, wantsJson } from './errors.ts'
import { serveHealth } from './health.ts'
import { gather, type House } from './house.ts'
import { leadToDoors } from './doors.ts'
import { houseOf } from './house-of.ts'
import { addSecurityHeaders } from './security.ts'
import { readForms } from './sent.ts'
import { sendView, servePages } from './serve-pages.ts'
import { textSizePage } from './text-size.ts'
import { visitOf } from './visitors.ts'
import type { ApiMay, Page } from './page.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    may?: ApiMay
    door?: string
  }
}

/** The web server of a house, not yet listening. Reads as a table of contents. */
export async function buildServer(house: House): Promise<FastifyInstance> {
  const app = Fastify({
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    logger: house.log === undefined ? false : { level: house.log },
    logController: new LogController({ disableRequestLogging: true }),
  })
  const gathered = gather(house.rooms)
  refuseUndeclaredRoutes(app, house)
  answerErrors(app, house, gathered)
  logRequests(app)
  await addSecurityHeaders(app, house.config.url.startsWith('https:'))
  leadToDoors(app, house)
  await app.register(rateLimit, { max: house.requestsPerMinute ?? 3000, timeWindow: '1 minute' })
  await app.register(compress, { threshold: 1024 })
  await readForms(app)
  await serveAssets(app)
  serveHealth(app, house)
  servePages(app, house, pagesOf(house, gathered), gathered)
  serveApi(app, house)
  return app
}

export function pagesOf(house: House, gathered: Gathered): readonly Page[] {
  const own = house.rooms.flatMap(({ pages }) =>
    typeof pages === 'function' ? pages(gathered) : (pages ?? []),
  )
  return [...own, textSizePage, apiPage(house.rooms.flatMap(({ api }) => api ?? []))]
}

/** Who forgets to say who may use a route does not start. Files under /assets are for anyone. */
function refuseUndeclaredRoutes(app: FastifyInstance, { onRoute }: House): void {
  app.addHook('onRoute', ({ config, method, url }) => {
    if (url.startsWith('/assets/')) return
    const may = config?.may
    if (may === undefined) {
      throw new Error(`The route ${String(method)} ${url} does not declare who may use it`)
    }
    const methods = [method].flat().filter((each) => each !== 'HEAD')
    for (const each of methods)
      onRoute?.({ method: each, path: url, may, door: config?.door ?? null })
  })
}

function answerErrors(app: FastifyInstance, house: House, gathered: Gathered): void {
  app.setNotFoundHandler((request, reply) => answer(new NotFound(), request, reply))
  app.setErrorHandler((error, request, reply) => answer(error, request, reply))

  async function answer(
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const status = statusOf(error)
    if (status >= 500) request.log.error({ err: error }, 'a request failed')
    if (wantsJson(request)) return problem(reply, status, { requestId: request.id })
    const here = houseOf(request, house)
    const view = errorPage(status, { telephone: here.authority.telephone, requestId: request.id })
    const signedOut = { actor: null, signedIn: false }
    const visit = await visitOf(request, here).catch(() => signedOut)
    const door = visit.signedIn ? (request.routeOptions.config.door ?? 'public') : 'public'
    // Without a database there are no counts to show, so the frame goes bare.
    const bare = { ...gathered, navigation: status >= 500 ? [] : gathered.navigation }
    return sendView({ reply, house: here, gathered: bare }, visit as never, {
      door: door as never,
      view,
      status,
    })
  }
}

/** One line a request: what, how it ended, how long; never the address with its words in it. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

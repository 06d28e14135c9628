import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiRoute, Refuse } from '#platform/room.ts'
import { statusOf } from '#platform/web/errors.ts'
import type { House } from '#platform/web/house.ts'
import { houseOf } from '#platform/web/house-of.ts'
import { refuseOtherSites } from '#platform/web/security.ts'
import { allowed, visitOf } from '#platform/web/visitors.ts'
import { type Answered, answered, isAnswered } from './answered.ts'
import { openApiDocument } from './openapi.ts'
import { problemBody } from './problem.ts'

/** Registers the API's routes and its description at `/api/openapi.json`. */
export function serveApi(app: FastifyInstance, house: House): void {
  const routes = house.rooms.flatMap((room) => room.api ?? [])
  const parser = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/fhir+json', { parseAs: 'string' }, parser)
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      config: { may: route.may },
      handler: (request, reply) => serve(route, house, request, reply),
      ...(route.refuse === undefined ? {} : { errorHandler: refusing(route.refuse) }),
    })
  }
  app.get('/api/openapi.json', { config: { may: 'anyone' } }, async () =>
    openApiDocument(routes, house.config.url),
  )
}

/** What is thrown, in the form of the route's own standard. */
function refusing(refuse: Refuse) {
  return (error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = statusOf(error)
    if (status >= 500) request.log.error({ err: error }, 'a request failed')
    const detail = status < 500 && status !== 404 ? { detail: error.message } : {}
    return send(reply, refuse(status, { requestId: request.id, ...detail }))
  }
}

const refuseWithProblem: Refuse = (status, of) =>
  answered({ status, type: 'application/problem+json', body: problemBody(status, of) })

async function serve(
  route: ApiRoute,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const requestId = request.id
  const refuse = route.refuse ?? refuseWithProblem
  if (route.method !== 'GET') refuseOtherSites(request)
  const visit = await visitOf(request, houseOf(request, house))
  const entry = allowed(route.may, visit, route.scope)
  if (entry === 'sign-in') return send(reply, refuse(401, { requestId }))
  if (entry === 'no') return send(reply, refuse(403, { requestId }))
  const read = readAll(route, request)
  if (read.faults.length > 0) return send(reply, refuse(422, { requestId, faults: read.faults }))
  const answer = await route.run({
    ...read,
    actor: visit.actor,
    asActor: visit.asActor,
    asSystem: visit.asSystem,
    clock: house.clock,
    db: house.db,
    baseUrl: house.config.url,
    headers: request.headers,
  })
  return send(reply, isAnswered(answer) ? answer : answered({ status: 200, body: answer }))
}

function send(reply: FastifyReply, { status, type, headers, body }: Answered): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'private, no-store')
    .headers(status === 401 ? { 'www-authenticate': 'Bearer', ...headers } : headers)
    .type(type)
    .send(JSON.stringify(body))
}

function readAll(route: ApiRoute, request: FastifyRequest) {
  const faults: { pointer: string; detail: string }[] = []
  const read = (schema: ApiRoute['body'], value: unknown, place: string): unknown => {
    const parsed = schema?.safeParse(value)
    if (parsed === undefined) return value
    if (parsed.success) return parsed.data
    faults.push(
      ...parsed.error.issues.map((issue) => ({
        pointer: `#/${[place, ...issue.path].join('/')}`,
        detail: issue.message,
      })),
    )
    return {}
  }
  const params = read(route.params, request.params, 'path') as Record<string, string>
  const query = read(route.query, request.query, 'query') as Record<string, unknown>
  const body = route.method === 'GET' ? undefined : read(route.body, request.body, 'body')
  return { params, query, body, faults }
}

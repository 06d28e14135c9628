import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiRoute } from '#platform/room.ts'
import type { House } from '#platform/web/house.ts'
import { refuseOtherSites } from '#platform/web/security.ts'
import { allowed, visitOf } from '#platform/web/visitors.ts'
import { openApiDocument } from './openapi.ts'
import { problem } from './problem.ts'

/** Registers the API's routes and its description at `/api/openapi.json`. */
export function serveApi(app: FastifyInstance, house: House): void {
  const routes = house.rooms.flatMap((room) => room.api ?? [])
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      config: { may: route.may },
      handler: (request, reply) => serve(route, house, request, reply),
    })
  }
  app.get('/api/openapi.json', { config: { may: 'anyone' } }, async () =>
    openApiDocument(routes, house.config.url),
  )
}

async function serve(
  route: ApiRoute,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const requestId = request.id
  if (route.method !== 'GET') refuseOtherSites(request)
  const visit = await visitOf(request, house)
  const entry = allowed(route.may, visit)
  if (entry === 'sign-in') return problem(reply, 401, { requestId })
  if (entry === 'no') return problem(reply, 403, { requestId })
  const read = readAll(route, request)
  if (read.faults.length > 0) return problem(reply, 422, { requestId, faults: read.faults })
  const answer = await route.run({
    ...read,
    actor: visit.actor,
    asActor: visit.asActor,
    asSystem: visit.asSystem,
    clock: house.clock,
  })
  return reply.header('cache-control', 'private, no-store').send(answer)
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

import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { House } from './house.ts'

/** Liveness, readiness (the database answers) and metrics for Prometheus. */
export function serveHealth(app: FastifyInstance, house: House): void {
  const config = { may: 'anyone', rateLimit: false } as const
  app.get('/health/live', { config, logLevel: 'silent' }, async () => ({ status: 'live' }))
  app.get('/health/ready', { config, logLevel: 'silent' }, async (_, reply) => {
    try {
      await sql`select 1`.execute(house.db)
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'not ready', because: 'the database does not answer' })
    }
  })

  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'alongside_' })
  const seconds = new Histogram({
    name: 'alongside_http_request_seconds',
    help: 'How long requests took, by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      route: request.routeOptions.url ?? 'none',
      method: request.method,
      status: reply.statusCode,
    }
    seconds.observe(labels, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { config, logLevel: 'silent' }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}

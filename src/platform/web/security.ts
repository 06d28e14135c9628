import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Forbidden } from '#platform/lib/errors.ts'

/** Nothing inline, nothing from elsewhere: what is not ours does not run, load or frame. */
export async function addSecurityHeaders(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        manifestSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

/**
 * Refuses what another site makes a browser send here. Browsers say where a request comes from
 * (fetch metadata, else Origin, else Referer), so forms need no token and never go stale. What says
 * nothing at all is no browser, and carries nobody's cookies but its own.
 */
export function refuseOtherSites(request: FastifyRequest): void {
  const { origin, referer, host } = request.headers
  const site = request.headers['sec-fetch-site']
  const from = origin ?? referer
  const foreign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : from !== undefined && hostOf(from) !== host
  if (foreign) throw new Forbidden('This was sent from another site')
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null
}

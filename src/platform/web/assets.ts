import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const root = new URL('../../../', import.meta.url)
const ours = fileURLToPath(new URL('public/', root))
const govuk = fileURLToPath(new URL('node_modules/govuk-frontend/dist/govuk/', root))
const moj = fileURLToPath(new URL('node_modules/@ministryofjustice/frontend/moj/', root))

/** Changes when any file behind it does, so that browsers may keep assets for ever. */
const version = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', root)))
  .update(
    readdirSync(ours)
      .sort()
      .map((name) => readFileSync(`${ours}${name}`))
      .join(''),
  )
  .digest('hex')
  .slice(0, 12)

/** The address of an asset: `asset('alongside.css')`, `asset('govuk/govuk-frontend.min.css')`. */
export function asset(name: string): string {
  return `/assets/${version}/${name}`
}

/** Serves our public folder and the two design systems' shipped files, cached for a year. */
export async function serveAssets(app: FastifyInstance): Promise<void> {
  const folders = [
    { root: govuk, prefix: '/govuk/' },
    { root: moj, prefix: '/moj/' },
    { root: ours, prefix: '/' },
  ]
  for (const [at, { root: folder, prefix }] of folders.entries()) {
    await app.register(fastifyStatic, {
      root: folder,
      prefix: `/assets/${version}${prefix}`,
      immutable: true,
      maxAge: '365d',
      decorateReply: at === 0,
      index: false,
      logLevel: 'silent',
    })
  }
  app.get('/favicon.ico', { logLevel: 'silent', config: { may: 'anyone' } }, (_, reply) =>
    reply.redirect(asset('mark.svg'), 302),
  )
}

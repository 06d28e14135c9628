import type { FastifyError, FastifyRequest } from 'fastify'
import { BadRequest, Conflict, Forbidden, NotFound } from '#platform/lib/errors.ts'

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503

const own: readonly [new (...words: never[]) => Error, ErrorStatus][] = [
  [BadRequest, 400],
  [Forbidden, 403],
  [NotFound, 404],
  [Conflict, 409],
]

/** The database gone, starting or full: nothing of ours is wrong and trying again helps. */
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08003',
  '08001',
])

/** The status that an error means to whoever asked. */
export function statusOf(error: unknown): ErrorStatus {
  const mine = own.find(([kind]) => error instanceof kind)
  if (mine) return mine[1]
  const { code, statusCode } = error as Partial<FastifyError>
  if (code !== undefined && away.has(code)) return 503
  // Row-level security refused what was to be written: whoever asks may not, and nothing of ours is wrong.
  if (code === '42501') return 403
  if (
    /Connection terminated|timeout exceeded when trying to connect/.test(
      (error as Error)?.message ?? '',
    )
  )
    return 503
  switch (statusCode) {
    case 403:
    case 404:
    case 413:
    case 429:
    case 503:
      return statusCode
    case undefined:
      return 500
    default:
      return statusCode >= 400 && statusCode < 500 ? 400 : 500
  }
}

export function wantsJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/')
}

import type { DBAdapter, Where } from '@better-auth/core/db/adapter'
import { hashed } from '../secret.ts'

type Row = Record<string, unknown>

/**
 * Stands between better-auth and its tables and changes two things. A session's token is stored as its
 * hash, while better-auth goes on with the token that the cookie carries. And moments, which this
 * house keeps as text, become the dates that better-auth compares: as text no code would ever expire.
 */
export function withHashedSessions(inner: DBAdapter): DBAdapter {
  const tables = wrapped(inner)
  return {
    ...tables,
    transaction: (work) => inner.transaction((tx) => work(wrapped(tx as DBAdapter))),
  }
}

function wrapped(inner: DBAdapter): DBAdapter {
  const asked = <T extends { model: string; where?: Where[] | undefined }>(given: T): T =>
    given.model === 'session' && given.where
      ? { ...given, where: given.where.map(hashedToken) }
      : given
  return {
    ...inner,
    create: async (given) => {
      const token = (given.data as Row)['token']
      if (given.model !== 'session' || typeof token !== 'string') {
        return revived(await inner.create(given)) as never
      }
      const row: Row = await inner.create({
        ...given,
        data: { ...given.data, token: hashed(token) },
      })
      return revived({ ...row, token }) as never
    },
    findOne: async (given) => {
      const row = await inner.findOne<Row>(asked(given))
      return row === null ? null : (revived({ ...row, ...tokenIn(given) }) as never)
    },
    findMany: async (given) => (await inner.findMany<Row>(asked(given))).map(revived) as never,
    count: (given) => inner.count(asked(given)),
    update: async (given) => revived(await inner.update(asked(given))),
    updateMany: (given) => inner.updateMany(asked(given)),
    delete: (given) => inner.delete(asked(given)),
    deleteMany: (given) => inner.deleteMany(asked(given)),
    consumeOne: async (given) => revived(await inner.consumeOne(asked(given))),
    incrementOne: async (given) => revived(await inner.incrementOne(asked(given))),
  }
}

function hashedToken(where: Where): Where {
  if (where.field !== 'token') return where
  if (typeof where.value === 'string') return { ...where, value: hashed(where.value) }
  return Array.isArray(where.value)
    ? { ...where, value: where.value.map((one) => hashed(String(one))) }
    : where
}

/** The token that a row was asked for by: what better-auth is to go on with. */
function tokenIn(given: { model: string; where: Where[] }): Row {
  const token =
    given.model === 'session' && given.where.find(({ field }) => field === 'token')?.value
  return typeof token === 'string' ? { token } : {}
}

const moment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/

function revived<T>(row: T): T {
  if (row === null || typeof row !== 'object') return row
  const entries = Object.entries(row).map(([name, value]) =>
    typeof value === 'string' && moment.test(value)
      ? [name, new Date(value.replace(' ', 'T').replace('+00', 'Z'))]
      : [name, value],
  )
  return Object.fromEntries(entries) as T
}

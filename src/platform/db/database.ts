import { createHash } from 'node:crypto'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Socket } from 'node:net'
import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import type { DB } from './schema.generated.ts'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>

// Dates and moments stay text: no midnight in the wrong zone, and lists cost less.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** Statements that a transaction begins with, in the same message as its `begin`. */
const prelude = new AsyncLocalStorage<string>()

export function withPrelude<T>(statements: string, work: () => Promise<T>): Promise<T> {
  return prelude.run(statements, work)
}

class PreludeDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: Parameters<PostgresDriver['beginTransaction']>[1],
  ): Promise<void> {
    const statements = prelude.getStore()
    if (statements === undefined) return super.beginTransaction(connection, settings)
    // Not waited for: it goes out with the first statement. Where it fails, so does whatever follows.
    connection.executeQuery(CompiledQuery.raw(`begin; ${statements}`)).catch(() => undefined)
  }
}

/** A pool on the database, with prepared statements by name and columns in camelCase. */
export function openDatabase(url: string, size = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    application_name: 'alongside',
    options: '-c timezone=UTC',
  })
  pool.on('connect', nameStatements)
  pool.on('connect', sendTogether)
  // An idle connection that the database ended is replaced at its next use; it is no reason to fall over.
  pool.on('error', () => undefined)
  const config = { pool }
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PreludeDriver(config),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  return new Kysely<DB>({
    dialect,
    plugins: [
      new CamelCasePlugin({ maintainNestedObjectKeys: true, underscoreBeforeDigits: true }),
    ],
  })
}

/** Without the house's plugins: for migrations and other work of the owner. */
export function openAsOwner(url: string): Kysely<unknown> {
  return new Kysely({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  })
}

const names = new Map<string, string>()

/** Planning, not transport, is the cost of a small statement: a name lets the server plan it once. */
function nameStatements(client: pg.PoolClient): void {
  const plain = client.query.bind(client) as (...words: unknown[]) => unknown
  const named = (text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    const nameable =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && text.length < 8000
    return nameable
      ? plain({ name: nameOf(text), text, values }, ...rest)
      : plain(text, values, ...rest)
  }
  client.query = named as typeof client.query
}

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url')
    names.set(text, name)
  }
  return name
}

/** What is asked within one turn of the event loop goes out in one write: each costs a call of the system. */
function sendTogether(client: pg.PoolClient): void {
  const plain = client.query.bind(client) as (...words: unknown[]) => unknown
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } })
    .connection
  let held = false
  const together = (...words: unknown[]): unknown => {
    if (!held) {
      held = true
      stream.cork()
      process.nextTick(() => {
        held = false
        stream.uncork()
      })
    }
    return plain(...words)
  }
  client.query = together as typeof client.query
}

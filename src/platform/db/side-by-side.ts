import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely'
import type { Tx } from './database.ts'
import type { DB } from './schema.generated.ts'

/**
 * A transaction of Kysely's own waits for each answer before it sends the next statement. In this
 * one, what `work` asks for side by side (`Promise.all`) goes out in one message and is answered in
 * turn. A statement that comes after the end, from work that was given up, is refused: the
 * connection may be somebody else's by then.
 */
export function sideBySide<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return onConnection(tx, async (connection) => {
    let over = false
    const lane: ConnectionProvider = {
      provideConnection: (ask) => {
        if (over) throw new Error('a statement came after the end of its transaction')
        return ask(connection)
      },
    }
    try {
      return await work(withLane(tx, lane))
    } finally {
      over = true
    }
  })
}

/**
 * The same transaction for reading alone: what was asked before with the same values is answered
 * from then. For pages that gather from many rooms, which ask the same of the same person. Refuses
 * statements that write, because what was read before them might no longer be so.
 */
export function askingOnce(tx: Tx): Tx {
  const answers = new Map<string, Promise<QueryResult<unknown>>>()
  return withLane(tx, {
    provideConnection: (ask) =>
      onConnection(tx, (connection) => ask(remembering(connection, answers))),
  })
}

function remembering(
  connection: DatabaseConnection,
  answers: Map<string, Promise<QueryResult<unknown>>>,
): DatabaseConnection {
  return {
    streamQuery: () => {
      throw new Error('a stream is read once, and not remembered')
    },
    executeQuery: <R>(asked: CompiledQuery) => {
      if (writing.has(asked.query.kind)) throw new Error('this transaction is for reading alone')
      const key = `${asked.sql}\n${JSON.stringify(asked.parameters)}`
      const answer = answers.get(key) ?? connection.executeQuery(asked)
      answers.set(key, answer)
      return answer as Promise<QueryResult<R>>
    },
  }
}

const writing = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode'])

function onConnection<T>(tx: Tx, use: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
  return tx.getExecutor().provideConnection(use)
}

function withLane(tx: Tx, lane: ConnectionProvider): Tx {
  return new Transaction<DB>({
    ...unasked,
    executor: tx.getExecutor().withConnectionProvider(lane),
  })
}

// What a transaction must be made of and never asks for: its statements go by its executor.
const dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db: ConstructorParameters<typeof PostgresIntrospector>[0]) =>
    new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
const unasked = { config: { dialect }, dialect, driver: new DummyDriver() }

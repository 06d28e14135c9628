import type { Compilable, CompiledQuery } from 'kysely'
import type { Tx } from './database.ts'

/** Keeps the place of the value of that number while a statement is built. */
type StandIn = { readonly standsFor: number }

const standIns: readonly StandIn[] = Array.from({ length: 8 }, (_, at) =>
  Object.freeze({ standsFor: at }),
)
const places = new Map<unknown, number>(standIns.map((standIn) => [standIn, standIn.standsFor]))

/**
 * A statement that is built once and then only given its values: building one takes longer than
 * PostgreSQL takes to answer it. `build` gets stand-ins for the values and must pass each on as it
 * is; where it looks at one, or leaves one out, the first call throws.
 */
export function statement<Values extends readonly unknown[], Row>(
  build: (tx: Tx, ...values: Values) => Compilable<Row>,
): (tx: Tx, ...values: Values) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined
  return async (tx, ...values) => {
    built ??= compile(tx, build, values.length)
    const { rows } = await tx.executeQuery<Row>({
      ...built,
      parameters: built.parameters.map((value) => {
        const place = places.get(value)
        return place === undefined ? value : values[place]
      }),
    })
    return rows
  }
}

function compile<Values extends readonly unknown[], Row>(
  tx: Tx,
  build: (tx: Tx, ...values: Values) => Compilable<Row>,
  count: number,
): CompiledQuery<Row> {
  const compiled = build(tx, ...(standIns.slice(0, count) as unknown as Values)).compile()
  const given = new Set(compiled.parameters.filter((value) => places.has(value)))
  if (given.size !== count)
    throw new Error(`a statement takes ${given.size} of its ${count} values: ${compiled.sql}`)
  return compiled
}

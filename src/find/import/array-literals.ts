/** A column of a table: its name there, and its type as PostgreSQL writes it (`text`, `integer[]`, `jsonb`). */
export type Column = { readonly name: string; readonly type: string }

/**
 * Many values of one column as PostgreSQL's own writing of an array, which it reads several times
 * quicker than JSON. Values of a column that is itself a list stand in it as text, each a whole array.
 */
export function arrayOf(values: readonly unknown[], { type }: Pick<Column, 'type'>): string {
  const write = writerOf(type)
  let written = '{'
  for (const [at, value] of values.entries()) {
    if (at > 0) written += ','
    written += value === null || value === undefined ? 'NULL' : write(value)
  }
  return `${written}}`
}

/** The type of what `arrayOf` wrote of such a column: PostgreSQL has no array of arrays of unlike length. */
export const elementType = ({ type }: Pick<Column, 'type'>): string =>
  isList(type) ? 'text' : type

export const isList = (type: string): boolean => type.endsWith('[]')

const bare = new Set(['uuid', 'integer', 'bigint', 'smallint', 'boolean', 'date', 'numeric'])

function writerOf(type: string): (value: unknown) => string {
  if (bare.has(type)) return String
  if (type === 'json' || type === 'jsonb') return (value) => quoted(JSON.stringify(value))
  if (!isList(type))
    return (value) => quoted(value instanceof Date ? value.toISOString() : String(value))
  const element = { type: type.slice(0, -2) }
  return (value) => quoted(arrayOf(value as readonly unknown[], element))
}

const quoted = (text: string): string =>
  `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, String.raw`\$&`) : text}"`

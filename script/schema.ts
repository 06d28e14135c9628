// The types that Kysely checks our statements against, read from a database made by the migrations.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { openEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import pg from 'pg'

const target = process.argv[2] ?? 'src/platform/db/schema.generated.ts'
const { url } = await openEmbedded('.cache/test-database', ['fsync=off', 'synchronous_commit=off'])
const client = new pg.Client({ connectionString: url })
await client.connect()
const name = `schema_${process.pid}`
await client.query(`create database ${name}`)
const own = url.replace(/\/[^/]*$/, `/${name}`)
try {
  await migrate(own)
  execFileSync(
    'node_modules/.bin/kysely-codegen',
    [
      '--dialect',
      'postgres',
      '--url',
      own,
      '--camel-case',
      '--date-parser',
      'string',
      '--numeric-parser',
      'number',
      '--default-schema',
      'public',
      '--exclude-pattern',
      '(jobs.*|schema_migration)',
      '--out-file',
      target,
      '--log-level',
      'error',
    ],
    { stdio: 'inherit' },
  )
  // The pool reads moments as text and whole numbers as numbers (src/platform/db/database.ts).
  const asRead = readFileSync(target, 'utf8')
    .replace(/export type Timestamp = .*/, 'export type Timestamp = string;')
    .replace(/export type Int8 = .*/, 'export type Int8 = number;')
    .replace(/export type Numeric = .*/, 'export type Numeric = number;')
  writeFileSync(target, asRead)
} finally {
  await client.query(`drop database ${name} with (force)`)
  await client.end()
}

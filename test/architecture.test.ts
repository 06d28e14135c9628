import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const files = globSync('src/**/*.ts')
const text = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]))
const sources = files.filter(
  (path) => !/\.(test|fixture)\.ts$|\/testing\.ts$|-for-tests\.ts$/.test(path),
)

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }

const imports: readonly Import[] = sources.flatMap((from) =>
  [...text.get(from)!.matchAll(/^import (type )?[^'"]*?['"]([#.][^'"]+)['"]/gms)].map((found) => ({
    from,
    to: resolved(from, found[2]!),
    typeOnly: found[1] !== undefined,
  })),
)

function resolved(from: string, to: string): string {
  return to.startsWith('#')
    ? `src/${to.slice(1)}`
    : new URL(to, `file:///${from}`).pathname.slice(1)
}

/** From the ground up; what stands on one line may not import each other's rooms. */
const floors = [
  ['platform'],
  ['people'],
  ['share'],
  ['find'],
  ['assess'],
  ['support', 'inform', 'connect'],
  ['prove'],
]
const floorOf = (path: string) => floors.findIndex((parts) => parts.includes(path.split('/')[1]!))
const partOf = (path: string) => path.split('/')[1]
const roomOf = (path: string) => path.split('/').slice(1, 3).join('/')

test('there is something to check', () => {
  assert.ok(sources.length > 100)
  assert.ok(imports.length > 300)
})

test('imports run one way: platform, people, share, find, assess, support, inform and connect, prove', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (floorOf(from) === -1 || floorOf(to) === -1) return false
    return (
      floorOf(to) > floorOf(from) || (floorOf(to) === floorOf(from) && partOf(to) !== partOf(from))
    )
  })
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from} -> ${to}`),
    [],
  )
})

test('rooms make no circle', () => {
  const edges = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    if (floorOf(from) < 1 || floorOf(to) < 1 || roomOf(from) === roomOf(to)) continue
    edges.set(roomOf(from), (edges.get(roomOf(from)) ?? new Set()).add(roomOf(to)))
  }
  const circles: string[] = []
  const walk = (room: string, path: readonly string[]): void => {
    if (path.includes(room)) circles.push([...path.slice(path.indexOf(room)), room].join(' -> '))
    else for (const next of edges.get(room) ?? []) walk(next, [...path, room])
  }
  for (const room of edges.keys()) walk(room, [])
  assert.deepEqual([...new Set(circles)].slice(0, 5), [])
})

test("no room uses another room's pages, API or jobs", () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      floorOf(to) > 0 && roomOf(from) !== roomOf(to) && /\/pages\/|\.api\.ts$|\.jobs\.ts$/.test(to),
  )
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from} -> ${to}`),
    [],
  )
})

test('rules and policies are pure: they import no statement, page, database or web', () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) =>
      /\.(rules|policy)\.ts$/.test(from) &&
      !typeOnly &&
      /\.sql\.ts$|\/pages\/|platform\/(db|web|jobs|messages|access\/as-actor)/.test(to),
  )
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from} -> ${to}`),
    [],
  )
})

test('rules read no clock, no chance and no environment', () => {
  const wrong = sources.filter(
    (path) =>
      /\.(rules|policy)\.ts$/.test(path) &&
      /Date\.now|Temporal\.Now|new Date\(\)|Math\.random|process\.env|londonClock/.test(
        text.get(path)!,
      ),
  )
  assert.deepEqual(wrong, [])
})

test('SQL stands in statements files and the database’s own folder alone', () => {
  const statement = /\bsql(<[^>]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/
  const wrong = sources.filter(
    (path) => !/\.sql\.ts$|^src\/platform\/db\//.test(path) && statement.test(text.get(path)!),
  )
  // Readiness asks the database whether it answers.
  assert.deepEqual(
    wrong.filter((path) => path !== 'src/platform/web/health.ts'),
    [],
  )
})

test('raw markup is made in the components and the template tag alone', () => {
  const wrong = sources.filter(
    (path) =>
      /(?<![.\w])raw\(/.test(text.get(path)!) && !/^src\/platform\/(govuk|lib|charts)\//.test(path),
  )
  assert.deepEqual(wrong, [])
})

test('names of things that belong nowhere are not used, and no file passes 300 lines', () => {
  const banned = sources.filter((path) =>
    /\/(utils?|helpers?|common|misc|shared|index)(\.ts|\/)/.test(path),
  )
  const long = sources.filter(
    (path) => !path.endsWith('schema.generated.ts') && text.get(path)!.split('\n').length > 301,
  )
  assert.deepEqual([...banned, ...long], [])
})

test('every environment variable is read in the settings', () => {
  const wrong = sources.filter(
    (path) =>
      /process\.env(?!\b.*PATH)/.test(text.get(path)!) &&
      !['src/config.ts', 'src/main.ts', 'src/cli.ts', 'src/platform/db/embedded.ts'].includes(path),
  )
  assert.deepEqual(wrong, [])
})

// One line a file while it goes well, the whole story of what fails, and the count at the end.
import { relative } from 'node:path'
import { inspect } from 'node:util'
import type { TestEvent } from 'node:test/reporters'

type Failure = { readonly name: string; readonly file: string; readonly error: unknown }

// oxlint-disable-next-line import/no-default-export -- node's test runner asks for one.
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failures: Failure[] = []
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const told = new Map<string, string>()
  const started = performance.now()
  for await (const event of events) {
    if (event.type === 'test:pass' && isLeaf(event.data)) {
      if (event.data.skip === undefined) counts.passed += 1
      else counts.skipped += 1
    }
    if (event.type === 'test:stderr') {
      const { file, message } = event.data
      told.set(file, (told.get(file) ?? '') + message)
    }
    if (event.type === 'test:fail' && (isLeaf(event.data) || diedWhole(event.data, failures))) {
      counts.failed += 1
      const failure = failureOf(event.data, told)
      failures.push(failure)
      const story = typeof failure.error === 'string' ? failure.error : inspect(failure.error)
      yield `✖ ${failure.file}: ${failure.name}\n${story}\n\n`
    }
    if (event.type === 'test:complete' && isFile(event.data)) {
      yield `${event.data.details.passed ? '✔' : '✖'} ${relative('.', event.data.name)} ${Math.round(event.data.details.duration_ms)} ms\n`
    }
  }
  for (const { name, file } of failures) yield `✖ ${file}: ${name}\n`
  yield `\n${Math.round((performance.now() - started) / 1000)} s\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`
}

type Failed = Extract<TestEvent, { type: 'test:fail' }>['data']

/** A file that ends before its tests do tells why only on its error stream. */
function failureOf(data: Failed, told: ReadonlyMap<string, string>): Failure {
  const path = isFile(data) ? data.name : (data.file ?? '')
  const file = relative('.', path)
  if (!isFile(data)) return { name: data.name, file, error: data.details.error.cause }
  return { name: 'the whole file', file, error: told.get(path) ?? data.details.error }
}

function diedWhole(data: Failed, failures: readonly Failure[]): boolean {
  return isFile(data) && !failures.some(({ file }) => file === relative('.', data.name))
}

type Data = {
  readonly nesting: number
  readonly name: string
  readonly file?: string
  readonly details: { readonly type?: string | undefined }
}

function isLeaf(data: Data): boolean {
  return data.details.type !== 'suite' && !isFile(data)
}

function isFile(data: Data): boolean {
  return data.nesting === 0 && data.name.endsWith('.test.ts')
}

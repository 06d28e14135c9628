import { Stop } from '#platform/lib/errors.ts'

/** Ends the process with one readable line for what a person can mend, the whole story for what is a bug. */
export function endWith(error: unknown): never {
  if (error instanceof Stop) {
    process.stderr.write(`${error.message}\n`)
    process.exit(error.exitCode)
  }
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exit(70)
}

import { rooms } from './app.ts'
import { readConfig } from './config.ts'
import { runCommand } from '#platform/cli/run-command.ts'
import { londonClock } from '#platform/lib/dates.ts'
import { endWith } from '#platform/start/first-error.ts'

// Whoever reads may have read enough (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  const config = readConfig(process.env)
  const streams = {
    print: (line: string): void => void process.stdout.write(`${line}\n`),
    warn: (line: string): void => void process.stderr.write(`${line}\n`),
  }
  process.exitCode = await runCommand(process.argv.slice(2), {
    rooms,
    config,
    clock: londonClock,
    streams,
  })
} catch (error) {
  endWith(error)
}

// The product's server with the floor's route beside it, for the load to come from another process.
import { rooms } from '../src/app.ts'
import { readConfig } from '#config.ts'
import type { Database } from '#platform/db/database.ts'
import { serve } from '#platform/start/serve.ts'
import { sessionActor } from '#share/accounts/session.ts'
import { floorRoom } from './floor.ts'

let database: Database | undefined
const floor = floorRoom(() => database!)
const running = await serve({
  config: readConfig(process.env),
  rooms: [...rooms, floor],
  readSession: (asked) => {
    database = asked.db
    return sessionActor(asked)
  },
  say: (line) => process.stderr.write(`${line}\n`),
  log: 'warn',
  requestsPerMinute: 10_000_000,
})
process.stdout.write(`${running.address}\n`)
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))

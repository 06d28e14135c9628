import { rooms } from './app.ts'
import { readConfig } from './config.ts'
import { endWith } from '#platform/start/first-error.ts'
import { serve } from '#platform/start/serve.ts'
import { sessionActor } from '#share/accounts/session.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  const config = readConfig(process.env)
  let stopping = false
  const starting = serve({ config, rooms, readSession: sessionActor, say })
  const stop = (): void => {
    if (stopping) return
    stopping = true
    starting
      .then((running) => running.stop())
      .then(() => process.exit(0))
      .catch(endWith)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const { address } = await starting
  say(`Alongside is at ${config.url === 'http://localhost:3000' ? config.url : address}`)
  if (config.demo)
    for (const line of rooms.flatMap((room) => room.welcome?.(address) ?? [])) say(line)
} catch (error) {
  endWith(error)
}

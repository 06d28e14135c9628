import type { Config } from '#config.ts'
import { Stop } from '#platform/lib/errors.ts'
import type { Clock } from '#platform/lib/dates.ts'
import { openStore, openStoreIfThere, type Store } from '#platform/start/open-store.ts'
import type { Command, CommandHouse, Room } from '#platform/room.ts'
import { jobsOf } from '#platform/web/house.ts'

type Streams = { readonly print: (line: string) => void; readonly warn: (line: string) => void }

/** Runs `alongside WORDS`: finds the verb among the rooms' commands. Gives the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function runCommand(
  words: readonly string[],
  of: {
    readonly rooms: readonly Room[]
    readonly config: Config
    readonly clock: Clock
    readonly streams: Streams
  },
): Promise<number> {
  const commands = of.rooms.flatMap((room) => room.commands ?? [])
  const wanted = commands.find(({ name }) => startsWith(words, name))
  const { print, warn } = of.streams
  if (wanted === undefined) {
    const asked = words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')
    for (const line of help(commands)) (asked ? print : warn)(line)
    if (!asked) warn(`There is no command "${words.join(' ')}".`)
    return asked ? 0 : 2
  }
  const rest = words.slice(wanted.name.split(' ').length)
  if (rest.includes('--help')) {
    print(`${wanted.about}\n\n  alongside ${wanted.usage}`)
    return 0
  }
  return withHouse(of, (house) => wanted.run(house, rest))
}

async function withHouse(
  { rooms, config, clock, streams }: Parameters<typeof runCommand>[1],
  work: (house: CommandHouse) => Promise<number>,
): Promise<number> {
  let store: Store | null = null
  const jobs = jobsOf(rooms)
  try {
    return await work({
      config,
      clock,
      ...streams,
      open: async () => (store ??= await openStore(config, jobs, streams.warn)).db,
      openIfThere: async () => (store ??= await openStoreIfThere(config))?.db ?? null,
    })
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    streams.warn(error.message)
    return error.exitCode
  } finally {
    await (store as Store | null)?.close()
  }
}

function startsWith(words: readonly string[], name: string): boolean {
  return name.split(' ').every((part, at) => words[at] === part)
}

function help(commands: readonly Command[]): string[] {
  return [
    'alongside: the open carers’ hub',
    '',
    ...commands.flatMap(({ usage, about }) => [`  alongside ${usage}`, `      ${about}`]),
  ]
}

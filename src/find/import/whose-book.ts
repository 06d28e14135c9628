import type { Whose } from './plan-events.ts'
import type { Register } from './read-extract.ts'

/** Whose each id of the previous systems is, before this import and with it. */
export type WhoseBook = {
  readonly find: (of: {
    readonly register: Register
    readonly carerId: string
  }) => Whose | undefined
  readonly add: (register: Register, whose: ReadonlyMap<string, Whose>) => void
  readonly readersOf: (personId: string) => readonly number[]
  readonly entries: () => Iterable<readonly [string, Whose]>
}

/** A book of whose ids are whose, begun with those of another. */
export function whoseBook(before?: WhoseBook): WhoseBook {
  const byId = new Map<string, Whose>(before?.entries() ?? [])
  const byPerson = new Map<string, readonly number[]>()
  for (const { personId, readers } of byId.values()) byPerson.set(personId, readers)
  return {
    find: ({ register, carerId }) => byId.get(`${register} ${carerId}`),
    add: (register, whose) => {
      for (const [id, person] of whose) {
        byId.set(`${register} ${id}`, person)
        byPerson.set(person.personId, person.readers)
      }
    },
    readersOf: (personId) => byPerson.get(personId) ?? [],
    entries: () => byId,
  }
}

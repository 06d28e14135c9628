import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from '#platform/db/database.ts'
import { loadRegister } from './load-register.ts'
import { readRegister } from './read-register.ts'

const folder = new URL('../../../data/places/registers/', import.meta.url)

/** Loads the small real registers that the product ships; their sources stand in data/places/README.md. */
export async function loadShippedRegisters(db: Database): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  for (const name of files.toSorted()) {
    const register = await readRegister(readFileSync(new URL(name, folder)))
    if (!register.ok) throw new Error(`${name}: ${register.error}`)
    await loadRegister(db, register.value, name)
  }
}

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Actor } from '#platform/access/actor.ts'
import { asActor, systemActor } from '#platform/access/as-actor.ts'
import { Stop } from '#platform/lib/errors.ts'
import { pounds } from '#platform/lib/money.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { Command } from '#platform/room.ts'
import { takeBankReturns } from './take-bank-returns.ts'

const usage = 'payments returned AUTHORITY FILE'

/** `alongside payments returned`: takes in a bank's file of payments that came back. */
export const takeReturnsCommand: Command = {
  name: 'payments returned',
  usage,
  about: 'Takes in a bank’s file of returned payments; the same file again changes nothing.',
  run: async (house, words) => {
    const [code, path, ...more] = words
    const authority = knownAuthorities.find((each) => each.code === code)
    if (authority === undefined || path === undefined || more.length > 0)
      throw new Stop(`Say whose payments came back, and the file\n  alongside ${usage}`, 2)
    // Matching by roll number reads the accounts, which the house itself may not.
    const actor: Actor = {
      ...systemActor({
        authorityId: authority.id,
        authorityCode: authority.code,
        reason: 'payments returned',
      }),
      duties: ['system', 'council_practitioner'],
    }
    const [bytes, today] = [bytesOf(path), house.clock.today()]
    const of = { actor, organisationId: null, name: basename(path), bytes, today }
    const taken = await asActor(await house.open(), actor, (tx) => takeBankReturns(tx, of))
    if (!taken.ok) throw new Stop(`${path}: ${taken.error}`)
    const file = taken.value
    house.print(
      file.before
        ? `This file was read before; nothing is changed. It had ${file.taken} returned payments.`
        : `${file.taken} of ${file.lines} taken, ${pounds(file.sumPence)} came back.`,
    )
    for (const { line, reference, why } of file.refused)
      house.warn(`  line ${line}, ${reference || 'no reference'}: ${why}`)
    return file.taken === 0 ? 1 : 0
  },
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new Stop(`${path} cannot be read: say where the file is`, 2)
  }
}

import { createHash, createHmac } from 'node:crypto'
import type { Config } from '#config.ts'
import { keptSecret } from '#platform/db/data-folder.ts'

const secrets = new WeakMap<Config, string>()

/** The house's secret: from the environment, or made once and kept in the data folder. */
export function houseSecret(config: Config): string {
  let secret = secrets.get(config)
  if (secret === undefined) {
    secret = config.secret ?? keptSecret(config.dataFolder, 'secret')
    secrets.set(config, secret)
  }
  return secret
}

/** A name for something told, that nobody can make or turn back without the house's secret. */
export function keyed(config: Config, purpose: string, told: string): string {
  return createHmac('sha256', houseSecret(config)).update(`${purpose}\n${told}`).digest('hex')
}

/** For what is random and long already, so that no secret is needed: tokens and states. */
export function hashed(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

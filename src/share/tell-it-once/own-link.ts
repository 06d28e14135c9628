import type { Config } from '#config.ts'
import type { ToldLink } from './told.ts'
import { addressOf, hashOf, tokenOf } from './token.ts'

/**
 * A link's address, shown to the carer who made it; null where the house's secret is no longer the one
 * that it was made with, and nobody can work it out again.
 */
export function ownAddress(config: Config, link: ToldLink): string | null {
  const token = tokenOf(config, link.id)
  return hashOf(token) === link.tokenHash ? addressOf(config, token) : null
}

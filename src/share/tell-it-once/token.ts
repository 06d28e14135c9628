import { toString as drawQr } from 'qrcode'
import type { Config } from '#config.ts'
import { hashed, keyed } from '#share/accounts/secret.ts'

/**
 * The secret part of a link's address, worked out from its id and the house's secret: the carer sees
 * it again, and whoever has the database alone has only its hash.
 */
export const tokenOf = (config: Config, linkId: string): string =>
  keyed(config, 'told link', linkId)

/** What the database keeps of a token. */
export const hashOf = (token: string): string => hashed(token)

/** The whole address, to be sent or printed. */
export const addressOf = (config: Config, token: string): string =>
  new URL(`/told/${token}`, config.url).href

/** An address as a square code to scan. */
export const squareCode = (address: string): Promise<string> =>
  drawQr(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })

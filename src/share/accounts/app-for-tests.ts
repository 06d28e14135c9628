import { createHmac } from 'node:crypto'
import type { TestPage } from '#platform/web/testing.ts'
import type { Browser } from './testing.ts'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * What an authenticator app shows for a secret as it is typed into it (RFC 6238 over RFC 4226), now or
 * some half minutes off: the server lets one on either side pass, as clocks differ.
 */
export function appCode(secret: string, off = 0): string {
  const bits = secret
    .replaceAll(/[^A-Z2-7]/g, '')
    .replaceAll(/./g, (letter) => base32.indexOf(letter).toString(2).padStart(5, '0'))
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + off))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

/** Sets a second step up in a browser that gave the password, as a person would, reading the page. */
export async function setUpSecondStep(
  browser: Browser,
  password: string,
): Promise<{
  readonly secret: string
  readonly recovery: readonly string[]
  readonly done: TestPage
}> {
  const page = await browser.post('/sign-in/staff/second-step', { step: 'password', password })
  const secret = page.field('secret') ?? ''
  const finish = () =>
    browser.post('/sign-in/staff/second-step', { step: 'code', code: appCode(secret, -1), secret })
  // The half minute may end between making the code and sending it.
  const first = await finish()
  const done = first.status === 422 ? await finish() : first
  return { secret, recovery: (page.field('recovery') ?? '').split(' '), done }
}

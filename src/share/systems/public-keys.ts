import { z } from 'zod'
import { ok, refused, type Result } from '#platform/lib/result.ts'

const rsa = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string().min(342),
  e: z.string(),
})
const ec = z.object({
  kty: z.literal('EC'),
  kid: z.string().min(1),
  crv: z.literal('P-384'),
  x: z.string().length(64),
  y: z.string().length(64),
})
const keySet = z.object({
  keys: z
    .array(z.union([rsa, ec]))
    .min(1)
    .max(10),
})

export type PublicKeys = z.output<typeof keySet>

/**
 * The public keys in what was pasted: a JWK set of RSA (2048 bits or more) or P-384 keys, each with
 * its `kid`. A private key is refused, for it is then known to more than its owner.
 */
export function publicKeysFrom(text: string): Result<PublicKeys, string> {
  const parsed = parsedJson(text)
  if (parsed === undefined)
    return refused('This is not JSON. Paste the system’s JWK set, {"keys": […]}')
  const keys = (parsed as { keys?: unknown }).keys
  if (
    Array.isArray(keys) &&
    keys.some((key) => key !== null && typeof key === 'object' && 'd' in key)
  )
    return refused('A private key is in it. Make new keys, and paste the public ones only')
  const read = keySet.safeParse(parsed)
  return read.success
    ? ok(read.data)
    : refused('Each key must be RSA of 2048 bits or more, or EC on P-384, with its kid')
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined
  } catch {
    return undefined
  }
}

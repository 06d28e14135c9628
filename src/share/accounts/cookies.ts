import type { Config } from '#config.ts'

/** One cookie's value from a request's Cookie header, decoded; null where there is none. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return decoded(pair.slice(at + 1).trim())
  }
  return null
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

export function isHttps(config: Config): boolean {
  return config.url.startsWith('https:')
}

/** `__Host-` binds a cookie to this very host over https; plain http, on a laptop, cannot have it. */
export function hostCookieName(config: Config, name: string): string {
  return isHttps(config) ? `__Host-alongside-${name}` : `alongside-${name}`
}

/** A cookie of ours as a Set-Cookie header: for this host alone, out of reach of scripts. */
export function setCookie(config: Config, name: string, value: string, seconds: number): string {
  const secure = isHttps(config) ? '; Secure' : ''
  return `${hostCookieName(config, name)}=${encodeURIComponent(value)}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

export function dropCookie(config: Config, name: string): string {
  return setCookie(config, name, '', 0)
}

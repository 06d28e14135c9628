import type { Config } from '#config.ts'
import { sessionCookieName } from '../session-cookie.ts'

/** The Cookie header a browser would send back after these Set-Cookie headers. */
export function cookieHeaderOf(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ')
}

type Asked = {
  readonly config: Config
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/**
 * What the sign-in library may see of a request by somebody signed in: its cookies, and what the list
 * of sessions shows.
 */
export function headersFor({ headers: sent }: Asked): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent']) {
    const value = sent[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

/** The same for signing in: without the session that came before, which may be somebody else's. */
export function signInHeaders(asked: Asked): Headers {
  const headers = headersFor(asked)
  const session = `${sessionCookieName(asked.config)}=`
  const others = (headers.get('cookie') ?? '')
    .split(/; */)
    .filter((pair) => !pair.startsWith(session))
  headers.set('cookie', others.join('; '))
  return headers
}

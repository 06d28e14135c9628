import { dropCookie, hostCookieName, readCookie, setCookie } from '#share/accounts/cookies.ts'
import { isId } from '#platform/lib/ids.ts'
import type { Context, Reply } from '#platform/web/page.ts'
import { daysKept } from './draft.ts'

const name = 'registration'

/** The id of the draft that this browser began; null where there is none. */
export function draftIdOf({ headers, config }: Context): string | null {
  const { cookie } = headers
  const id = readCookie(
    typeof cookie === 'string' ? cookie : undefined,
    hostCookieName(config, name),
  )
  return id !== null && isId(id) ? id : null
}

/** Goes on to a page with the draft's id in a cookie: never in the address, where others could see it. */
export function seeWithDraft({ config }: Context, location: string, id: string): Reply {
  const cookie = setCookie(config, name, id, daysKept * 24 * 60 * 60)
  return { kind: 'see', location, setCookies: [cookie] }
}

/** Goes on to a page with nothing kept of the draft, also not behind the Back button. */
export function seeWithoutDraft({ config }: Context, location: string): Reply {
  return { kind: 'see', location, setCookies: [dropCookie(config, name)], forgets: true }
}

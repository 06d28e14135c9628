import { NotFound } from '#platform/lib/errors.ts'
import { page, type Context, type PageView, type Reply } from '#platform/web/page.ts'
import { arrive, cookieHeader, nextQuery, ownPage } from '../arrival.ts'
import { dropCookie, hostCookieName, readCookie, setCookie } from '../cookies.ts'
import { tooManyTries } from '../limits.ts'
import { singleSignOnMinutes } from '../session.rules.ts'
import { insertSignInUser } from '../sign-in.sql.ts'
import { accountOfVouched } from '../sign-on.ts'
import { signInHeaders } from '../sign-in/carry.ts'
import {
  backPath,
  beginSingleSignOn,
  endSingleSignOn,
  signInVouched,
  type SsoRefusal,
  type Vouched,
} from '../sign-in/single-sign-on.ts'
import {
  awayView,
  noSecondStepView,
  notBegunHereView,
  refusedView,
  strangerView,
  unverifiedView,
} from './single-sign-on.view.ts'
import { tooMany } from './too-many.view.ts'

/** Sends the browser to the organisation's own sign-in. */
export const beginPage = page({
  path: '/sign-in/staff/sso',
  door: 'public',
  may: 'anyone',
  query: nextQuery,
  get: async (context) => {
    const { config, actor, ip, query } = context
    if (config.oidc === null) throw new NotFound()
    const until = await tooManyTries(context, ['single sign-on begun, network', ip])
    if (until !== null) return tooMany(until)
    const begun = await beginSingleSignOn(context, {
      authorityId: actor.authorityId,
      returnTo: ownPage(query.next),
    })
    if (!begun.ok) return refusal(begun.error)
    const { location, state } = begun.value
    return {
      kind: 'see',
      location,
      setCookies: [setCookie(config, 'sso', state, singleSignOnMinutes * 60)],
    }
  },
})

/** Where the organisation's sign-in sends the browser back to, with its answer in the address. */
export const backPage = page({
  path: backPath,
  door: 'public',
  may: 'anyone',
  get: async (context) => {
    const { config, headers, url } = context
    if (config.oidc === null) throw new NotFound()
    const stateInBrowser = readCookie(cookieHeader(headers), hostCookieName(config, 'sso'))
    const vouched = await endSingleSignOn(context, { url, stateInBrowser })
    return vouched.ok ? enter(context, vouched.value) : refusal(vouched.error)
  },
})

async function enter(context: Context, vouched: Vouched): Promise<Reply> {
  // A sign-on begun at one authority's door opens no other's.
  if (vouched.authorityId !== context.actor.authorityId) return refusal('NOT_BEGUN_HERE')
  const found = await context.asSystem('single sign-on', (tx) =>
    accountOfVouched(tx, vouched, context.clock.today()),
  )
  if (!found.ok)
    return found.error === 'STRANGER'
      ? stranger(vouched.email)
      : { kind: 'view', view: noSecondStepView, status: 403 }
  const account = found.value
  await insertSignInUser(context.db, account)
  const signedIn = await signInVouched(context, account.id, signInHeaders(context))
  if (!signedIn.ok) return stranger(vouched.email)
  const cookies = [...signedIn.value.setCookies, dropCookie(context.config, 'sso')]
  return arrive(context, cookies, vouched.returnTo)
}

const stranger = (email: string): Reply => ({
  kind: 'view',
  view: strangerView(email),
  status: 403,
})

const refusals: Record<SsoRefusal, { readonly view: PageView; readonly status: 403 | 410 | 503 }> =
  {
    AWAY: { view: awayView, status: 503 },
    NOT_BEGUN_HERE: { view: notBegunHereView, status: 410 },
    REFUSED: { view: refusedView, status: 403 },
    NO_VERIFIED_EMAIL: { view: unverifiedView, status: 403 },
  }

const refusal = (why: SsoRefusal): Reply => ({ kind: 'view', ...refusals[why] })

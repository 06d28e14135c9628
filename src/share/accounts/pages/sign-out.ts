import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import { formTag } from '#platform/web/form-view.ts'
import { page, see, show } from '#platform/web/page.ts'
import { cookieHeader } from '../arrival.ts'
import { dropCookie } from '../cookies.ts'
import { hashed } from '../secret.ts'
import { sessionToken } from '../session-cookie.ts'
import { deleteSessionByToken } from '../sign-in.sql.ts'

/** Ends this session, here and in the database; whoever comes by a link is asked first. */
export const signOutPage = page({
  path: '/sign-out',
  door: 'public',
  may: 'anyone',
  get: async ({ signedIn }) =>
    signedIn
      ? show({
          title: 'Sign out',
          main: html`<h1 class="govuk-heading-l">Do you want to sign out?</h1>
            ${formTag({ body: govukButton({ text: 'Sign out', preventDoubleClick: true }) })}`,
        })
      : see('/'),
  post: async ({ headers, config, db }) => {
    const token = sessionToken(cookieHeader(headers), config)
    if (token !== null) await deleteSessionByToken(db, hashed(token))
    return { kind: 'see', location: '/sign-in', setCookies: [dropCookie(config, 'session')] }
  },
})

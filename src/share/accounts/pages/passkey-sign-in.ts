import { type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { page, show, showAgain, type Context, type Reply } from '#platform/web/page.ts'
import { arrive, nextQuery, ownPage } from '../arrival.ts'
import { tooManyTries } from '../limits.ts'
import { signInHeaders } from '../sign-in/carry.ts'
import { beginPasskeySignIn, signInByPasskey } from '../sign-in/passkeys.ts'
import { answerIn } from './passkey-answer.ts'
import { passkeySignInView } from './passkey.view.ts'
import { tooMany } from './too-many.view.ts'

/** A carer's way in by passkey: the browser knows whose it is, so nobody types who they are. */
export const passkeySignInPage = page({
  path: '/sign-in/passkey',
  door: 'public',
  may: 'anyone',
  query: nextQuery,
  get: async (context) => show(await asking(context, freshForm())),
  post: async (context) => {
    const until = await tooManyTries(context, ['passkey tried, network', context.ip])
    if (until !== null) return tooMany(until)
    const signedIn = await signInByPasskey(context, answerIn(context.body), signInHeaders(context))
    if (!signedIn.ok) return refused(context)
    return arrive(context, signedIn.value.setCookies, ownPage(context.query.next))
  },
})

const asking = async (context: Context, state: FormState) =>
  passkeySignInView(state, await beginPasskeySignIn(context))

const refused = async (context: Context): Promise<Reply> =>
  showAgain(
    await asking(context, withFault({}, 'passkey', 'That passkey does not open an account here')),
  )

import { email } from '#platform/web/fields.ts'
import { form, freshForm } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context, type Reply } from '#platform/web/page.ts'
import { firstPage, nextQuery, ownPage, rememberSigningIn } from '../arrival.ts'
import { sendCode } from '../send-code.ts'
import { tooManyTries } from '../limits.ts'
import { signInView } from './sign-in.view.ts'
import { tooMany } from './too-many.view.ts'

const askForm = form({ email: email('Enter your email address') })

/** A carer's way in: an e-mail address, then a code. The same page follows for every address. */
export const signInPage = page({
  path: '/sign-in',
  door: 'public',
  may: 'anyone',
  query: nextQuery,
  get: async ({ signedIn, actor, config, query }) => {
    const next = ownPage(query.next)
    if (signedIn) return see(next ?? firstPage(actor))
    return show(signInView(freshForm(), { demo: config.demo, next }))
  },
  post: async (context) => {
    const next = ownPage(context.query.next)
    const read = askForm.read(context.body)
    if (!read.ok) return showAgain(signInView(read.error, { demo: context.config.demo, next }))
    return codeSent(context, { email: read.value.email, next })
  },
})

/** Sends a code and leads to the page that asks for it. */
export async function codeSent(
  context: Context,
  of: { readonly email: string; readonly next: string | null },
): Promise<Reply> {
  const until = await tooManyTries(
    context,
    ['code asked, e-mail', of.email],
    ['code asked, network', context.ip],
  )
  if (until !== null) return tooMany(until)
  await sendCode(context, of.email)
  return { kind: 'see', location: '/sign-in/code', setCookies: [rememberSigningIn(context, of)] }
}

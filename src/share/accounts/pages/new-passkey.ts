import { text } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context, type Reply } from '#platform/web/page.ts'
import { getOwnAccount } from '../own-account.ts'
import { headersFor } from '../sign-in/carry.ts'
import { addPasskey, beginPasskey } from '../sign-in/passkeys.ts'
import { answerIn } from './passkey-answer.ts'
import { newPasskeyView, signInAgainView } from './passkey.view.ts'

const nameForm = form({ name: text('Enter a name for this passkey', 60) })

/** Adds a passkey to a carer's account, shortly after they signed in. */
export const newPasskeyPage = page({
  path: '/account/passkeys/new',
  door: 'public',
  may: ['carer'],
  get: async (context) => asked(context, freshForm()),
  post: async (context) => {
    const read = nameForm.read(context.body)
    if (!read.ok) return asked(context, read.error)
    await getOwnAccount(context, 'email_code')
    const added = await addPasskey(
      context,
      { ...answerIn(context.body), ...read.value },
      headersFor(context),
    )
    const fault = 'That passkey could not be added. Try again'
    return added.ok ? see('/account') : asked(context, withFault(context.body, 'name', fault))
  },
})

/**
 * The form with a new challenge: each is good for one answer. Passkeys are the carers' way in: staff
 * come in as their organisation says.
 */
async function asked(context: Context, state: FormState): Promise<Reply> {
  const account = await getOwnAccount(context, 'email_code')
  const ceremony = await beginPasskey(context, account, headersFor(context))
  if (!ceremony.ok) return { kind: 'view', view: signInAgainView, status: 401 }
  const view = newPasskeyView(state, ceremony.value)
  return state.faults.length > 0 ? showAgain(view) : show(view)
}

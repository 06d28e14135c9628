import { ok, refused, type Result } from '#platform/lib/result.ts'
import { text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState, withFault } from '#platform/web/form.ts'
import {
  page,
  see,
  show,
  showAgain,
  type Context,
  type PageView,
  type Reply,
} from '#platform/web/page.ts'
import { arrive, signingInOf } from '../arrival.ts'
import { tooManyTries } from '../limits.ts'
import { recoveryCodeFrom } from '../recovery-codes.ts'
import type { Answered, RefusalCode } from '../sign-in/ask.ts'
import { signInHeaders } from '../sign-in/carry.ts'
import { completeByApp, completeByRecoveryCode } from '../sign-in/second-step.ts'
import { sixDigits } from './code.ts'
import { recoveryCodeView, staffCodeView } from './staff-code.view.ts'
import { tooMany } from './too-many.view.ts'

const appForm = form({ code: sixDigits })
const recoveryForm = form({ code: text('Enter one of your recovery codes', 40) })

/** The second step: a code from the authenticator app. */
export const staffCodePage = page({
  path: '/sign-in/staff/code',
  door: 'public',
  may: 'anyone',
  get: async () => show(staffCodeView(freshForm())),
  post: async (context) => {
    const read = appForm.read(context.body)
    if (!read.ok) return showAgain(staffCodeView(read.error))
    return complete(context, staffCodeView, () =>
      completeByApp(context, read.value.code, signInHeaders(context)),
    )
  },
})

/** The second step without the app: one of the codes that were written down. */
export const recoveryCodePage = page({
  path: '/sign-in/staff/recovery-code',
  door: 'public',
  may: 'anyone',
  get: async () => show(recoveryCodeView(freshForm())),
  post: async (context) => {
    const read = recoveryForm.read(context.body)
    if (!read.ok) return showAgain(recoveryCodeView(read.error))
    return complete(context, recoveryCodeView, () =>
      completeByRecoveryCode(context, recoveryCodeFrom(read.value.code), signInHeaders(context)),
    )
  },
})

async function complete(
  context: Context,
  view: (state: FormState) => PageView,
  step: () => Promise<Result<Answered<unknown>, RefusalCode>>,
): Promise<Reply> {
  const until = await tooManyTries(context, ['second step tried, network', context.ip])
  if (until !== null) return tooMany(until)
  const done = await step()
  if (done.ok) return arrive(context, done.value.setCookies, signingInOf(context)?.next ?? null)
  const fault = faultOf(done.error)
  return fault.ok ? showAgain(view(withFault({}, 'code', fault.value))) : see(fault.error)
}

/** What to say beside the code, or where to start again. */
function faultOf(code: RefusalCode): Result<string, string> {
  switch (code) {
    case 'CODE_USED':
      return ok('This code was used already. Wait for the next one')
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return ok('Too many wrong codes. Wait 15 minutes, then try again')
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return ok('This code is not right. Check it and try again')
    default:
      return refused('/sign-in/staff')
  }
}

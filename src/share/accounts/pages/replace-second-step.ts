import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukPasswordInput } from '#platform/govuk/password-input.ts'
import { html } from '#platform/lib/html.ts'
import { text } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import { page, show, showAgain, type PageView } from '#platform/web/page.ts'
import { tooManyTries } from '../limits.ts'
import { longestPassword } from '../password.rules.ts'
import { getOwnAccount } from '../own-account.ts'
import { deleteCompleteSessions } from '../sign-in.sql.ts'
import { headersFor } from '../sign-in/carry.ts'
import { dropSecondStep } from '../sign-in/second-step.ts'
import { tooMany } from './too-many.view.ts'

const passwordForm = form({ password: text('Enter your password', longestPassword) })

/**
 * A new phone: takes the old authenticator app away and leads to setting up another. Everywhere else
 * the account is signed out, and here it opens nothing until the new app has shown its first code.
 */
export const replaceSecondStepPage = page({
  path: '/account/second-step',
  door: 'public',
  may: 'signed-in',
  get: async (context) => {
    await getOwnAccount(context, 'password')
    return show(view(freshForm()))
  },
  post: async (context) => {
    const { email, id } = await getOwnAccount(context, 'password')
    const read = passwordForm.read(context.body)
    if (!read.ok) return showAgain(view(read.error))
    const until = await tooManyTries(context, ['password tried, e-mail', email])
    if (until !== null) return tooMany(until)
    const dropped = await dropSecondStep(context, read.value.password, headersFor(context))
    if (!dropped.ok) return showAgain(view(withFault({}, 'password', 'The password is not right')))
    await deleteCompleteSessions(context.db, id)
    return {
      kind: 'see',
      location: '/sign-in/staff/second-step',
      setCookies: dropped.value.setCookies,
    }
  },
})

function view(state: FormState): PageView {
  const password = govukPasswordInput({
    ...fieldOf(state, 'password'),
    value: '',
    label: { text: 'Your password' },
  })
  return {
    title: 'Set up your second step again',
    before: govukBackLink({ text: 'Back', href: '/account' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Set up your second step again</h1>
      <p class="govuk-body">
        Your app and recovery codes so far stop working at once, and you are signed out everywhere
        else.
      </p>
      ${formTag({ body: html`${password} ${govukButton({ text: 'Continue', preventDoubleClick: true })}` })}`,
  }
}

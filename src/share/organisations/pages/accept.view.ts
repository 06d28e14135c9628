import { dutyNames } from '#platform/access/duties.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukPanel } from '#platform/govuk/panel.ts'
import { govukPasswordInput } from '#platform/govuk/password-input.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { shortestPassword } from '#share/accounts/password.rules.ts'
import type { Account } from '#share/accounts/account.ts'
import type { NamedInvitation } from '../invitations.sql.ts'
import { periodInWords } from './frame.view.ts'

export function acceptView(invitation: NamedInvitation, state: FormState): PageView {
  const title = `${invitation.organisation} invites you to Alongside`
  const { duties, since, until, email, signIn } = invitation
  return {
    title,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">${title}</h1>
        ${govukSummaryList({
          rows: [
            { key: { text: 'Your email address' }, value: { text: email } },
            {
              key: { text: 'Your part' },
              value: { text: duties.map((duty) => dutyNames[duty]).join(', ') },
            },
            { key: { text: 'When' }, value: { text: periodInWords(since, until) } },
          ],
        })}
        ${formTag({
          body: html`${govukInput({ ...fieldOf(state, 'name'), label: { text: 'Your name' }, autocomplete: 'name' })}
          ${signIn === 'password' ? passwordField(state) : bySingleSignOn}
          ${govukButton({ text: 'Accept', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}

const passwordField = (state: FormState): Html =>
  govukPasswordInput({
    ...fieldOf(state, 'password'),
    value: '',
    label: { text: 'Choose a password' },
    hint: {
      text: `${shortestPassword} characters or more. Three words that do not belong together are easy to remember and hard to guess.`,
    },
    autocomplete: 'new-password',
  })

const bySingleSignOn = html`<p class="govuk-body">
  You will sign in with your work account: there is no password to choose.
</p>`

export function acceptedView(account: Account, organisation: string): PageView {
  const next =
    account.signIn === 'sso'
      ? nothing
      : html`<p class="govuk-body">
          When you sign in for the first time you set up an authenticator app on your phone. Have it
          at hand.
        </p>`
  return {
    title: 'Your account is ready',
    main: html`${govukPanel({ titleText: 'Your account is ready', text: `You work with Alongside for ${organisation}` })}
    ${next}
    ${govukButton({ text: 'Sign in', href: account.signIn === 'sso' ? '/sign-in/staff/sso' : '/sign-in/staff' })}`,
  }
}

export const goneView: PageView = {
  title: 'This invitation can no longer be used',
  main: html`<h1 class="govuk-heading-l">This invitation can no longer be used</h1>
    <p class="govuk-body">
      It was used already, withdrawn, replaced by a newer one, or is more than 7 days old. Ask
      whoever invited you to send it again.
    </p>
    <p class="govuk-body">
      If you accepted it, <a class="govuk-link" href="/sign-in/staff">sign in here</a>.
    </p>`,
}

export const tooManyView: PageView = {
  title: 'Too many tries',
  main: html`<h1 class="govuk-heading-l">Too many tries</h1>
    <p class="govuk-body">Wait an hour, then open the link of your invitation again.</p>`,
}

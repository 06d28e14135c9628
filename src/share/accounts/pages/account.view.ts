import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { dutyNames, type Duty } from '#platform/access/duties.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { inWords, londonDay, timeInWords, type IsoInstant } from '#platform/lib/dates.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { wayInNames, type Account } from '../account.ts'
import { deviceName } from '../device.ts'
import type { PasskeyRow } from '../passkeys.sql.ts'
import type { SessionRow } from '../sign-in.sql.ts'

export type AccountShown = {
  readonly account: Account
  readonly charges: readonly { readonly organisation: string; readonly duties: readonly string[] }[]
  readonly sessions: readonly SessionRow[]
  readonly passkeys: readonly PasskeyRow[]
  /** The session of this very browser. */
  readonly here: string | null
}

export function accountView(shown: AccountShown): PageView {
  const { account } = shown
  return {
    title: 'Your account',
    before: account.personId === null ? nothing : govukBackLink({ text: 'Your page', href: '/my' }),
    main: html`<h1 class="govuk-heading-l">Your account</h1>
      ${about(shown)} ${account.personId === null ? nothing : whoLooked}
      ${account.signIn === 'email_code' ? passkeys(shown.passkeys) : nothing}
      ${account.signIn === 'password' ? secondStep : nothing} ${sessions(shown)}`,
  }
}

function about({ account, charges }: AccountShown): Html {
  const duties = charges.map(
    ({ organisation, duties: held }) =>
      html`<p class="govuk-body govuk-!-margin-bottom-1">
        ${held.map((duty) => dutyNames[duty as Duty]).join(', ')} at ${organisation}
      </p>`,
  )
  return govukSummaryList({
    rows: [
      { key: { text: 'Name' }, value: { text: account.displayName } },
      { key: { text: 'Email address' }, value: { text: account.email } },
      { key: { text: 'You sign in with' }, value: { text: wayInNames[account.signIn] } },
      duties.length > 0 && { key: { text: 'Duties' }, value: { html: html`${duties}` } },
    ],
  })
}

const whoLooked = html`<h2 class="govuk-heading-m">Who looked at your record</h2>
  <p class="govuk-body">
    <a class="govuk-link" href="/my/who-looked">See who looked at your record, and when</a>
  </p>`

function passkeys(rows: readonly PasskeyRow[]): Html {
  const list = govukSummaryList({
    rows: rows.map(({ id, name, createdAt }) => ({
      key: { text: name },
      value: {
        html: html`Added on ${inWords(londonDay(createdAt))}
        ${actionButton({ action: `/account/passkeys/${id}/remove`, text: `Remove ${name}`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}`,
      },
    })),
  })
  return html`<h2 class="govuk-heading-m">Passkeys</h2>
    ${rows.length === 0 ? html`<p class="govuk-body">With a passkey you sign in by your finger, your face or your PIN.</p>` : list}
    ${govukButton({ text: 'Add a passkey', href: '/account/passkeys/new', classes: 'govuk-button--secondary' })}`
}

const secondStep = html`<h2 class="govuk-heading-m">Second step</h2>
  <p class="govuk-body">
    Your authenticator app is set up. If you have a new phone, or used up your recovery codes,
    <a class="govuk-link" href="/account/second-step">set it up again</a>. To change your password,
    <a class="govuk-link" href="/sign-in/staff/password">ask for a link</a>.
  </p>`

function sessions({ sessions: rows, here }: AccountShown): Html {
  const list = govukSummaryList({
    rows: rows.map((row) => ({
      key: { text: deviceName(row.userAgent) },
      value: {
        html: html`<p class="govuk-body">
            Since ${moment(row.createdAt)}.
            ${row.id === here ? 'You are here now.' : html`Last used ${moment(row.lastSeenAt)}.`}
          </p>
          ${row.id === here ? nothing : endButton(row)}`,
      },
    })),
  })
  return html`<h2 class="govuk-heading-m">Where you are signed in</h2>
    ${list}
    ${actionButton({ action: '/account/sign-out-everywhere', text: 'Sign out everywhere', classes: 'govuk-button--warning' })}`
}

const endButton = (row: SessionRow): Html =>
  actionButton({
    action: `/account/sessions/${row.id}/end`,
    text: `Sign out ${deviceName(row.userAgent)}`,
    classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
  })

const moment = (at: IsoInstant): string => `${inWords(londonDay(at))} at ${timeInWords(at)}`

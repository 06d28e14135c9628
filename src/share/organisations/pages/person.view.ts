import { govukButton } from '#platform/govuk/button.ts'
import { govukNotificationBanner } from '#platform/govuk/notification-banner.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { govukTable } from '#platform/govuk/table.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Account } from '#share/accounts/account.ts'
import type { AccountEvent } from '#share/accounts/account-events.sql.ts'
import { deviceName } from '#share/accounts/device.ts'
import type { SessionRow } from '#share/accounts/sign-in.sql.ts'
import type { Held } from '../people.sql.ts'
import { adminPage, dutiesInWords, moment, periodInWords, quiet, waysIn } from './frame.view.ts'

export type PersonShown = {
  readonly account: Account
  readonly held: readonly Held[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly sessions: readonly SessionRow[]
  readonly events: readonly AccountEvent[]
  readonly today: IsoDate
  readonly isSelf: boolean
  readonly said: 'asked' | null
}

export function personView(shown: PersonShown): PageView {
  const { account, said } = shown
  return adminPage({
    title: account.displayName,
    current: '/admin/people',
    back: { text: 'People who work here', href: '/admin/people' },
    wide: true,
    main: html`${said === 'asked' ? asked : nothing}
      <h1 class="govuk-heading-l">${account.displayName}</h1>
      ${about(shown)} ${duties(shown)} ${account.active ? sessions(shown) : nothing}
      ${events(shown.events)} ${account.active ? leaving(shown) : reopening(account)}`,
  })
}

const asked = govukNotificationBanner({
  html: html`<p class="govuk-notification-banner__heading">
    A second administrator has to agree. The duty begins when they do.
  </p>`,
})

const about = ({ account, teams }: PersonShown): Html =>
  govukSummaryList({
    rows: [
      { key: { text: 'Email address' }, value: { text: account.email } },
      { key: { text: 'Signs in by' }, value: { text: waysIn[account.signIn] } },
      { key: { text: 'Account' }, value: { text: account.active ? 'Open' : 'Closed' } },
      teams.length > 0 && {
        key: { text: 'Teams' },
        value: { text: teams.map(({ name }) => name).join(', ') },
      },
    ],
  })

function duties({ account, held, today }: PersonShown): Html {
  const table = govukTable({
    caption: 'Duties',
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'Duty' }, { text: 'Organisation' }, { text: 'When' }, { text: 'Change' }],
    rows: held.map((row) => [
      { text: dutiesInWords(row.duties) },
      { text: row.organisation },
      {
        text: `${periodInWords(row.since, row.until)}${row.byRule ? ', by single sign-on' : ''}`,
      },
      { html: row.until !== null && row.until < today ? html`Ended` : takeButton(account, row) },
    ]),
  })
  const more = govukButton({
    text: 'Give a duty',
    href: `/admin/people/${account.id}/duties`,
    classes: 'govuk-button--secondary',
  })
  return html`${
    held.length === 0
      ? html`<h2 class="govuk-heading-m">Duties</h2>
          <p class="govuk-body">None.</p>`
      : scrollable({ label: 'Duties', body: table })
  }
  ${account.active ? more : nothing}`
}

const takeButton = (account: Account, row: Held): Html =>
  actionButton({
    action: `/admin/people/${account.id}/duties/${row.id}/take`,
    text: `Take ${dutiesInWords(row.duties).toLowerCase()} away`,
    classes: quiet,
  })

function sessions({ account, sessions: rows }: PersonShown): Html {
  if (rows.length === 0)
    return html`<h2 class="govuk-heading-m">Where they are signed in</h2>
      <p class="govuk-body">Nowhere.</p>
      ${secondStep(account)}`
  const table = govukTable({
    caption: 'Where they are signed in',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'Where' }, { text: 'Since' }, { text: 'Last used' }, { text: 'End' }],
    rows: rows.map((row, place) => [
      { text: deviceName(row.userAgent) },
      { text: moment(row.createdAt) },
      { text: moment(row.lastSeenAt) },
      {
        html: actionButton({
          action: `/admin/people/${account.id}/sessions/${row.id}/end`,
          text: `End session ${place + 1}`,
          classes: quiet,
        }),
      },
    ]),
  })
  return html`${scrollable({ label: 'Where they are signed in', body: table })}
  ${actionButton({ action: `/admin/people/${account.id}/sessions/end`, text: 'Sign them out everywhere', classes: 'govuk-button--secondary' })}
  ${secondStep(account)}`
}

const secondStep = (account: Account): Html =>
  account.signIn === 'password'
    ? actionButton({
        action: `/admin/people/${account.id}/second-step`,
        text: 'Take the lost authenticator app away',
        classes: 'govuk-button--secondary',
      })
    : nothing

function events(rows: readonly AccountEvent[]): Html {
  if (rows.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What was done to the account</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${rows.map(({ at, what, by }) => html`<li>${moment(at)}: ${what}${by === null ? '' : `, by ${by}`}</li>`)}
    </ul>`
}

const leaving = ({ account, isSelf }: PersonShown): Html =>
  isSelf
    ? nothing
    : govukButton({
        text: 'Close the account: they left',
        href: `/admin/people/${account.id}/close`,
        classes: 'govuk-button--warning',
      })

const reopening = (account: Account): Html =>
  html`${actionButton({ action: `/admin/people/${account.id}/open-again`, text: 'Open the account again', classes: 'govuk-button--secondary' })}
    <p class="govuk-body">It opens without duties: give them anew.</p>`

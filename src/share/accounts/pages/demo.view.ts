import { dutyNames } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { demoOrganisations, demoPeople, type DemoPerson } from '../demo-people.ts'
import type { DemoAccount } from '../demo.sql.ts'

export function demoView(accounts: readonly DemoAccount[], next: string | null): PageView {
  const carers = accounts.filter(({ isCarer }) => isCarer)
  const staff = accounts.filter(({ isCarer }) => !isCarer)
  const rows = (of: readonly DemoAccount[]) =>
    html`<ul class="govuk-list">
      ${of.map((account) => personRow(account, next))}
    </ul>`
  return {
    title: 'Choose a demo person',
    before: govukBackLink({ text: 'Back', href: '/sign-in' }),
    main: html`<h1 class="govuk-heading-l">Choose a demo person</h1>
      ${govukWarningText({ text: 'This is a demo. Everybody in it is invented, and anybody can sign in.' })}
      ${
        carers.length === 0
          ? nothing
          : html`<h2 class="govuk-heading-m">A carer</h2>
              ${rows(carers)}`
      }
      <h2 class="govuk-heading-m">People who work with carers</h2>
      ${rows(staff)}`,
  }
}

const dutiesOf = ({ duties }: DemoPerson): string =>
  duties
    .map((duty) => dutyNames[duty])
    .join(' and ')
    .toLowerCase()

function personRow(account: DemoAccount, next: string | null): Html {
  const person = demoPeople.find(({ email }) => email === account.email)
  const where =
    person === undefined
      ? 'on the carers’ register'
      : `${dutiesOf(person)} at ${demoOrganisations[person.at].name}`
  const comesTo = person?.comesTo ?? 'See their own record, plan and messages'
  return html`<li>
    <p class="govuk-body govuk-!-margin-bottom-1">
      <strong>${account.displayName}</strong>, ${where}<br />${comesTo}
    </p>
    ${actionButton({
      action: '/sign-in/demo',
      text: `Sign in as ${account.displayName}`,
      fields: { account: account.id, ...(next === null ? {} : { next }) },
      classes: 'govuk-button--secondary',
    })}
  </li>`
}

import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import {
  dayInWords,
  inWords,
  isoDate,
  londonDay,
  timeInWords,
  type IsoDate,
} from '#platform/lib/dates.ts'
import { html, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { actionButton } from '#platform/web/form-view.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { contactOutcomes, contactTitle, type Contact, type ContactOutcome } from '../contact.ts'

export function contactView(of: {
  readonly contact: Contact
  readonly person: Person
  readonly today: IsoDate
}): Html {
  const { contact, person } = of
  const name = fullName(person)
  const rows: (readonly [string, HtmlValue])[] = [
    ['With', html`<a class="govuk-link" href="/carers/${person.id}">${name}</a>`],
    ['When', `${dayInWords(londonDay(contact.at))}, ${timeInWords(contact.at)}`],
    ['How', contactTitle(contact)],
    ['By', contact.by ?? 'Alongside'],
    [
      'What came of it',
      contactOutcomes[contact.outcome as ContactOutcome]?.words ?? contact.outcome ?? '',
    ],
    ['What was said', html`<span class="app-words">${contact.words}</span>`],
    ...(contact.breaksDiscussed === true ? [['Breaks', 'Talked about'] as const] : []),
    ...(contact.assessmentAskedFor
      ? [['Assessment', 'They asked for one: its clock runs from this day'] as const]
      : []),
    ...(contact.withheld ? [['Kept from the carer’s view', 'Yes'] as const] : []),
  ]
  return html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${name}` })}
    <h1 class="govuk-heading-l">Contact with ${name}</h1>
    ${govukSummaryList({
      rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
    })}
    ${contact.followUpOn === null ? nothing : promiseView(contact, isoDate(contact.followUpOn), of.today)}`
}

function promiseView(contact: Contact, dueOn: IsoDate, today: IsoDate): Html {
  const done = contact.followUpDoneAt
  const late = done === null && dueOn < today
  return html`<section class="govuk-inset-text" aria-labelledby="promise">
    <h2 class="govuk-heading-m" id="promise">
      ${done === null ? 'Promised' : 'Promised and kept'}: ${contact.followUp ?? ''}
    </h2>
    <p class="govuk-body">
      ${contact.promisedBy ?? 'Somebody'}, by
      ${late ? html`<strong class="app-overdue">${dayInWords(dueOn)}</strong>` : dayInWords(dueOn)}${done === null ? '' : `; kept ${inWords(londonDay(done))}`}
    </p>
    ${done === null ? keepIt(contact) : nothing}
  </section>`
}

const keepIt = (contact: Contact): Html =>
  html`<div class="govuk-button-group">
    ${govukButton({
      text: 'Log the contact that keeps it',
      href: `/carers/${contact.personId}/contacts/new?keeps=${contact.id}`,
    })}
    ${actionButton({
      action: `/contacts/${contact.id}/kept`,
      text: 'It is done: tick it off',
      classes: 'govuk-button--secondary',
    })}
  </div>`

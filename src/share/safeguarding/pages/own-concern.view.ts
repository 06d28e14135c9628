import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { dayInWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { html, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { kindNames, states, type Concern, type ConcernState } from '../concern.ts'

const knows: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  not_safe: 'No: it would not be safe',
}

/** What was raised, as it was raised. */
export function raisedView(concern: Concern): Html {
  const rows: readonly (readonly [string, HtmlValue])[] = [
    ['About', `${concern.aboutName}, ${concern.about === 'child' ? 'a child' : 'an adult'}`],
    [
      'Raised',
      `${dayInWords(londonDay(concern.raisedAt))}, ${timeInWords(concern.raisedAt)}, by ${concern.raisedByName}`,
    ],
    ['In danger now', concern.inDanger ? 'Yes' : 'No'],
    ...(concern.kinds.length === 0 ? [] : [['Kind of harm', kindNames(concern)] as const]),
    ['What worries', html`<span class="app-words">${concern.words}</span>`],
    ...(concern.wishes === null
      ? []
      : [
          [
            'What they want to happen',
            html`<span class="app-words">${concern.wishes}</span>`,
          ] as const,
        ]),
    ['Knows that it was raised', knows[concern.personKnows] ?? ''],
  ]
  return govukSummaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
  })
}

/** A concern for whoever raised it: how far it is and what they are told, and nothing of the rest. */
export function ownConcernView(concern: Concern): Html {
  const told =
    concern.toldWords === null || concern.toldAt === null
      ? html`<p class="govuk-body">
          The safeguarding lead reads it today and tells you here what came of it. If anything
          changes, raise another concern or ring them. If somebody is in danger, ring 999.
        </p>`
      : govukInsetText({
          html: html`<p class="govuk-body">
              <strong>What came of it</strong>, ${dayInWords(londonDay(concern.toldAt))}
            </p>
            <p class="govuk-body app-words">${concern.toldWords}</p>`,
        })
  return html`${govukBackLink({ href: '/safeguarding', text: 'Safeguarding concerns' })}
    <h1 class="govuk-heading-l">Your concern about ${concern.aboutName}</h1>
    <p class="govuk-body-l">
      Reference <strong>${concern.reference}</strong>:
      ${states[concern.state as ConcernState].toLowerCase()}
    </p>
    ${told} ${raisedView(concern)}`
}

import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { basisWords, wayWords, type Basis } from '../agreement.ts'
import { lasts } from '../agreement.rules.ts'
import type { Agreement } from '../agreements.sql.ts'
import { capital, inASentence, purposeWords } from '../purposes.ts'

export function sharingView(
  person: Person,
  agreements: readonly Agreement[],
  today: IsoDate,
): Html {
  const name = fullName(person)
  const lasting = agreements.filter((each) => lasts(each, today))
  const over = agreements.filter((each) => !lasts(each, today))
  return html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${name}` })}
    <h1 class="govuk-heading-l">What ${name} shares, and with whom</h1>
    <p class="govuk-body">
      Agreement to share is not the lawful basis of statutory work, and a refusal is honoured. To
      protect somebody from harm no agreement is needed: write down the decision.
    </p>
    ${lasting.length === 0 ? html`<p class="govuk-body">Nothing is shared by agreement.</p>` : nothing}
    ${lasting.map((each) => card(each, person, true))}
    ${govukButton({ text: 'Write down an agreement', href: `/carers/${person.id}/sharing/new` })}
    ${over.length === 0 ? nothing : html`<h2 class="govuk-heading-m">Ended</h2>`}
    ${over.map((each) => card(each, person, false))}`
}

function card(agreement: Agreement, person: Person, open: boolean): Html {
  const { id, organisation, purposes, agreedOn, until, endedOn, endedHow, howGiven } = agreement
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const writer = agreement.writtenDownBy
  const by = writer === null || howGiven === 'online' ? '' : `, written down by ${writer}`
  const said = `${fullName(person)} ${wayWords[howGiven] ?? 'agreed'} on ${inWords(isoDate(agreedOn))}${by}`
  const end = { href: `/carers/${person.id}/sharing/${id}/end`, text: 'End' }
  const actions = {
    actions: { items: [{ ...end, visuallyHiddenText: ` the agreement with ${organisation}` }] },
  }
  return govukSummaryList({
    card: { title: { text: organisation }, ...(open ? actions : {}) },
    rows: [
      row('May know', capital(inASentence(purposes, purposeWords))),
      row('How it was given', said),
      row('Basis', basisWords[agreement.basis as Basis]),
      row('Until', until === null ? 'it is ended' : inWords(isoDate(until))),
      ...(endedOn === null
        ? []
        : [
            row(
              'Ended',
              `${inWords(isoDate(endedOn))}: ${wayWords[endedHow ?? ''] ?? 'no way noted'}`,
            ),
          ]),
    ],
  })
}

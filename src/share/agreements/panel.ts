import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { CarerPanel, RecordPanel } from '#platform/room.ts'
import { lasts } from './agreement.rules.ts'
import { listAgreements, type Agreement } from './agreements.sql.ts'
import { capital, inASentence, ownPurposeWords, purposeWords } from './purposes.ts'

/** With whom the record is shared by the carer's agreement, and what of it. */
export const sharedWith: RecordPanel = {
  id: 'shared-with',
  side: 'facts',
  order: 60,
  show: async (tx, { personId, today }) => {
    const lasting = (await listAgreements(tx, personId)).filter((each) => lasts(each, today))
    const facts = lasting.map(({ organisation, purposes, agreedOn }) => ({
      name: organisation,
      value: `${capital(inASentence(purposes, purposeWords))}, agreed ${inWords(isoDate(agreedOn))}`,
    }))
    return {
      title: 'Shared with',
      body: html`${facts.length === 0 ? html`<p class="govuk-body-s">Nobody by agreement</p>` : factList({ facts })}
        <p class="govuk-body-s">
          <a class="govuk-link" href="/carers/${personId}/sharing">What is shared, and with whom</a>
        </p>`,
    }
  },
}

/** The same on the carer's own page, in their words. */
export const whoMayKnow: CarerPanel = {
  id: 'who-may-know',
  order: 80,
  show: async (tx, { personId, today }) => {
    const lasting = (await listAgreements(tx, personId)).filter((each) => lasts(each, today))
    return {
      title: 'Who may know what',
      body: html`${lasting.length === 0 ? html`<p class="govuk-body">You have not agreed to share your record with anybody else.</p>` : ownList(lasting)}
        <p class="govuk-body">
          <a class="govuk-link" href="/my/sharing">Choose who may know what</a>
        </p>`,
    }
  },
}

const ownList = (lasting: readonly Agreement[]): Html =>
  html`<ul class="govuk-list govuk-list--spaced">
    ${lasting.map(
      ({ organisation, purposes, until }) =>
        html`<li>
          <strong>${organisation}</strong> may know
          ${inASentence(purposes, ownPurposeWords)}${until === null ? nothing : html`, until ${inWords(isoDate(until))}`}.
        </li>`,
    )}
  </ul>`

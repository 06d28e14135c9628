import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukPanel } from '#platform/govuk/panel.ts'
import { doorLinks } from '#platform/govuk/own/door-links.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import { lineField, selectField } from '#people/persons/fields.view.ts'
import type { Door } from '../door.ts'
import { doorFields } from '../door-form.view.ts'
import type { Organisation } from '../organisations.sql.ts'
import type { Standing } from '../receipt.sql.ts'

export const whoRingsView = (doors: readonly Door[]): Html =>
  html`${govukBackLink({ href: '/referrals', text: 'Back to referrals' })}
    <h1 class="govuk-heading-l">Take a referral by telephone</h1>
    <p class="govuk-body">Who is ringing?</p>
    ${doorLinks(
      doors.map(({ slug, name, lead }) => ({
        text: name,
        href: `/referrals/take/${slug}`,
        about: lead,
      })),
    )}`

export function takeDoorView(of: {
  readonly door: Door
  readonly senders: readonly Organisation[]
  readonly state: FormState
}): Html {
  const { door, state } = of
  return html`${govukBackLink({ href: '/referrals/take', text: 'Somebody else rings' })}
    ${faultSummary(state)}
    <h1 class="govuk-heading-l">By telephone: ${door.name.toLowerCase()}</h1>
    ${formTag({
      body: html`${door.source === 'self' ? nothing : whoRings(of)}
      ${doorFields(door, state, { sender: 'whoever rings' })}
      ${govukButton({ text: 'Take it down', preventDoubleClick: true })}`,
    })}`
}

function whoRings(of: {
  readonly door: Door
  readonly senders: readonly Organisation[]
  readonly state: FormState
}): Html {
  const { door, senders, state } = of
  return html`<h2 class="govuk-heading-m">Who is ringing</h2>
    ${lineField(state, { name: 'senderName', label: 'Their name' })}
    ${
      senders.length === 0
        ? nothing
        : selectField(state, {
            name: 'organisation',
            label: 'For whom they ring',
            hint: 'Only if you are sure who is ringing: that organisation then sees the referral as its own',
            options: senders.map(({ id, name }) => [String(id), name] as const),
            blank: 'Not one of these',
          })
    }
    ${
      door.organisationWords === null
        ? nothing
        : lineField(state, { name: 'senderOrganisation', label: 'Or in words' })
    }
    ${lineField(state, {
      name: 'senderTelephone',
      label: 'A number to ring them back',
      type: 'tel',
      width: 'govuk-input--width-20',
    })}`
}

export function takenView(of: {
  readonly receipt: Standing
  readonly steps: readonly string[]
  /** Where the worker opens it; null where it went to another organisation. */
  readonly href: string | null
}): Html {
  const { receipt, steps, href } = of
  return html`${govukPanel({
      titleText: 'Referral taken',
      html: html`Reference to read out<br /><strong>${receipt.reference}</strong>`,
    })}
    <h2 class="govuk-heading-m">What to say happens next</h2>
    <ol class="govuk-list govuk-list--number">
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${
      href === null
        ? html`<p class="govuk-body">
            ${receipt.organisation} has
            it${receipt.telephone === null ? '' : `: ${receipt.telephone}`}.
          </p>`
        : govukButton({ text: 'Open it, with the records it may belong to', href })
    }
    <p class="govuk-body"><a class="govuk-link" href="/referrals/take">Take another</a></p>`
}

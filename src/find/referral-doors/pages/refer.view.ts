import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { doorLinks } from '#platform/govuk/own/door-links.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import { lineField } from '#people/persons/fields.view.ts'
import type { Door } from '../door.ts'
import { doorFields } from '../door-form.view.ts'

export function doorsView(doors: readonly Door[]): Html {
  const mine = [
    { text: 'For myself', href: '/register', about: 'I look after someone' },
    {
      text: 'For myself, and I am under 18',
      href: '/young-carers/register',
      about: 'I help at home',
    },
  ]
  const others = doors.map(({ name, slug, lead }) => ({
    text: name,
    href: `/refer/${slug}`,
    about: lead,
  }))
  return html`<h1 class="govuk-heading-xl">Who looks after someone?</h1>
    <p class="govuk-body-l">
      Tell us, and we ring them. Nobody needs an account, and nobody needs an email address.
    </p>
    ${doorLinks(mine)}
    <h2 class="govuk-heading-m">For somebody else: who are you?</h2>
    ${doorLinks(others)}
    <p class="govuk-body">
      Does your organisation have an account?
      <a class="govuk-link" href="/referrals/new">Sign in and refer</a>: then you see what becomes
      of all you sent.
    </p>
    <p class="govuk-body">
      Did you send one before? See
      <a class="govuk-link" href="/refer/where-it-stands">where it stands</a>.
    </p>`
}

export const visitorsDoorView = (door: Door, state: FormState): Html =>
  html`${govukBackLink({ href: '/refer', text: 'Back' })} ${faultSummary(state)}
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">${door.title}</h1>
        <p class="govuk-body">${door.lead}</p>
        ${formTag({
          body: html`${doorFields(door, state, { sender: null })} ${you(door, state)}
          ${govukButton({ text: 'Send', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`

const you = (door: Door, state: FormState): Html =>
  html`<h2 class="govuk-heading-m">You</h2>
    ${lineField(state, { name: 'senderName', label: 'Your name' })}
    ${
      door.organisationWords === null
        ? nothing
        : lineField(state, { name: 'senderOrganisation', label: door.organisationWords })
    }
    ${lineField(state, {
      name: 'senderTelephone',
      label: 'Your telephone number, if we may ring you',
      hint: 'So that we can ask, and tell you what became of it',
      type: 'tel',
      width: 'govuk-input--width-20',
    })}`

import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { inWords, londonDay } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import {
  choiceOf,
  choicesOf,
  faultSummary,
  fieldOf,
  formTag,
  hidden,
} from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { type SystemScope, systemScopes } from '../scopes.ts'
import type { RegisteredSystem, SystemOrganisation } from '../systems.sql.ts'

export function systemsView(systems: readonly RegisteredSystem[]): Html {
  return html`<h1 class="govuk-heading-l">Systems</h1>
    <p class="govuk-body">
      Systems of partners that read and write here by themselves, each with the rights of its
      organisation and no more.
    </p>
    ${govukButton({ text: 'Register a system', href: '/systems/new' })}
    ${systems.length === 0 ? html`<p class="govuk-body">No system is registered.</p>` : listOf(systems)}`
}

function listOf(systems: readonly RegisteredSystem[]): Html {
  return scrollable({
    label: 'Systems',
    body: govukTable({
      head: ['System', 'Organisation', 'Registered', 'State'].map((text) => ({ text })),
      rows: systems.map(({ id, name, organisation, registeredAt, endedAt }) => [
        { html: html`<a class="govuk-link" href="/systems/${id}">${name}</a>` },
        { text: organisation },
        { text: onDay(registeredAt) },
        { text: endedAt === null ? 'May come in' : `Shut out on ${onDay(endedAt)}` },
      ]),
    }),
  })
}

const onDay = (stored: string): string => inWords(londonDay(stored.replace(' ', 'T')))

export function newSystemView(of: {
  readonly state: FormState
  readonly organisations: readonly SystemOrganisation[]
}): Html {
  const { state, organisations } = of
  return html`${faultSummary(state)} ${govukBackLink({ text: 'Back', href: '/systems' })}
    <h1 class="govuk-heading-l">Register a system</h1>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${govukInput({ ...fieldOf(state, 'name'), label: { text: 'Name of the system' } })}
      ${govukSelect({
        ...fieldOf(state, 'organisation'),
        value: choiceOf(state, 'organisation').value,
        label: { text: 'Organisation it belongs to' },
        items: [
          { value: '', text: 'Select one' },
          ...organisations.map(({ id, name }) => ({ value: String(id), text: name })),
        ],
      })}
      ${govukCheckboxes({
        ...choicesOf(state, 'scopes'),
        fieldset: { legend: { text: 'What it may do' } },
        items: Object.entries(systemScopes).map(([value, text]) => ({ value, text })),
      })}
      ${govukTextarea({
        ...fieldOf(state, 'keys'),
        label: { text: 'Its public keys' },
        hint: {
          text: 'A JWK set, {"keys": […]}, of RSA keys (RS384) or keys on P-384 (ES384). Never a private key.',
        },
        rows: 8,
        spellcheck: false,
      })}
      ${govukButton({ text: 'Register', preventDoubleClick: true })}`,
    })}`
}

export function systemView(system: RegisteredSystem, address: string): Html {
  const facts = [
    { name: 'Organisation', value: system.organisation },
    { name: 'Its id (client_id)', value: system.id },
    { name: 'Where it gets its token', value: `${address}/oauth/token` },
    { name: 'FHIR', value: `${address}/fhir/r4` },
    { name: 'Public keys', value: String(system.keys) },
    { name: 'Registered', value: onDay(system.registeredAt) },
    ...(system.endedAt === null ? [] : [{ name: 'Shut out', value: onDay(system.endedAt) }]),
  ]
  return html`${govukBackLink({ text: 'All systems', href: '/systems' })}
    <h1 class="govuk-heading-l">${system.name}</h1>
    ${factList({ facts })}
    <h2 class="govuk-heading-m">What it may do</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${system.scopes.map((scope) => html`<li>${systemScopes[scope as SystemScope] ?? scope}</li>`)}
    </ul>
    ${system.endedAt === null ? formTag({ body: govukButton({ text: 'Shut it out', classes: 'govuk-button--warning', preventDoubleClick: true }) }) : nothing}`
}

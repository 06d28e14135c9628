import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { choicesOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { kindNames, type Organisation } from '../organisation.ts'
import { adminPage } from './frame.view.ts'
import { factFields } from './organisation-fields.view.ts'

type Shown = {
  readonly organisation: Organisation
  readonly teams: readonly {
    readonly id: string
    readonly name: string
    readonly active: boolean
    readonly people: number
  }[]
  readonly state: FormState
  readonly newTeam: FormState
  /** Somebody else changed it since the page was opened. */
  readonly stale?: boolean
}

export function organisationView(shown: Shown): PageView {
  const { organisation, state, newTeam } = shown
  const faults = [...state.faults, ...newTeam.faults]
  return adminPage({
    title: organisation.name,
    current: '/admin/organisations',
    back: { text: 'Organisations', href: '/admin/organisations' },
    main: html`${faultSummary({ ...state, faults })}
      ${shown.stale === true ? stale(organisation) : nothing}
      <h1 class="govuk-heading-l">${organisation.name}</h1>
      <p class="govuk-body">
        ${kindNames[organisation.kind]}.
        <a class="govuk-link" href="/admin/people?at=${organisation.id}"
          >The people who work there</a
        >
      </p>
      ${formTag({
        action: `/admin/organisations/${organisation.id}`,
        body: html`${hidden('version', shown.stale === true ? organisation.version : typedIn(state, 'version'))}
        ${factFields(state)}
        ${govukCheckboxes({
          ...choicesOf(state, 'active'),
          items: [{ value: 'yes', text: 'It takes part' }],
        })}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}
      ${teams(shown)}`,
  })
}

const stale = ({ name, town, telephone, domains }: Organisation): Html =>
  html`${govukWarningText({ text: 'Somebody else changed this while you were working. What you typed is still here.' })}
    <p class="govuk-body">
      It now says: ${[name, town, telephone, domains.join(', ')].filter(Boolean).join('; ')}. Save
      again to put yours in its place.
    </p>`

function teams({ organisation, teams: rows, newTeam }: Shown): Html {
  return html`<h2 class="govuk-heading-m">Teams</h2>
    ${
      rows.length === 0
        ? html`<p class="govuk-body">None yet.</p>`
        : html`<ul class="govuk-list">
            ${rows.map(
              ({ id, name, active, people }) =>
                html`<li>
                  <a class="govuk-link" href="/admin/teams/${id}">${name}</a>, ${people}
                  ${people === 1 ? 'person' : 'people'}${active ? '' : ', closed'}
                </li>`,
            )}
          </ul>`
    }
    ${formTag({
      action: `/admin/organisations/${organisation.id}/teams`,
      body: html`${hidden('id', typedIn(newTeam, 'id'))}
      ${govukInput({ ...fieldOf(newTeam, 'team'), label: { text: 'Name of a new team' }, autocomplete: 'off' })}
      ${govukButton({ text: 'Add the team', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    })}`
}

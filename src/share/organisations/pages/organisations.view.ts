import { govukButton } from '#platform/govuk/button.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { kindNames, type Organisation, organisationKinds } from '../organisation.ts'
import { adminPage, toAdmin } from './frame.view.ts'
import { factFields } from './organisation-fields.view.ts'

export function organisationsView(
  organisations: readonly (Organisation & { readonly people: number })[],
): PageView {
  return adminPage({
    title: 'Organisations',
    current: '/admin/organisations',
    back: toAdmin,
    wide: true,
    main: html`<h1 class="govuk-heading-l">Organisations</h1>
      ${govukButton({ text: 'Add an organisation', href: '/admin/organisations/new' })}
      ${scrollable({ label: 'Organisations', body: table(organisations) })}`,
  })
}

const table = (rows: readonly (Organisation & { readonly people: number })[]): Html =>
  govukTable({
    caption: `${rows.length} organisations`,
    firstCellIsHeader: true,
    head: [
      { text: 'Name' },
      { text: 'Kind' },
      { text: 'Town' },
      { text: 'People', format: 'numeric' },
    ],
    rows: rows.map(({ id, name, kind, town, people, active }) => [
      {
        html: html`<a class="govuk-link" href="/admin/organisations/${id}">${name}</a
          >${active ? '' : ' (no longer takes part)'}`,
      },
      { text: kindNames[kind] },
      { text: town ?? '' },
      { text: String(people), format: 'numeric' },
    ]),
  })

export function newOrganisationView(state: FormState): PageView {
  return adminPage({
    title: 'Add an organisation',
    current: '/admin/organisations',
    back: { text: 'Organisations', href: '/admin/organisations' },
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Add an organisation</h1>
      ${formTag({
        body: html`${govukRadios({
          ...choiceOf(state, 'kind'),
          fieldset: { legend: { text: 'What it is', classes: 'govuk-fieldset__legend--s' } },
          items: organisationKinds.map((kind) => ({ value: kind, text: kindNames[kind] })),
        })}
        ${factFields(state)} ${govukButton({ text: 'Add', preventDoubleClick: true })}`,
      })}`,
  })
}

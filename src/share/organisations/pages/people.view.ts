import { dutyNames } from '#platform/access/duties.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Organisation } from '../organisation.ts'
import type { PersonRow } from '../people.sql.ts'
import { adminPage, toAdmin, waysIn } from './frame.view.ts'

type Shown = {
  readonly words: string
  readonly organisationId: number | null
  readonly closed: boolean
  readonly organisations: readonly Organisation[]
  readonly people: readonly PersonRow[]
  readonly total: number
}

export function peopleView(shown: Shown): PageView {
  const { people, total, closed } = shown
  const count = `${total.toLocaleString('en-GB')} ${total === 1 ? 'person' : 'people'}${closed ? ' with a closed account' : ''}`
  const cut =
    people.length < total ? `, the first ${people.length} shown: search to see others` : ''
  return adminPage({
    title: 'People who work here',
    current: '/admin/people',
    back: toAdmin,
    wide: true,
    main: html`<h1 class="govuk-heading-l">People who work here</h1>
      ${govukButton({ text: 'Invite somebody', href: '/admin/invitations/new' })} ${filter(shown)}
      <p class="govuk-body">${count}${cut}</p>
      ${scrollable({ label: 'People', body: table(people) })}`,
  })
}

function filter({ words, organisationId, closed, organisations }: Shown): Html {
  return html`<form method="get" action="/admin/people" class="app-filter app-filter--form">
    ${govukInput({ id: 'q', name: 'q', value: words, label: { text: 'Name or email address' }, classes: 'govuk-input--width-20' })}
    ${govukSelect({
      id: 'at',
      name: 'at',
      value: organisationId ?? '',
      label: { text: 'Organisation' },
      items: [
        { value: '', text: 'Any' },
        ...organisations.map(({ id, name }) => ({ value: String(id), text: name })),
      ],
    })}
    ${govukCheckboxes({
      idPrefix: 'closed',
      name: 'closed',
      values: closed ? ['1'] : [],
      classes: 'govuk-checkboxes--small',
      items: [{ value: '1', text: 'Those who left' }],
    })}
    ${govukButton({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`
}

const table = (people: readonly PersonRow[]): Html =>
  govukTable({
    caption: 'People',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [
      { text: 'Name' },
      { text: 'Email address' },
      { text: 'Duties' },
      { text: 'Signs in by' },
    ],
    rows: people.map(({ id, name, email, held, signIn }) => [
      { html: html`<a class="govuk-link" href="/admin/people/${id}">${name}</a>` },
      { text: email },
      {
        text: held
          .map(({ duty, organisation }) => `${dutyNames[duty]}, ${organisation}`)
          .join('; '),
      },
      { text: waysIn[signIn] },
    ]),
  })

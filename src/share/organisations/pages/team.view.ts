import { govukButton } from '#platform/govuk/button.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { actionButton, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { PersonRow } from '../people.sql.ts'
import type { Team, TeamMember } from '../teams.sql.ts'
import { adminPage, periodInWords, quiet } from './frame.view.ts'

type Shown = {
  readonly team: Team
  readonly members: readonly TeamMember[]
  readonly others: readonly PersonRow[]
  readonly state: FormState
}

export function teamView(shown: Shown): PageView {
  const { team, members, state } = shown
  return adminPage({
    title: team.name,
    current: '/admin/organisations',
    back: { text: team.organisation, href: `/admin/organisations/${team.organisationId}` },
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">${team.name}</h1>
      ${members.length === 0 ? html`<p class="govuk-body">Nobody is in it yet.</p>` : list(team, members)}
      ${team.active ? joining(shown) : html`<p class="govuk-body">This team is closed.</p>`}
      ${actionButton({ action: `/admin/teams/${team.id}/close`, text: team.active ? 'Close the team' : 'Open the team again', classes: 'govuk-button--secondary' })}`,
  })
}

const list = (team: Team, members: readonly TeamMember[]): Html =>
  govukSummaryList({
    rows: members.map(({ id, name, since }) => ({
      key: { text: name },
      value: {
        html: html`${periodInWords(since, null)}
        ${actionButton({ action: `/admin/teams/${team.id}/members/${id}/leave`, text: `Take ${name} out`, classes: quiet })}`,
      },
    })),
  })

function joining({ others, state }: Shown): Html {
  const { id, name, value, errorMessage } = fieldOf(state, 'person')
  const person = govukSelect({
    id,
    name,
    value,
    errorMessage,
    label: { text: 'Somebody who works there' },
    items: [
      { value: '', text: 'Choose one' },
      ...others.map((each) => ({ value: each.id, text: each.name })),
    ],
  })
  return formTag({
    body: html`${hidden('id', typedIn(state, 'id'))} ${person}
    ${govukButton({ text: 'Put into the team', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  })
}

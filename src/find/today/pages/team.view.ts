import { govukTable } from '#platform/govuk/table.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { TeamMember } from '../team.sql.ts'

export function teamView(team: readonly TeamMember[]): Html {
  const count = team.length === 1 ? '1 person works' : `${team.length} people work`
  return html`<h1 class="govuk-heading-l">Team</h1>
    <p class="govuk-body">${count} with carers here. A name opens their day.</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/waiting">Who waits, for what and with whom</a>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/team/leavers"
        >People who left, and what is still in their name</a
      >
    </p>
    <div class="app-scroll" tabindex="0" role="region" aria-label="Team">
      ${govukTable({
        firstCellIsHeader: true,
        head: [
          { text: 'Worker' },
          { text: 'Carers', format: 'numeric' },
          { text: 'First talks to hold', format: 'numeric' },
          { text: 'Promises to keep', format: 'numeric' },
          { text: 'Contacts in 7 days', format: 'numeric' },
        ],
        rows: team.map((member) => [
          { html: html`<a class="govuk-link" href="/today?of=${member.id}">${member.name}</a>` },
          { text: String(member.carers), format: 'numeric' },
          { html: inHand(member.firstTalks, member.firstTalksLate), format: 'numeric' },
          { html: inHand(member.promises, member.promisesLate), format: 'numeric' },
          { text: String(member.contacts), format: 'numeric' },
        ]),
      })}
    </div>`
}

const inHand = (all: number, late: number): Html =>
  html`${all}${late === 0 ? nothing : html`, <strong class="app-overdue">${late} late</strong>`}`

import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { linkState } from '../link.rules.ts'
import { partWords, type ToldLink, type ToldOpening, type ToldPart } from '../told.ts'
import { stateInWords } from '../link-words.ts'
import { openingList } from './tell-it-once.view.ts'

type Link = {
  readonly link: ToldLink
  readonly openings: readonly ToldOpening[]
  readonly now: string
  readonly address: string | null
  /** The address as a square code, as SVG. */
  readonly code: string | null
}

export function linkView({ link, openings, now, address, code }: Link): PageView {
  const opens = linkState(link, now) === 'open'
  const shows = link.parts.map((part) => partWords[part as ToldPart].choice)
  return {
    title: `Your link for ${link.label}`,
    current: '/my/sharing',
    before: govukBackLink({ text: 'Back', href: '/my/tell-it-once' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Your link for ${link.label}</h1>
        ${opens ? howToShow(link.id, address, code) : nothing}
        ${govukSummaryList({
          rows: [
            { key: { text: 'Now' }, value: { text: stateInWords(link, now) } },
            {
              key: { text: 'They see' },
              value: {
                html: html`<ul class="govuk-list">
                  ${shows.map((each) => html`<li>${each}</li>`)}
                </ul>`,
              },
            },
            { key: { text: 'Opened' }, value: { html: openingList(openings) } },
          ],
        })}
        ${opens ? actionButton({ action: `/my/tell-it-once/links/${link.id}/end`, text: 'End this link now', classes: 'govuk-button--warning' }) : nothing}
      </div>
    </div>`,
  }
}

function howToShow(id: string, address: string | null, code: string | null): Html {
  if (address === null || code === null)
    return html`<p class="govuk-body">
      We cannot show this link again. It still works for whoever has it. To show it to somebody
      else, make a new one.
    </p>`
  const drawn = Buffer.from(code).toString('base64')
  return html`<p class="govuk-body">Send this link, or let them scan the code.</p>
    <p class="govuk-body">
      <a class="govuk-link" href="${address}" rel="nofollow">${address}</a>
    </p>
    <p class="govuk-body">
      <img
        src="data:image/svg+xml;base64,${drawn}"
        alt="A square code to scan with a phone’s camera. It opens the link above."
        width="240"
        height="240"
      />
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/my/tell-it-once/links/${id}/sheet"
        >Print it on a sheet of paper (PDF)</a
      >
    </p>`
}

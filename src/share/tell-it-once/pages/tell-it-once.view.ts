import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import { atInWords, stateInWords } from '../link-words.ts'
import { ownWordParts, partWords, type ToldLink, type ToldOpening, type ToldPage } from '../told.ts'

type Told = {
  readonly told: ToldPage | null
  readonly links: readonly ToldLink[]
  readonly openings: readonly ToldOpening[]
  readonly now: string
}

export function tellItOnceView({ told, links, openings, now }: Told): PageView {
  return {
    title: 'Tell it once',
    current: '/my/sharing',
    before: govukBackLink({ text: 'Back', href: '/my/sharing' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Tell it once</h1>
        <p class="govuk-body">
          Write your story here once. Then show it to a nurse, a teacher or anybody else with a link
          or a printed code, so that you need not tell it again. You choose what they see and for
          how long, and you can end it at any time.
        </p>
        <h2 class="govuk-heading-m">What you wrote</h2>
        ${ownWords(told)}
        <h2 class="govuk-heading-m">Who can open it</h2>
        ${links.length === 0 ? html`<p class="govuk-body">You have not made a link yet.</p>` : nothing}
        ${links.map((link) =>
          card(
            link,
            openings.filter(({ linkId }) => linkId === link.id),
            now,
          ),
        )}
        ${govukButton({ text: 'Make a link', href: '/my/tell-it-once/links/new' })}
      </div>
    </div>`,
  }
}

const ownWords = (told: ToldPage | null): Html =>
  html`${govukSummaryList({
    rows: ownWordParts.map((part) => ({
      key: { text: partWords[part].heading },
      value: {
        html: html`<span class="app-as-typed">${told?.[part] ?? 'Nothing yet'}</span>`,
      },
    })),
  })}
  ${govukButton({
    text: told === null ? 'Write your story' : 'Change what you wrote',
    href: '/my/tell-it-once/words',
    classes: 'govuk-button--secondary',
  })}`

/** When a link was opened and who they said they were. */
export function openingList(openings: readonly ToldOpening[]): Html {
  if (openings.length === 0) return html`Nobody has opened it yet`
  return html`<ul class="govuk-list">
    ${openings.map(
      ({ at, who }) => html`<li>${atInWords(at)}: ${who ?? 'they did not say who they were'}</li>`,
    )}
  </ul>`
}

function card(link: ToldLink, openings: readonly ToldOpening[], now: string): Html {
  const action = { href: `/my/tell-it-once/links/${link.id}`, text: 'Show' }
  return govukSummaryList({
    card: {
      title: { text: link.label },
      actions: { items: [{ ...action, visuallyHiddenText: ` the link for ${link.label}` }] },
    },
    rows: [
      { key: { text: 'Now' }, value: { text: stateInWords(link, now) } },
      { key: { text: 'Opened' }, value: { html: openingList(openings) } },
    ],
  })
}

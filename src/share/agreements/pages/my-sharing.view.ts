import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import { lasts } from '../agreement.rules.ts'
import type { Agreement } from '../agreements.sql.ts'
import { capital, inASentence, ownPurposeWords } from '../purposes.ts'

export function mySharingView(agreements: readonly Agreement[], today: IsoDate): PageView {
  const lasting = agreements.filter((each) => lasts(each, today))
  const over = agreements.filter((each) => !lasts(each, today))
  return {
    title: 'Who may know what',
    current: '/my/sharing',
    before: govukBackLink({ text: 'Back', href: '/my' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Who may know what</h1>
        <p class="govuk-body">
          The people who work with you can read your record. Nobody else can, unless you agree. You
          can change your mind at any time, and you do not have to say why.
        </p>
        ${lasting.length === 0 ? html`<p class="govuk-body">You have not agreed to share with anybody else.</p>` : lasting.map(card)}
        ${govukButton({ text: 'Share with somebody else', href: '/my/sharing/new' })}
        ${over.length === 0 ? nothing : endedList(over, today)}
        <h2 class="govuk-heading-m">When we may act without asking you</h2>
        <p class="govuk-body">
          If you or somebody else is in danger, the law lets us tell who can help. We write down who
          did so and why.
          <a class="govuk-link" href="/my/who-looked">See who looked at your record</a>
        </p>
        <p class="govuk-body">
          You can also
          <a class="govuk-link" href="/my/tell-it-once">show your story to someone with a link</a>.
        </p>
      </div>
    </div>`,
  }
}

function card({ id, organisation, purposes, agreedOn, until }: Agreement): Html {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const more = { visuallyHiddenText: ` with ${organisation}` }
  return govukSummaryList({
    card: {
      title: { text: organisation },
      actions: {
        items: [
          { href: `/my/sharing/new?instead=${id}`, text: 'Change', ...more },
          { href: `/my/sharing/${id}/end`, text: 'Stop sharing', ...more },
        ],
      },
    },
    rows: [
      row('They may know', capital(inASentence(purposes, ownPurposeWords))),
      row('You agreed', inWords(isoDate(agreedOn))),
      row('Until', until === null ? 'You stop it' : inWords(isoDate(until))),
    ],
  })
}

const endedList = (over: readonly Agreement[], today: IsoDate): Html =>
  html`<h2 class="govuk-heading-m">What has ended</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${over.map(
        ({ organisation, endedOn, until }) =>
          html`<li>${organisation}, on ${inWords(isoDate(endedOn ?? until ?? today))}</li>`,
      )}
    </ul>`

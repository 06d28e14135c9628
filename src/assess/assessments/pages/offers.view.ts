import { govukErrorSummary } from '#platform/govuk/error-summary.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { pageLinks } from '#people/persons/page-links.view.ts'
import { usualPeriods } from '#find/referrals/period.ts'
import type { SpanOfDays } from '#find/referrals/sent-referrals.sql.ts'
import type { FieldFault } from '#platform/web/form.ts'
import { offeredName, offerStateNames, whyWords } from '../offer-words.ts'
import type { Ended, EndedCount, Offer } from '../offers.sql.ts'

type Model = {
  readonly span: SpanOfDays
  readonly today: IsoDate
  readonly faults: readonly FieldFault[]
  readonly state: Offer['state'] | null
  readonly page: number
  readonly perPage: number
  readonly counts: readonly EndedCount[]
  readonly ended: readonly Ended[]
}

export function offersView(model: Model): Html {
  const { span, today, state, counts, ended, faults } = model
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return html`${faults.length === 0 ? nothing : govukErrorSummary({ titleText: 'There is a problem', errorList: faults.map(({ message }) => ({ text: message })) })}
    <h1 class="govuk-heading-l">Assessments offered, declined and not offered</h1>
    <p class="govuk-body">
      ${inWords(span.from)} to
      ${inWords(span.to)}${state === null ? '' : `: ${offerStateNames[state].toLowerCase()}`}.
    </p>
    <ul class="app-filter" aria-label="Periods">
      ${usualPeriods(today).map(
        (each) =>
          html`<li>
            <a class="govuk-link" href="?${asked({ span: each, state })}">${each.words}</a>
          </li>`,
      )}
    </ul>
    <ul class="app-filter govuk-!-margin-bottom-5" aria-label="What happened">
      ${filterLink(model, null, 'All')}
      ${Object.entries(offerStateNames).map(([each, words]) =>
        filterLink(model, each as Offer['state'], words),
      )}
    </ul>
    ${total === 0 ? html`<p class="govuk-body">There is nothing in this period.</p>` : html`${countsTable(counts)} ${listTable(ended)}`}
    ${pageLinks({ page: model.page, perPage: model.perPage, total, address: asked({ span, state }) })}
    <p class="govuk-body">
      <a class="govuk-link" href="/assessment-matters">What came of assessments that were held</a>
    </p>`
}

function filterLink({ span, state }: Model, to: Offer['state'] | null, words: string): Html {
  return to === state
    ? html`<li><strong>${words}</strong></li>`
    : html`<li><a class="govuk-link" href="?${asked({ span, state: to })}">${words}</a></li>`
}

function asked(of: Pick<Model, 'span' | 'state'>): string {
  const query = new URLSearchParams({ from: of.span.from, to: of.span.to })
  if (of.state !== null) query.set('state', of.state)
  return query.toString()
}

function countsTable(counts: readonly EndedCount[]): Html {
  return scrollable({
    label: 'How many',
    body: govukTable({
      caption: 'How many',
      captionClasses: 'govuk-table__caption--m',
      head: [{ text: 'What happened' }, { text: 'Why' }, { text: 'Number', format: 'numeric' }],
      rows: counts.map(({ state, combined, reason, count }) => [
        { text: `${offerStateNames[state]}${combined ? ' (combined)' : ''}` },
        { text: whyWords(reason) },
        { text: String(count), format: 'numeric' },
      ]),
    }),
  })
}

function listTable(ended: readonly Ended[]): Html {
  return scrollable({
    label: 'One by one',
    body: govukTable({
      caption: 'One by one',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Carer' },
        { text: 'Assessment' },
        { text: 'What happened' },
        { text: 'Why, and what was said' },
        { text: 'When' },
      ],
      rows: ended.map((each) => [
        { html: html`<a class="govuk-link" href="/carers/${each.personId}">${each.name}</a>` },
        { html: html`<a class="govuk-link" href="${each.href}">${offeredName(each)}</a>` },
        { text: offerStateNames[each.state] },
        { text: [whyWords(each.reason), each.words].filter(Boolean).join(': ') },
        { text: inWords(each.on) },
      ]),
    }),
  })
}

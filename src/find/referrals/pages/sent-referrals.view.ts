import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { govukTag } from '#platform/govuk/tag.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { faultSummary, fieldOf } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { kindWords } from '#people/persons/involvement.ts'
import { pageLinks } from '#people/persons/page-links.view.ts'
import type { Comparison } from '../comparison.rules.ts'
import { usualPeriods } from '../period.ts'
import { answerClock, type Reckoning } from '../../referral-clock/clock.rules.ts'
import { clockLine } from '../../referral-clock/clock.view.ts'
import { askedOf, sentStateWords, toldName, type SentReferral } from '../referral.ts'
import type { SentCounts } from '../sent-referrals.sql.ts'

export type SentReferralsModel = {
  /** The two days of the period, as asked for. */
  readonly state: FormState
  readonly today: IsoDate
  /** Null where the period asked for is none. */
  readonly found: {
    readonly counts: SentCounts
    readonly referrals: readonly SentReferral[]
    /** By organisation of the actor's. */
    readonly comparisons: readonly (Comparison & { readonly name: string })[]
    readonly reckoning: Reckoning
    readonly page: number
    readonly perPage: number
  } | null
}

export function sentReferralsView({ state, today, found }: SentReferralsModel): Html {
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Referrals you sent</h1>
    ${govukButton({ text: 'Refer a carer', href: '/referrals/new' })}
    <p class="govuk-body">
      <a class="govuk-link" href="/referrals/letters">Your yearly letters</a>
    </p>
    ${periodForm(state, today)}
    ${found === null ? nothing : html`${countsView(found.counts, state)} ${found.comparisons.map(comparisonView)} ${listView(found, state, today)}`}`
}

function periodForm(state: FormState, today: IsoDate): Html {
  const dayInput = (name: string, label: string) =>
    govukInput({
      ...fieldOf(state, name),
      label: { text: label },
      type: 'date',
      classes: 'govuk-input--width-10',
    })
  const links = usualPeriods(today).map(
    ({ from, to, words }) =>
      html`<li><a class="govuk-link" href="?from=${from}&amp;to=${to}">${words}</a></li>`,
  )
  return html`<form method="get" action="/referrals/sent" novalidate>
      <div class="app-inline-fields">
        ${dayInput('from', 'From')} ${dayInput('to', 'To')}
        ${govukButton({ text: 'Show', classes: 'govuk-button--secondary' })}
      </div>
    </form>
    <ul class="app-filter govuk-!-margin-bottom-5" aria-label="Periods">
      ${links}
    </ul>`
}

function countsView(counts: SentCounts, state: FormState): Html {
  const span = ['from', 'to'].map((name) => inWords(isoDate(typedIn(state, name))))
  const middle = counts.daysToContact
  const figures: readonly (readonly [string, number | string])[] = [
    ['sent', counts.sent],
    ['taken on', counts.takenOn],
    ['not taken on', counts.declined],
    ['waiting', counts.waiting],
    ['talked with', counts.contacted],
    ...(middle === null
      ? []
      : [[`${middle === 1 ? 'day' : 'days'} to the first talk, typically`, middle] as const]),
  ]
  const outcomes = Object.entries(counts.outcomes)
  return html`<section aria-labelledby="counts">
    <h2 class="govuk-heading-m" id="counts">${span[0]} to ${span[1]}</h2>
    <dl class="app-counts">
      ${figures.map(
        ([words, figure]) =>
          html`<div class="app-counts__count">
            <dt>${words}</dt>
            <dd>${figure}</dd>
          </div>`,
      )}
    </dl>
    ${
      outcomes.length === 0
        ? nothing
        : govukTable({
            caption: 'What became of them',
            captionClasses: 'govuk-table__caption--s',
            head: [{ text: 'Outcome' }, { text: 'Carers', format: 'numeric' }],
            rows: outcomes.map(([outcome, count]) => [
              { text: wordsFor('referral-outcomes', outcome) },
              { text: String(count), format: 'numeric' },
            ]),
          })
    }
    <p class="govuk-body app-quiet">
      Talks and outcomes count those carers who agreed that you hear of them.
    </p>
  </section>`
}

const comparisonView = ({ name, sentences }: Comparison & { readonly name: string }): Html =>
  html`<section>
    <h2 class="govuk-heading-s">${name} beside others like it</h2>
    <p class="govuk-body">${sentences.join(' ')}</p>
  </section>`

function listView(
  found: NonNullable<SentReferralsModel['found']>,
  state: FormState,
  today: IsoDate,
): Html {
  if (found.counts.sent === 0) {
    return html`<p class="govuk-body">You sent no referrals in these days.</p>`
  }
  const rows = found.referrals.map((referral) => [
    {
      html: html`<a class="govuk-link" href="/referrals/sent/${referral.id}"
          >${toldName(referral.told)}</a
        >
        <span class="app-quiet app-nowrap">${referral.reference}</span>`,
    },
    { text: kindWords(referral.kind) },
    { text: inWords(isoDate(referral.receivedOn)) },
    { html: stateTag(referral) },
    { html: clockLine(answerClock(askedOf(referral), today, found.reckoning)) },
    { text: referral.outcome === null ? '' : wordsFor('referral-outcomes', referral.outcome) },
  ])
  const address = `from=${typedIn(state, 'from')}&to=${typedIn(state, 'to')}`
  return html`<div class="app-scroll" tabindex="0" role="region" aria-label="Referrals">
      ${govukTable({
        head: ['Carer', 'Kind', 'Sent', 'Where it stands', 'Clock', 'Outcome'].map((text) => ({
          text,
        })),
        rows,
      })}
    </div>
    ${pageLinks({ page: found.page, perPage: found.perPage, total: found.counts.sent, address })}`
}

const tones: Partial<Record<SentReferral['state'], string>> = {
  asked: 'govuk-tag--yellow',
  declined: 'govuk-tag--grey',
  closed: 'govuk-tag--grey',
}

/** Where a referral stands, for its sender. */
export const stateTag = ({ state }: Pick<SentReferral, 'state'>): Html =>
  govukTag({ text: sentStateWords[state], ...(tones[state] ? { classes: tones[state] } : {}) })

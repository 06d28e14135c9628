import { govukButton } from '#platform/govuk/button.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { govukTag } from '#platform/govuk/tag.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { kindWords } from '#people/persons/involvement.ts'
import { pageLinks } from '#people/persons/page-links.view.ts'
import type { PassedReferral } from '../passings.sql.ts'
import { askedOf, carerName, stateWords, type Referral, type ReferralState } from '../referral.ts'
import { answerClock, type Reckoning } from '../../referral-clock/clock.rules.ts'
import { clockLine } from '../../referral-clock/clock.view.ts'
import { referralLists, type ReferralList } from './referrals.ts'

export type ReferralsModel = {
  readonly list: ReferralList
  readonly referrals: readonly Referral[]
  readonly counts: Readonly<Record<ReferralState, number>>
  /** Those passed on, where that list is shown. */
  readonly passed: readonly PassedReferral[]
  readonly passedOn: number
  /** Whether the actor says what is taken and promised. */
  readonly sets: boolean
  readonly page: number
  readonly perPage: number
  readonly today: IsoDate
  readonly reckoning: Reckoning
}

const listWords: Readonly<Record<ReferralList, string>> = {
  waiting: 'To triage',
  accepted: 'Accepted',
  declined: 'Not taken on',
  closed: 'Closed',
  passed: 'Passed on',
}

export function referralsView(model: ReferralsModel): Html {
  const total = countOf(model, model.list)
  return html`<h1 class="govuk-heading-l">Referrals</h1>
    ${govukButton({ text: 'Take a referral by telephone', href: '/referrals/take', classes: 'govuk-button--secondary' })}
    ${
      model.sets
        ? html`<p class="govuk-body">
            <a class="govuk-link" href="/referrals/what-we-take">What we take, and our room</a>
            <span aria-hidden="true"> · </span>
            <a class="govuk-link" href="/referrals/promises">What we promise</a>
          </p>`
        : nothing
    }
    <ul class="app-filter govuk-!-margin-bottom-5" aria-label="Show">
      ${(Object.keys(referralLists) as ReferralList[]).map((list) => listLink(model, list))}
    </ul>
    ${
      total === 0
        ? html`<p class="govuk-body">No referrals here.</p>`
        : html`<div class="app-scroll" tabindex="0" role="region" aria-label="Referrals">
              ${model.list === 'passed' ? passedTable(model) : table(model)}
            </div>
            ${pageLinks({ ...model, total, address: `show=${model.list}` })}`
    }`
}

function listLink(model: ReferralsModel, list: ReferralList): Html {
  const current = list === model.list ? html` aria-current="true"` : nothing
  return html`<li>
    <a class="govuk-link" href="?show=${list}" ${current}
      >${listWords[list]} ${countOf(model, list).toLocaleString('en-GB')}</a
    >
  </li>`
}

function countOf({ counts, passedOn }: ReferralsModel, list: ReferralList): number {
  if (list === 'passed') return passedOn
  return referralLists[list].reduce((sum, state) => sum + counts[state], 0)
}

function table({ list, referrals, today, reckoning }: ReferralsModel): Html {
  const last = list === 'waiting' ? 'Clock' : list === 'accepted' ? 'First talk' : 'Outcome'
  return govukTable({
    head: ['Carer', 'Kind', 'Received', 'From', 'Where it stands', last].map((text) => ({ text })),
    rows: referrals.map((referral) => [
      {
        html: html`<a class="govuk-link" href="/referrals/${referral.id}">${carerName(referral)}</a>
          <span class="app-quiet app-nowrap">${referral.reference}</span>
          ${referral.urgent ? govukTag({ text: 'Urgent', classes: 'govuk-tag--red' }) : nothing}`,
      },
      { text: kindWords(referral.kind) },
      { text: inWords(isoDate(referral.receivedOn)) },
      { text: referral.from ?? referral.fromName ?? wordsFor('referral-sources', referral.source) },
      { text: standing(referral) },
      { html: lastCell(referral, { list, today, reckoning }) },
    ]),
  })
}

/** What was passed on opens no more here: whoever has it decides, and only where it stands is shown. */
function passedTable({ passed, today, reckoning }: ReferralsModel): Html {
  return govukTable({
    head: ['Carer', 'Kind', 'Received', 'Now with', 'Where it stands', 'Clock'].map((text) => ({
      text,
    })),
    rows: passed.map((referral) => [
      {
        html: html`${carerName(referral)}
          <span class="app-quiet app-nowrap">${referral.reference}</span>`,
      },
      { text: kindWords(referral.kind) },
      { text: inWords(isoDate(referral.receivedOn)) },
      { text: referral.to },
      { text: stateWords[referral.state] },
      { html: clockLine(answerClock(askedOf(referral), today, reckoning)) },
    ]),
  })
}

function standing({ state, worker, answer }: Referral): string {
  if (state === 'new' && answer !== null) return 'The sender has answered'
  if (state === 'new' && worker !== null) return `With ${worker} to decide`
  return state === 'accepted' && worker !== null ? `With ${worker}` : stateWords[state]
}

type Reading = Pick<ReferralsModel, 'list' | 'today' | 'reckoning'>

function lastCell(referral: Referral, { list, today, reckoning }: Reading): Html {
  if (list === 'waiting') return clockLine(answerClock(askedOf(referral), today, reckoning))
  if (list === 'accepted') {
    const { firstContactOn, contactDueOn } = referral
    if (firstContactOn !== null) return html`${inWords(isoDate(firstContactOn))}`
    if (contactDueOn === null) return html`not yet`
    return contactDueOn < today
      ? html`<strong class="app-overdue">was due ${inWords(isoDate(contactDueOn))}</strong>`
      : html`due ${inWords(isoDate(contactDueOn))}`
  }
  return html`${referral.outcome === null ? '' : wordsFor('referral-outcomes', referral.outcome)}`
}

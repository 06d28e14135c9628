import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukPanel } from '#platform/govuk/panel.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { dayInWords, inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { areaField } from '#people/persons/fields.view.ts'
import { kindWords } from '#people/persons/involvement.ts'
import type { AnswerClock } from '../../referral-clock/clock.rules.ts'
import { clockLine } from '../../referral-clock/clock.view.ts'
import { passingWords } from '../passing.ts'
import type { SentPassing } from '../sent-referrals.sql.ts'
import { toldName, type SentReferral } from '../referral.ts'
import { stateTag } from './sent-referrals.view.ts'

export function sentReferralView(of: {
  readonly referral: SentReferral
  readonly state: FormState
  readonly justSent?: boolean
  /** The answer came after triage had decided, or after another answer. */
  readonly tooLate?: boolean
  readonly clock: AnswerClock
  readonly passings: readonly SentPassing[]
}): Html {
  const { referral, state } = of
  return html`${of.justSent === true ? nothing : govukBackLink({ href: '/referrals/sent', text: 'Back to referrals you sent' })}
  ${faultSummary(state)} ${of.justSent === true ? receipt(referral) : heading(referral)}
  ${of.tooLate === true ? tooLate(state) : nothing}
  ${referral.state === 'asked' ? questionView(referral, state) : nothing} ${standing(referral, of)}
  ${
    of.justSent === true
      ? html`<p class="govuk-body">
          <a class="govuk-link" href="/referrals/new">Refer another carer</a> or
          <a class="govuk-link" href="/referrals/sent">see all you sent</a>.
        </p>`
      : nothing
  }`
}

const heading = (referral: SentReferral): Html =>
  html`<h1 class="govuk-heading-l">${toldName(referral.told)}</h1>
    <p class="govuk-body">
      ${stateTag(referral)} <span class="app-nowrap">${referral.reference}</span>
    </p>`

function receipt(referral: SentReferral): Html {
  const soon = referral.urgent ? 'on the next working day' : 'within ten working days'
  return html`${govukPanel({
      titleText: 'Referral sent',
      html: html`Reference <strong>${referral.reference}</strong>`,
    })}
    <h2 class="govuk-heading-m">What happens next</h2>
    <p class="govuk-body">
      ${referral.to} reads it and rings ${toldName(referral.told)} ${soon}. If something is not
      clear, we ask you here.
      ${referral.shareOutcome ? 'You can read here what becomes of it.' : 'The carer did not agree to your hearing what becomes of it, so you will see only whether we took it on.'}
    </p>`
}

const tooLate = (state: FormState): Html =>
  html`<div class="app-conflict" role="alert">
    <h2 class="govuk-heading-m">This has been answered or decided already</h2>
    <p class="govuk-body">What you typed was not sent:</p>
    <blockquote class="app-words">${typedIn(state, 'answer')}</blockquote>
  </div>`

function questionView(referral: SentReferral, state: FormState): Html {
  return html`<section class="govuk-inset-text" aria-labelledby="question">
    <h2 class="govuk-heading-m" id="question">We have a question for you</h2>
    <p class="app-words">${referral.question ?? ''}</p>
    ${formTag({
      body: html`${hidden('version', typedIn(state, 'version'))}
      ${areaField(state, { name: 'answer', label: 'Your answer' })}
      ${govukButton({ text: 'Send the answer', preventDoubleClick: true })}`,
    })}
  </section>`
}

type How = { readonly clock: AnswerClock; readonly passings: readonly SentPassing[] }

function standing(referral: SentReferral, { clock, passings }: How): Html {
  const rows: (readonly [string, HtmlValue])[] = [
    [
      'Sent',
      `${day(referral.receivedOn)} by ${referral.referrerName ?? 'your organisation'}, for ${referral.from}`,
    ],
    ['Kind of carer', kindWords(referral.kind)],
    ['Urgent', referral.urgent ? 'Yes' : 'No'],
    ['With', referral.to],
    ['Clock', html`${clockLine(clock)}, answer due ${dayInWords(clock.dueOn)}`],
    ...passings.map(passedLine),
  ]
  if (referral.answer !== null) {
    rows.push(['We asked', referral.question], ['You answered', referral.answer])
  }
  if (referral.triagedOn !== null) {
    rows.push([
      referral.state === 'declined' ? 'Not taken on' : 'Taken on',
      day(referral.triagedOn),
    ])
  }
  if (referral.shareOutcome) rows.push(...became(referral))
  else rows.push(['What became of it', 'The carer did not agree to your hearing this'])
  return govukSummaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
  })
}

function passedLine({ passedOn, from, to, why, words }: SentPassing): readonly [string, HtmlValue] {
  const said = words === null ? '' : ` ${words}`
  return ['Passed on', `${day(passedOn)}, from ${from} to ${to}. “${passingWords[why]}.”${said}`]
}

function* became(referral: SentReferral): Generator<readonly [string, HtmlValue]> {
  yield [
    'First talk with the carer',
    referral.firstContactOn === null ? 'Not yet' : day(referral.firstContactOn),
  ]
  if (referral.outcome === null) return
  const on = referral.outcomeOn === null ? '' : `, ${day(referral.outcomeOn)}`
  yield ['What became of it', `${wordsFor('referral-outcomes', referral.outcome)}${on}`]
  if (referral.outcomeWords !== null) yield ['In words', referral.outcomeWords]
}

const day = (date: string): string => inWords(isoDate(date))

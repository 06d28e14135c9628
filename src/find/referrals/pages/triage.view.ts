import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { identityStrip, type Flag } from '#platform/govuk/own/identity-strip.ts'
import { recordColumns } from '#platform/govuk/own/record-columns.ts'
import { dayInWords, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { phoneInWords } from '#platform/lib/phone.ts'
import { actionButton, faultSummary } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import type { LikelyRecord } from '#people/matching/likely-records.ts'
import type { Route } from '../../referral-routes/route.rules.ts'
import type { AlsoReferred } from '../also-referred.sql.ts'
import type { Passing } from '../passings.sql.ts'
import { stateWords, carerName, type Referral } from '../referral.ts'
import type { AnswerClock } from '../../referral-clock/clock.rules.ts'
import { usedWords } from '#people/pathway/tone.view.ts'
import { safelyOf } from '../asked.ts'
import { toldFacts } from '../told.view.ts'
import { passingsView, passOnFormView } from './pass-on.view.ts'
import { acceptFormView, askFormView, declineFormView } from './triage-forms.view.ts'

export type TriageModel = {
  readonly referral: Referral
  readonly likely: readonly LikelyRecord[]
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  /** Null once it is decided. */
  readonly waysOn: Route | null
  readonly passings: readonly Passing[]
  /** Other open referrals that seem to be of the same person. */
  readonly also: readonly AlsoReferred[]
  readonly today: IsoDate
  readonly clock: AnswerClock
  readonly overtaken: boolean
  readonly states: {
    readonly accept: FormState
    readonly ask: FormState
    readonly pass: FormState
    readonly decline: FormState
  }
}

export function triageView(model: TriageModel): Html {
  const { referral, states } = model
  const faulty = Object.values(states).find(({ faults }) => faults.length > 0)
  const open = referral.state === 'new' || referral.state === 'asked'
  return html`${govukBackLink({ href: '/referrals', text: 'Back to referrals' })}
  ${faulty === undefined ? nothing : faultSummary(faulty)}
  ${model.overtaken ? overtakenView(referral) : nothing} ${identity(model)}
  ${recordColumns({
    facts: html`<h2 class="govuk-heading-s">What we were told</h2>
      ${toldFacts(referral, model.today)}`,
    events: html`${alsoView(model.also)} ${passingsView(model.passings)} ${conversation(referral)}
    ${open ? decide(model) : decidedView(referral)}`,
  })}`
}

function identity({ referral, clock }: TriageModel): Html {
  const flags: Flag[] = [{ text: stateWords[referral.state] }]
  if (referral.urgent) flags.unshift({ text: 'Urgent', tone: 'alert' })
  const { own, asked } = referral.told ?? {}
  const safe = own?.safeContact ?? (asked === undefined ? null : safelyOf(asked))
  if (safe !== null) flags.unshift({ text: safe, tone: 'alert' })
  const open = referral.state === 'new' || referral.state === 'asked'
  if (open) {
    flags.push({ text: dueWords(clock), tone: clock.tone === 'red' ? 'alert' : 'waits' })
  }
  if (open && referral.worker !== null)
    flags.push({ text: `With ${referral.worker} to decide`, tone: 'waits' })
  if (open && referral.escalatedOn !== null)
    flags.push({
      text: `Stalled: on the manager’s list since ${inWords(isoDate(referral.escalatedOn))}`,
      tone: 'alert',
    })
  return identityStrip({
    name: carerName(referral),
    reference: referral.reference,
    details: [`referred ${inWords(isoDate(referral.receivedOn))}`, referral.from ?? ''],
    flags,
  })
}

function dueWords(clock: AnswerClock): string {
  const due =
    clock.tone === 'red'
      ? `Triage was due ${inWords(clock.dueOn)}`
      : `Triage by ${dayInWords(clock.dueOn)}`
  return `${due}: ${usedWords(clock)} gone`
}

function overtakenView(referral: Referral): Html {
  const who = referral.triager ?? 'Someone else'
  return html`<div class="app-conflict" role="alert">
    <h2 class="govuk-heading-m">This referral was changed while you had it open</h2>
    <p class="govuk-body">
      ${
        referral.triagedOn === null
          ? `It is now: ${stateWords[referral.state].toLowerCase()}. `
          : `${who} decided on ${inWords(isoDate(referral.triagedOn))}: ${stateWords[referral.state].toLowerCase()}. `
      }
      What you sent was not done.
    </p>
  </div>`
}

function conversation(referral: Referral): Html {
  if (referral.question === null) return nothing
  const waiting = html`<p class="govuk-body app-quiet">No answer yet.</p>`
  return html`<section class="govuk-inset-text" aria-labelledby="asked">
    <h2 class="govuk-heading-s" id="asked">
      We asked the
      sender${referral.askedOn === null ? '' : `, ${inWords(isoDate(referral.askedOn))}`}
    </h2>
    <p class="app-words">${referral.question}</p>
    ${
      referral.answer === null
        ? waiting
        : html`<h3 class="govuk-heading-s">Their answer</h3>
            <p class="app-words">${referral.answer}</p>`
    }
  </section>`
}

const decide = (model: TriageModel): Html =>
  html`${acceptFormView(model)} ${canAsk(model.referral) ? askFormView(model) : nothing}
  ${passOnFormView(model)} ${declineFormView(model)}`

/** Someone who registered themselves has no page to answer on. */
const canAsk = ({ state, fromOrganisationId }: Referral): boolean =>
  state === 'new' && fromOrganisationId !== null

function decidedView(referral: Referral): Html {
  const on = referral.triagedOn === null ? '' : ` on ${inWords(isoDate(referral.triagedOn))}`
  const by = referral.triager === null ? '' : ` by ${referral.triager}`
  const outcome =
    referral.outcome === null
      ? nothing
      : html`<p class="govuk-body">
            ${wordsFor('referral-outcomes', referral.outcome)}${referral.outcomeOn === null ? '' : `, ${inWords(isoDate(referral.outcomeOn))}`}
          </p>
          ${referral.outcomeWords === null ? nothing : html`<p class="app-words">${referral.outcomeWords}</p>`}`
  return html`<h2 class="govuk-heading-m">${stateWords[referral.state]}${on}${by}</h2>
    ${outcome}
    ${
      referral.personId === null
        ? nothing
        : govukButton({ text: 'Open the record', href: `/carers/${referral.personId}` })
    }
    ${
      referral.state === 'accepted'
        ? html`<p class="govuk-body">
            ${contactLine(referral)}
            <a class="govuk-link" href="/referrals/${referral.id}/outcome">Say what became of it</a>
          </p>`
        : nothing
    }
    ${tellSenderView(referral)}`
}

function alsoView(also: readonly AlsoReferred[]): Html {
  if (also.length === 0) return nothing
  return html`<section class="govuk-inset-text" aria-labelledby="also">
    <h2 class="govuk-heading-s" id="also">
      The same person seems to have been referred more than once
    </h2>
    <ul class="govuk-list">
      ${also.map(
        ({ id, reference, receivedOn, state, from }) =>
          html`<li>
            <a class="govuk-link" href="/referrals/${id}">${reference}</a>,
            ${inWords(receivedOn)}${from === null ? '' : `, from ${from}`}:
            ${stateWords[state].toLowerCase()}
          </li>`,
      )}
    </ul>
    <p class="govuk-body">Each sender still gets an answer of their own.</p>
  </section>`
}

/** A sender without an account has no page to read it on: somebody rings them. */
function tellSenderView(referral: Referral): Html {
  const { referrerTelephone, referrerAccountId, senderToldOn, referrerName, shareOutcome } =
    referral
  if (referrerTelephone === null || referrerAccountId !== null) return nothing
  if (senderToldOn !== null) {
    return html`<p class="govuk-body">The sender was told on ${inWords(isoDate(senderToldOn))}.</p>`
  }
  const what = shareOutcome
    ? 'The carer agreed to their hearing what becomes of it.'
    : 'The carer did not agree to their hearing more than whether you took it on.'
  return html`<section class="govuk-inset-text" aria-labelledby="tell">
    <h3 class="govuk-heading-s" id="tell">Tell the sender</h3>
    <p class="govuk-body">
      Ring ${referrerName ?? 'them'} on
      <a class="govuk-link" href="tel:${referrerTelephone}">${phoneInWords(referrerTelephone)}</a>.
      ${what}
    </p>
    ${actionButton({ action: `/referrals/${referral.id}/sender-told`, text: 'They have been told', classes: 'govuk-button--secondary' })}
  </section>`
}

function contactLine({ worker, contactDueOn, firstContactOn }: Referral): string {
  if (firstContactOn !== null)
    return `First talk with the carer on ${inWords(isoDate(firstContactOn))}.`
  const by = contactDueOn === null ? '' : ` by ${dayInWords(isoDate(contactDueOn))}`
  return `${worker ?? 'Somebody'} rings the carer${by}.`
}

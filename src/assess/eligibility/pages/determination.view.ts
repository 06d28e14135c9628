import { formatLinks } from '#platform/documents/formats.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukSummaryList, type SummaryRow } from '#platform/govuk/summary-list.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { inWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { Assessment } from '#assess/assessments/assessment.ts'
import { rulesFor } from '../law.ts'
import type { DecidedAs } from '../delegation.rules.ts'
import {
  answerInWords,
  determinationStates,
  mayAdvise,
  responsibilityOf,
  whyNotSendable,
  type Determination,
} from '../determination.ts'
import { lookAnswers, type SecondLook } from '../second-look.ts'
import { reasonsView } from './steps.view.ts'

type Model = {
  readonly determination: Determination
  readonly assessment: Assessment
  readonly person: Person
  readonly mayWrite: boolean
  readonly mayCountersign: boolean
  /** The second looks at it, and why there can be none now; null where there can. */
  readonly looks: readonly SecondLook[]
  readonly why: string | null
}

export function determinationView(model: Model): Html {
  const { determination, assessment, person } = model
  return html`<span class="govuk-caption-l"
      >${nameWithKnownAs(person)}, ${assessment.reference}, decision ${determination.number}</span
    >
    <h1 class="govuk-heading-l">
      ${determination.decidedOn === null ? determinationStates[determination.state] : answerInWords(determination)}
    </h1>
    ${standing(model)} ${whatNext(model)} ${looksView(model)} ${factsView(determination)}
    ${
      determination.decidedOn === null
        ? nothing
        : html`<h2 class="govuk-heading-m">The reasons</h2>
            ${reasonsView(determination)}`
    }
    ${adviceView(determination)}`
}

function standing({ determination, mayWrite }: Model): Html {
  const { state, returnedWords } = determination
  const responsibility = responsibilityOf(determination)
  const returned =
    state === 'returned'
      ? govukInsetText({ text: `The council returned this proposal: ${returnedWords ?? ''}` })
      : nothing
  const whose =
    responsibility !== null && responsibility.answer !== 'ours'
      ? govukWarningText({
          text: `${responsibility.reason} (${responsibility.ref})`,
          iconFallbackText: 'Warning',
        })
      : nothing
  const find =
    mayWrite && state === 'decided' && responsibility?.answer === 'unknown'
      ? html`<p class="govuk-body">
          <a class="govuk-link" href="/determinations/${determination.id}/where-they-live"
            >Say where they live, before support is planned</a
          >
        </p>`
      : nothing
  return html`${returned} ${whose} ${find}`
}

const standings: Readonly<Record<DecidedAs, string>> = {
  authority: 'by the council itself',
  delegate: "on the council's delegated authority (Care Act 2014 s.79)",
  proposal: 'as a proposal for the council to countersign (Care Act 2014 s.79)',
}

function factsView(determination: Determination): Html {
  const { decidedOn, decidedByName, decidedByRole, decidedAs } = determination
  const made =
    decidedOn === null
      ? null
      : `${inWords(decidedOn)} by ${decidedByName}, ${decidedByRole?.toLowerCase()}, ${decidedAs === null ? '' : standings[decidedAs]}`
  const signed =
    determination.countersignedOn === null
      ? null
      : `${inWords(determination.countersignedOn)} by ${determination.countersignedByName}`
  return govukSummaryList({
    rows: [
      row('Made', made),
      row('Countersigned', signed),
      row('Council responsible', responsibleWords(determination)),
      row('Rules', rulesWords(determination)),
      row('Sent', sentWords(determination)),
      row(
        'The carer had a copy',
        determination.copyOn === null ? null : inWords(determination.copyOn),
      ),
      row('Other copies', determination.copiesTo),
    ],
  })
}

function responsibleWords(determination: Determination): string | null {
  const { establishedOn, establishedByName } = determination
  const reason = responsibilityOf(determination)?.reason ?? null
  return reason === null || establishedOn === null
    ? reason
    : `${reason} Found out on ${inWords(establishedOn)} by ${establishedByName}.`
}

function rulesWords({ kind, rulesVersion }: Determination): string {
  const law = rulesFor(kind).law
  return `${law.charAt(0).toUpperCase()}${law.slice(1)}, in force from 1 April 2015 (${rulesVersion})`
}

function row(key: string, value: string | null): SummaryRow | null {
  return value === null ? null : { key: { text: key }, value: { text: value } }
}

function sentWords({ sentAt, sentAs }: Determination): string {
  if (sentAt === null) return 'Not yet'
  return `${inWords(londonDay(sentAt))} at ${timeInWords(sentAt)}, ${sentAs}`
}

function whatNext({ determination, mayWrite, mayCountersign }: Model): Html {
  const at = `/determinations/${determination.id}`
  if (mayCountersign)
    return govukButton({ text: 'Countersign or return it', href: `${at}/countersign` })
  if (determination.state === 'to_countersign')
    return html`<p class="govuk-body">It waits for the council to countersign it.</p>`
  if (determination.state !== 'decided') return nothing
  const letters = html`<p class="govuk-body">${letterLinks(determination)}</p>`
  if (!mayWrite || determination.sentAt !== null) return letters
  const why = whyNotSendable(determination)
  const advice = !mayAdvise(determination)
    ? nothing
    : govukButton({
        text:
          determination.adviceReduce === null ? 'Write the advice' : 'Change the written advice',
        href: `${at}/advice`,
        ...(why === null ? { classes: 'govuk-button--secondary' } : {}),
      })
  const send =
    why === null
      ? govukButton({ text: 'Send the decision to the carer', href: `${at}/send` })
      : govukInsetText({ text: why })
  return html`${why === null ? nothing : send}
    <div class="govuk-button-group">${why === null ? send : nothing} ${advice}</div>
    ${letters}`
}

/** What the carer asked to be looked at again, and the way to write down that they ask. */
function looksView({ determination, looks, why }: Model): Html {
  return html`${looks.map(
    (look) =>
      html`<p class="govuk-body">
        <a class="govuk-link" href="/second-looks/${look.id}"
          >Second look, asked for on ${inWords(look.askedOn)}</a
        >:
        ${look.answer === null ? `answer due ${inWords(look.dueOn)}` : lookAnswers[look.answer].toLowerCase()}
      </p>`,
  )}
  ${
    why === null
      ? html`<p class="govuk-body">
          <a class="govuk-link" href="/determinations/${determination.id}/look-again"
            >The carer asks for a second look</a
          >
        </p>`
      : nothing
  }`
}

/** The letter in each form in which anybody may want it. */
export function letterLinks(determination: Determination, base = '/determinations'): Html {
  const { id, adviceReduce } = determination
  const at = `${base}/${id}/letter`
  const advice = `${base}/${id}/advice-letter`
  const forms = (of: string, name: string) => html`${name}: ${formatLinks(of)}`
  return html`${forms(at, 'Decision letter')}
  ${mayAdvise(determination) && adviceReduce !== null ? html`<br />${forms(advice, 'Written advice')}` : nothing}`
}

function adviceView(determination: Determination): Html {
  const { adviceReduce, advicePrevent } = determination
  if (!mayAdvise(determination) || adviceReduce === null || advicePrevent === null) return nothing
  return html`<h2 class="govuk-heading-m">Written advice</h2>
    <h3 class="govuk-heading-s">To meet or reduce the needs</h3>
    <p class="govuk-body app-as-typed">${adviceReduce}</p>
    <h3 class="govuk-heading-s">To prevent or delay needs</h3>
    <p class="govuk-body app-as-typed">${advicePrevent}</p>`
}

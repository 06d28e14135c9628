import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, dayField, lineField, radiosField } from '#people/persons/fields.view.ts'
import {
  askers,
  kinds,
  states,
  stepNames,
  ways,
  type DataRequest,
  type HeldItem,
  type RequestStep,
  type StepKind,
} from '../data-rights.ts'
import { columnWords, momentWords, tableWords } from '../held-words.ts'
import type { listReleases } from '../releases.sql.ts'
import type { RequestClock } from '../request-clock.rules.ts'
import type { ChangeSince } from '../requests.sql.ts'
import { erasurePart, type ErasureShown } from './erasure.view.ts'
import { current, dueWords } from './requests.view.ts'

export type RequestShown = {
  readonly request: DataRequest
  readonly steps: readonly RequestStep[]
  readonly clock: RequestClock
  readonly today: IsoDate
  readonly items: readonly HeldItem[]
  readonly releases: Awaited<ReturnType<typeof listReleases>>
  readonly changes: readonly ChangeSince[]
  readonly offered: readonly StepKind[]
  readonly leads: boolean
  readonly notSigned: string | null
  readonly notReleased: string | null
  readonly known: boolean
  /** Null where no erasure is asked for. */
  readonly erasure: ErasureShown | null
  readonly state: FormState
}

export function requestView(of: RequestShown): PageView {
  const { request, state } = of
  return {
    title: `Data request ${request.reference}`,
    current,
    wide: true,
    before: govukBackLink({ text: 'Data requests', href: '/data-requests' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Data request ${request.reference}</h1>
      ${factsOf(of)} ${partOf(of)}
      <h2 class="govuk-heading-m">What was done</h2>
      <ol class="govuk-list govuk-list--spaced">
        ${of.steps.map(stepLine)}
      </ol>
      ${stepPart(of)}`,
  }
}

function partOf(of: RequestShown): Html {
  if (of.erasure !== null) return erasurePart(of, of.erasure)
  return of.request.kind === 'access' ? accessPart(of) : correctionPart(of)
}

function factsOf({ request, clock, today }: RequestShown): Html {
  const row = (key: string, value: string | Html) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  })
  const record = html`<a class="govuk-link" href="/carers/${request.personId}"
      >${request.personName}</a
    >, ${request.personReference}`
  return govukSummaryList({
    rows: [
      row('About', record),
      row('What they ask for', kinds[request.kind as keyof typeof kinds]),
      row(
        'Who asks',
        `${request.askerName} (${askers[request.askedBy as keyof typeof askers].toLowerCase()})`,
      ),
      row(
        'How and when',
        `${ways[request.receivedHow as keyof typeof ways]}, ${inWords(isoDate(request.receivedOn))}`,
      ),
      ...(request.words === null ? [] : [row('In their words', request.words)]),
      request.state === 'open'
        ? row(
            'Answer by',
            html`${dueWords(clock, today)}<br /><span class="govuk-hint">${clock.because}</span>`,
          )
        : row(
            'State',
            `${states[request.state] ?? request.state}${request.closedOn === null ? '' : ` on ${inWords(isoDate(request.closedOn))}`}`,
          ),
    ],
  })
}

function accessPart(of: RequestShown): Html {
  const { request, items, leads } = of
  const at = `/data-requests/${request.id}`
  const waiting = items.filter(
    (item) => item.setAsideBecause !== null && item.decision === null,
  ).length
  const open = request.state === 'open'
  return html`<h2 class="govuk-heading-m">What is held</h2>
    ${
      items.length === 0
        ? html`<p class="govuk-body">Nothing was gathered yet.</p>`
        : html`<p class="govuk-body">
            ${items.length} things were gathered that you may read; ${waiting} of them wait for
            somebody to decide on them.
            <a class="govuk-link" href="${at}/statements">Look through them</a>
          </p>`
    }
    ${open && of.known ? button(`${at}/gather`, 'gather', items.length === 0 ? 'Gather what is held' : 'Gather again') : nothing}
    ${open && !of.known ? html`<p class="govuk-body">Write down below how you know who asks; then what is held can be gathered.</p>` : nothing}
    ${open && leads && items.length > 0 && of.notSigned === null && of.notReleased !== null ? button(`${at}/sign`, 'sign', 'Agree to the release') : nothing}
    ${open && items.length > 0 ? releasePart(of) : nothing}
    ${of.releases.map((each) => released(at, each))}`
}

function releasePart({ request, notReleased, state }: RequestShown): Html {
  if (notReleased !== null) return html`<p class="govuk-body">Not released yet: ${notReleased}.</p>`
  return formTag({
    action: `/data-requests/${request.id}/release`,
    body: html`${hidden('id', typedIn(state, 'id'))}
    ${lineField(state, { name: 'how', label: 'How is it handed over?', hint: 'Such as by recorded post to their home' })}
    ${govukButton({ text: 'Release', preventDoubleClick: true })}`,
  })
}

function released(at: string, of: RequestShown['releases'][number]): Html {
  return html`<p class="govuk-body">
    Released on ${momentWords(of.releasedAt)} by ${of.releasedByName}: ${of.how}. ${of.items} things
    went out. <a class="govuk-link" href="${at}/releases/${of.id}/pdf">PDF</a>,
    <a class="govuk-link" href="${at}/releases/${of.id}/json">JSON</a>
  </p>`
}

function correctionPart({ changes }: RequestShown): Html {
  return html`<h2 class="govuk-heading-m">Changed in the record since they asked</h2>
    ${
      changes.length === 0
        ? html`<p class="govuk-body">
            Nothing. Put it right in the record; the change then stands here, and the old words stay
            in its history.
          </p>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${changes.map(
              ({ tableName, at, action, columns, byName }) =>
                html`<li>
                  ${tableWords(tableName)}${action === 'delete' ? ', taken away' : `: ${columns.map(columnWords).join(', ')}`},
                  ${momentWords(at)}, by ${byName ?? 'the house'}
                </li>`,
            )}
          </ul>`
    }`
}

const stepLine = ({ step, takenOn, words, accountName }: RequestStep): Html =>
  html`<li>
    <strong>${stepNames[step as StepKind]}</strong>, ${inWords(isoDate(takenOn))}: ${words}.
    ${accountName}
  </li>`

const stepPart = ({ offered, state }: RequestShown): Html =>
  html`<h2 class="govuk-heading-m">Write down what was done</h2>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${radiosField(state, { name: 'step', label: 'What was done?', options: offered.map((step) => [step, stepNames[step]] as const) })}
      ${dayField(state, { name: 'takenOn', label: 'On which day?' })}
      ${areaField(state, { name: 'words', label: 'How and why', hint: 'Such as which papers were seen; or why it is refused, and that they can complain. Who asked on their own pages reads there why it takes longer, is refused or was put right' })}
      ${govukButton({ text: 'Write it down', preventDoubleClick: true })}`,
    })}`

const button = (action: string, id: string, text: string): Html =>
  formTag({
    action,
    body: govukButton({ text, id, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  })

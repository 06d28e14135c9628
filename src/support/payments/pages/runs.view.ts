import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { pounds } from '#platform/lib/money.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { dayField, fieldRow } from '#people/persons/fields.view.ts'
import type { NamedCandidate } from '../instalments.sql.ts'
import { type Run, runStates } from '../run.ts'

export type HeldBack = NamedCandidate & {
  readonly why: string
  /** The day since when it is due, in words. */
  readonly since: string
}

type Model = {
  readonly runs: readonly Run[]
  readonly heldBack: readonly HeldBack[]
  readonly state: FormState
}

export function runsView({ runs, heldBack, state }: Model): PageView {
  return {
    title: 'Payment runs',
    current: '/payments',
    wide: true,
    before: govukBackLink({ href: '/payments', text: 'All payments' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Payment runs</h1>
      <p class="govuk-body">
        A run gathers every agreed payment that is due. When it is approved it makes the file for
        the bank. Nothing is paid twice, however often a run is gathered or sent.
      </p>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id') || newId())}
        ${fieldRow(
          dayField(state, { name: 'upTo', label: 'Payments due up to' }),
          dayField(state, {
            name: 'payOn',
            label: 'Paid on',
            hint: 'A working day on which the bank takes the file',
          }),
        )}
        ${govukButton({ text: 'Gather what is due', preventDoubleClick: true })}`,
      })}
      ${runs.length === 0 ? html`<p class="govuk-body">No runs yet.</p>` : runsTable(runs)}
      ${heldBack.length === 0 ? nothing : heldBackTable(heldBack)}`,
  }
}

const number = { format: 'numeric' } as const

const runsTable = (runs: readonly Run[]): Html =>
  html`<div class="app-scroll" role="region" tabindex="0" aria-label="Runs">
    ${govukTable({
      caption: 'Runs, the latest first',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Run' },
        { text: 'Paid on' },
        { text: 'How it stands' },
        { text: 'Gathered by' },
        { text: 'Payments', ...number },
        { text: 'Sum', ...number },
      ],
      rows: runs.map((run) => [
        { html: html`<a class="govuk-link" href="/payments/runs/${run.id}">${run.reference}</a>` },
        { text: inWords(isoDate(run.payOn)) },
        { text: runStates[run.state] },
        { text: run.begunByName },
        { text: run.lines === null ? '' : run.lines.toLocaleString('en-GB'), ...number },
        { text: run.sumPence === null ? '' : pounds(run.sumPence), ...number },
      ]),
    })}
  </div>`

/** What is due and stays out of a run until somebody does what is missing. */
const heldBackTable = (heldBack: readonly HeldBack[]): Html =>
  html`<div class="app-scroll" role="region" tabindex="0" aria-label="Held back">
    ${govukTable({
      caption: 'Due, but cannot be paid yet',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Carer' },
        { text: 'Due since' },
        { text: 'Why not' },
        { text: 'Amount', ...number },
      ],
      rows: heldBack.map((one) => [
        {
          html: html`<a class="govuk-link" href="/payments/${one.id}"
            >${one.givenName} ${one.familyName}</a
          >`,
        },
        { text: one.since },
        { text: one.why },
        { text: pounds(one.amountPence), ...number },
      ]),
    })}
  </div>`

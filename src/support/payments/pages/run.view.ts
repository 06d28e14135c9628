import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukPagination } from '#platform/govuk/pagination.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate, londonDay } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import type { Result } from '#platform/lib/result.ts'
import type { FormState } from '#platform/web/form.ts'
import { actionButton, faultSummary } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { pageLinks } from '../../page-links.ts'
import { paymentBases } from '../payment.ts'
import { type Run, runStates } from '../run.ts'
import type { RunLine, RunTotals } from '../runs.sql.ts'

export const perPage = 50

type Model = {
  readonly run: Run
  readonly totals: RunTotals
  readonly lines: readonly RunLine[]
  readonly page: number
  readonly state: FormState
  /** Whether who looks may approve it, and why not. */
  readonly may: Result<null, string>
  readonly paysOut: boolean
}

export function runView(model: Model): PageView {
  const { run, totals, state } = model
  return {
    title: `Payment run ${run.reference}`,
    current: '/payments',
    wide: true,
    before: govukBackLink({ href: '/payments/runs', text: 'All payment runs' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Payment run ${run.reference}</h1>
      ${factList({ title: 'Control totals', facts: facts(run, totals) })}
      <div id="steps">${steps(model)}</div>
      ${model.lines.length === 0 ? nothing : linesTable(model.lines)}
      ${
        totals.lines <= perPage
          ? nothing
          : govukPagination(
              pageLinks({
                total: totals.lines,
                page: model.page,
                perPage,
                address: (page) => `/payments/runs/${run.id}?page=${page}`,
              }),
            )
      }`,
  }
}

function facts(run: Run, totals: RunTotals) {
  const by = (name: string | null, at: string | null) =>
    name === null || at === null ? '' : `${name}, ${inWords(londonDay(at))}`
  return [
    { name: 'How it stands', value: runStates[run.state] },
    { name: 'Due up to', value: inWords(isoDate(run.upTo)) },
    { name: 'Paid on', value: inWords(isoDate(run.payOn)) },
    { name: 'Payments', value: totals.lines.toLocaleString('en-GB') },
    { name: 'Carers', value: totals.carers.toLocaleString('en-GB') },
    { name: 'Direct payments', value: pounds(totals.directPence) },
    { name: 'Prevention grants', value: pounds(totals.grantPence) },
    { name: 'Sum', value: html`<strong>${pounds(totals.sumPence)}</strong>` },
    { name: 'Gathered by', value: by(run.begunByName, run.begunAt) },
    ...(run.approvedAt === null
      ? []
      : [{ name: 'Approved by', value: by(run.approvedByName, run.approvedAt) }]),
    ...(run.sentAt === null ? [] : [{ name: 'Sent by', value: by(run.sentByName, run.sentAt) }]),
    ...(run.fileHash === null
      ? []
      : [
          {
            name: 'SHA-256 of the file',
            value: html`<code class="app-hash">${run.fileHash}</code>`,
          },
        ]),
  ]
}

function steps({ run, totals, may }: Model): Html {
  const action = `/payments/runs/${run.id}`
  const step = (name: string, text: string, more: Record<string, string> = {}, classes?: string) =>
    actionButton({
      action,
      text,
      fields: { step: name, ...more },
      ...(classes === undefined ? {} : { classes }),
    })
  const giveUp = step('give-up', 'Give this run up', {}, 'govuk-button--secondary')
  switch (run.state) {
    case 'gathering':
      return html`<p class="govuk-body">
          The gathering was cut off. What is gathered stays; go on from there.
        </p>
        ${step('gather', 'Go on gathering')} ${giveUp}`
    case 'gathered':
      return html`${
        may.ok
          ? step('approve', 'Approve this run', { seen: totals.seen })
          : html`<p class="govuk-body">${may.error}.</p>`
      }
      ${giveUp}`
    case 'approved':
      return html`<p class="govuk-body">
          <a class="govuk-link" href="${action}/file" download>Get the file for the bank</a>. It
          holds bank details: send it to the bank by its own way in, and keep no copy. Each person
          paid can see that you read theirs.
        </p>
        <p class="govuk-body">When the bank has taken it, mark the run as paid.</p>
        ${step('send', 'The bank has it: mark as paid')}`
    case 'sending':
      return html`<p class="govuk-body">
          Marking as paid was cut off. Nothing is paid twice; go on from there.
        </p>
        ${step('send', 'Go on marking as paid')}`
    case 'sent':
    case 'given_up':
      return nothing
  }
}

const number = { format: 'numeric' } as const

const linesTable = (lines: readonly RunLine[]): Html =>
  html`<div class="app-scroll" role="region" tabindex="0" aria-label="Payments of this run">
    ${govukTable({
      caption: 'Payments of this run',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Carer' },
        { text: 'For' },
        { text: 'Due' },
        { text: 'What it is' },
        { text: 'Account' },
        { text: 'Amount', ...number },
      ],
      rows: lines.map((line) => [
        {
          html: html`<a class="govuk-link" href="/payments/${line.paymentId}"
            >${line.givenName === null ? 'A carer whose record is closed to you' : `${line.givenName} ${line.familyName ?? ''}`}</a
          >`,
        },
        { text: line.purpose ?? '' },
        { text: inWords(isoDate(line.dueOn)) },
        { text: paymentBases[line.basis] },
        { text: line.endsWith === null ? '' : `ending ${line.endsWith}` },
        { text: pounds(line.amountPence), ...number },
      ]),
    })}
  </div>`

import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukFileUpload } from '#platform/govuk/file-upload.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { pounds } from '#platform/lib/money.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultOf, faultSummary, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { returnReason } from '../bank-returns.rules.ts'
import type { BankReturn, ReturnFile } from '../bank-returns.sql.ts'

export function bankReturnsView(of: {
  readonly files: readonly ReturnFile[]
  readonly waiting: readonly BankReturn[]
  readonly total: number
  readonly state: FormState
}): PageView {
  const { files, waiting, total, state } = of
  return {
    title: 'Payments that came back',
    current: '/payments',
    wide: true,
    before: govukBackLink({ href: '/payments', text: 'All payments' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Payments that came back</h1>
      <p class="govuk-body">
        <strong>${total.toLocaleString('en-GB')}</strong> ${total === 1 ? 'waits' : 'wait'} to be
        mended. Each is paid again once its carer has other bank details, or given up.
      </p>
      ${waiting.length === 0 ? nothing : returnsTable('Waiting to be mended', waiting)}
      <h2 class="govuk-heading-m">Read the bank’s file</h2>
      ${formTag({
        files: true,
        body: html`${govukFileUpload({
          name: 'file',
          label: { text: 'File of returned payments' },
          hint: {
            text: 'CSV, smaller than 2MB. Its first line names the columns: reference, amount in pounds, reason code and, if you have it, date. The same file twice changes nothing',
          },
          errorMessage: faultOf(state, 'file'),
          attributes: { accept: '.csv,text/csv' },
        })}
        ${govukButton({ text: 'Read this file', preventDoubleClick: true })}`,
      })}
      ${files.length === 0 ? nothing : filesTable(files)}`,
  }
}

export function returnFileView(of: {
  readonly file: ReturnFile
  readonly returns: readonly BankReturn[]
  readonly before: boolean
}): PageView {
  const { file, returns } = of
  return {
    title: `Returned payments: ${file.name}`,
    current: '/payments',
    wide: true,
    before: govukBackLink({ href: '/payments/came-back', text: 'Payments that came back' }),
    main: html`<h1 class="govuk-heading-l">Returned payments: ${file.name}</h1>
      ${of.before ? govukInsetText({ text: 'This file had been read before, so nothing was changed by reading it again.' }) : nothing}
      ${factList({
        facts: [
          { name: 'Read', value: `${inWords(isoDate(file.readOn))}, by ${file.readByName}` },
          { name: 'Lines', value: file.lines.toLocaleString('en-GB') },
          {
            name: 'Came back',
            value: `${file.taken.toLocaleString('en-GB')}, ${pounds(file.sumPence)}`,
          },
          { name: 'Refused', value: file.refused.length.toLocaleString('en-GB') },
        ],
      })}
      ${file.refused.length === 0 ? nothing : refusedTable(file)}
      ${returns.length === 0 ? nothing : returnsTable('What came back', returns)}`,
  }
}

const number = { format: 'numeric' } as const

const scrolling = (label: string, table: Html): Html =>
  html`<div class="app-scroll" role="region" tabindex="0" aria-label="${label}">${table}</div>`

const returnsTable = (caption: string, returns: readonly BankReturn[]): Html =>
  scrolling(
    caption,
    govukTable({
      caption,
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Carer' },
        { text: 'Came back' },
        { text: 'Why' },
        { text: 'What became of it' },
        { text: 'Amount', ...number },
      ],
      rows: returns.map((one) => [
        {
          html: html`<a class="govuk-link" href="${hrefOf(one)}"
            >${one.givenName === null ? 'A carer whose record is closed to you' : `${one.givenName} ${one.familyName ?? ''}`}</a
          >`,
        },
        { text: inWords(isoDate(one.returnedOn)) },
        { text: returnReason(one.reasonCode).label },
        { text: settledWords(one) },
        { text: pounds(one.amountPence), ...number },
      ]),
    }),
  )

const hrefOf = ({ paymentId, id, settled }: BankReturn): string =>
  settled === null ? `/payments/${paymentId}/came-back/${id}` : `/payments/${paymentId}`

/** What was done about a payment that came back. */
export function settledWords({ settled, settledOn, settledByName }: BankReturn): string {
  if (settled === null || settledOn === null) return 'Waits to be mended'
  const what = settled === 'again' ? 'To be paid again' : 'Given up'
  return `${what}: ${settledByName ?? ''}, ${inWords(isoDate(settledOn))}`
}

const refusedTable = ({ refused }: ReturnFile): Html =>
  scrolling(
    'Lines that were refused',
    govukTable({
      caption: 'Lines that were refused',
      captionClasses: 'govuk-table__caption--m',
      head: [{ text: 'Line', ...number }, { text: 'Reference' }, { text: 'Why' }],
      rows: refused.map(({ line, reference, why }) => [
        { text: String(line), ...number },
        { text: reference },
        { text: why },
      ]),
    }),
  )

const filesTable = (files: readonly ReturnFile[]): Html =>
  scrolling(
    'Files read',
    govukTable({
      caption: 'Files read, the latest first',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'File' },
        { text: 'Read' },
        { text: 'Came back', ...number },
        { text: 'Refused', ...number },
        { text: 'Sum', ...number },
      ],
      rows: files.map((file) => [
        {
          html: html`<a class="govuk-link" href="/payments/came-back/${file.id}">${file.name}</a>`,
        },
        { text: `${inWords(isoDate(file.readOn))}, ${file.readByName}` },
        { text: file.taken.toLocaleString('en-GB'), ...number },
        { text: file.refused.length.toLocaleString('en-GB'), ...number },
        { text: pounds(file.sumPence), ...number },
      ]),
    }),
  )

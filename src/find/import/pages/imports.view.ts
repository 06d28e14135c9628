import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukFileUpload } from '#platform/govuk/file-upload.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { inWords, londonDay, timeInWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { faultOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { kinds } from '../headings.ts'
import type { ImportRun } from '../uploads.sql.ts'
import { stateInWords } from './run-words.ts'

export function importsView({
  runs,
  state,
}: {
  readonly runs: readonly ImportRun[]
  readonly state: FormState
}): Html {
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Import a register</h1>
    <p class="govuk-body">
      Send what the previous system exported, one file or several. You see what would be taken
      before anything is stored, and rows that cannot be taken come back to be mended.
    </p>
    ${formTag({
      files: true,
      body: html`${hidden('id', typedIn(state, 'id'))}
      ${govukFileUpload({
        id: 'files',
        name: 'files',
        multiple: true,
        label: { text: 'CSV files', classes: 'govuk-label--m' },
        hint: {
          text: 'Comma, semicolon or tab between the cells; from Excel, choose Save as and CSV UTF-8',
        },
        errorMessage: faultOf(state, 'files'),
      })}
      ${govukDetails({
        summaryText: 'What the files may hold',
        html: html`<ul class="govuk-list govuk-list--bullet">
          ${kinds.map(({ title }) => html`<li>${title}</li>`)}
        </ul>`,
      })}
      ${govukButton({ text: 'Send and look', preventDoubleClick: true })}`,
    })}
    ${runs.length === 0 ? nothing : earlier(runs)}`
}

const earlier = (runs: readonly ImportRun[]): Html =>
  scrollable({
    label: 'Imports so far',
    body: govukTable({
      caption: 'Imports so far',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'When' },
        { text: 'Who' },
        { text: 'How it stands' },
        { text: 'Rows taken', format: 'numeric' },
        { text: 'Refused', format: 'numeric' },
      ],
      rows: runs.map((run) => [
        {
          html: html`<a class="govuk-link" href="/import/${run.id}"
            >${inWords(londonDay(run.askedAt))}, ${timeInWords(run.askedAt)}</a
          >`,
        },
        { text: run.by ?? 'Alongside' },
        { text: stateInWords[run.state] },
        { text: counted(run.takenCount), format: 'numeric' },
        { text: counted(run.refusedCount), format: 'numeric' },
      ]),
    }),
  })

const counted = (count: number | null): string =>
  count === null ? '' : count.toLocaleString('en-GB')

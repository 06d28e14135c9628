import { govukDetails } from '#platform/govuk/details.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukPanel } from '#platform/govuk/panel.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { FileDescribed } from '../describe-files.ts'
import type { ImportRun, Progress } from '../uploads.sql.ts'
import { counted } from './run-words.ts'

/** The headings of an import's page, by how it stands. */
export const runTitles: Readonly<Record<ImportRun['state'], string>> = {
  uploaded: 'What would be taken',
  waiting: 'The import goes on',
  running: 'The import goes on',
  done: 'Stored',
  refused: 'Nothing was stored',
}

/** An import's page, by how it stands. */
export function runView(run: ImportRun, progress: Progress | null): Html {
  switch (run.state) {
    case 'uploaded':
      return preview(run)
    case 'waiting':
    case 'running':
      return goingOn(run, progress)
    case 'done':
      return stored(run)
    case 'refused':
      return notStored(run)
  }
}

function preview(run: ImportRun): Html {
  const nothingToTake = (run.takenCount ?? 0) === 0
  return html`<h1 class="govuk-heading-l">${runTitles.uploaded}</h1>
    <p class="govuk-body">
      Nothing is stored yet. Look at what each file holds and which column is which.
    </p>
    ${filesTable(run)} ${whoIsWho(run)} ${run.files.map((file, at) => examples(run, file, at))}
    ${
      nothingToTake
        ? govukWarningText({
            text: 'None of the rows can be taken. Mend them, or tell which column is which',
            iconFallbackText: 'Warning',
          })
        : actionButton({
            action: `/import/${run.id}/start`,
            text: `Import ${counted(run.takenCount, 'row')}`,
          })
    }
    ${actionButton({ action: `/import/${run.id}/discard`, text: 'Throw these files away', classes: 'govuk-button--secondary' })}`
}

function goingOn(run: ImportRun, progress: Progress | null): Html {
  const percent = progress?.percent ?? 0
  const doing = progress?.doing ?? 'Waiting to begin'
  // The script fetches this part anew; without it the link does.
  return html`<div data-goes-on="3">
    <h1 class="govuk-heading-l">${runTitles.running}</h1>
    <p class="govuk-body" id="doing" role="status">${doing}: ${percent} of 100</p>
    <progress class="govuk-!-width-full" max="100" value="${percent}" aria-labelledby="doing">
      ${percent}%
    </progress>
    <p class="govuk-body">
      ${counted(run.takenCount, 'row')}, all of them or none. You can leave this page; it goes on
      without you.
      <a class="govuk-link" href="/import/${run.id}">See how far it is</a>
    </p>
  </div>`
}

function stored(run: ImportRun): Html {
  return html`${govukPanel({ titleText: runTitles.done, text: `${counted(run.takenCount, 'row')} taken, ${(run.newCount ?? 0).toLocaleString('en-GB')} of them new` })}
  ${filesTable(run)} ${whoIsWho(run)} ${run.files.map((file, at) => examples(run, file, at))}`
}

function notStored(run: ImportRun): Html {
  return html`<h1 class="govuk-heading-l">${runTitles.refused}</h1>
    ${govukInsetText({ text: run.why ?? 'None of the rows could be taken' })} ${filesTable(run)}
    ${run.files.map((file, at) => examples(run, file, at))}`
}

/** Duplicates among the rows: what is done about them and what is left to people. */
function whoIsWho({ state, joinedCount, reviewCount }: ImportRun): Html {
  if ((joinedCount ?? 0) === 0 && (reviewCount ?? 0) === 0) return nothing
  const look =
    state === 'done'
      ? html`<a class="govuk-link" href="/duplicates"
          >${counted(reviewCount, 'pair')} to look at</a
        >`
      : counted(reviewCount, 'pair')
  return html`<h2 class="govuk-heading-m">The same person twice</h2>
    <p class="govuk-body">
      ${counted(joinedCount, 'record')} surely of somebody who is there already: joined, and each
      join can be undone. ${look} may be one person: somebody decides.
    </p>`
}

const filesTable = ({ id, state, files }: ImportRun): Html =>
  scrollable({
    label: 'The files',
    body: govukTable({
      caption: 'The files',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'File' },
        { text: 'What it holds' },
        { text: 'Can be taken', format: 'numeric' },
        { text: 'Refused', format: 'numeric' },
        { text: 'Columns' },
      ],
      rows: files.map((file, at) => [
        { text: file.name },
        { html: file.why === null ? html`${file.title}` : html`${file.why}` },
        { text: file.taken.toLocaleString('en-GB'), format: 'numeric' },
        { text: file.refused.toLocaleString('en-GB'), format: 'numeric' },
        { html: columnsOf(id, file, at, state) },
      ]),
    }),
  })

function columnsOf(id: string, file: FileDescribed, at: number, state: ImportRun['state']): Html {
  if (file.headings.length === 0) return html`${nothing}`
  const known = `${Object.keys(file.places).length} of ${file.headings.length}`
  if (state !== 'uploaded') return html`${known}`
  return html`<a class="govuk-link" href="/import/${id}/columns/${at + 1}"
    >${known}: see and change<span class="govuk-visually-hidden">
      the columns of ${file.name}</span
    ></a
  >`
}

function examples(run: ImportRun, file: FileDescribed, at: number): Html {
  if (file.refused === 0) return nothing
  const table = govukTable({
    head: [{ text: 'Line', format: 'numeric' }, { text: 'Id' }, { text: 'What to mend' }],
    rows: file.examples.map(({ line, id, reasons }) => [
      { text: String(line), format: 'numeric' },
      { text: id },
      { text: reasons },
    ]),
  })
  const rows = scrollable({ label: `Refused rows of ${file.name}`, body: table })
  const download =
    run.state === 'uploaded'
      ? nothing
      : html`<p class="govuk-body">
          <a class="govuk-link" href="/import/${run.id}/refused/${at + 1}" download
            >Download the ${counted(file.refused, 'refused row')} of ${file.name} (CSV)</a
          >, mend them and <a class="govuk-link" href="/import">send them again</a>.
        </p>`
  return html`${govukDetails({
    summaryText: `${counted(file.refused, 'row')} of ${file.name} refused`,
    open: run.state !== 'uploaded',
    html: html`${rows}${file.refused > file.examples.length ? html`<p class="govuk-body">and ${file.refused - file.examples.length} more</p>` : nothing}`,
  })}
  ${download}`
}

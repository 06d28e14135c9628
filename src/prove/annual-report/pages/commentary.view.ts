import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { inWords, londonDay } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { faultOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { outcomes } from '../annual-report.ts'
import type { Commentary } from '../commentary.sql.ts'
import type { Report } from '../read-report.ts'

/** What was written beside an outcome's figures, and for who may, the box to write in. */
export function commentaryView(
  outcome: (typeof outcomes)[number],
  shown: { readonly report: Report; readonly mayWrite: boolean; readonly state: FormState },
): Html {
  const written = shown.report.commentary.get(outcome.id)
  if (written === undefined && !shown.mayWrite) return nothing
  return html`<div class="app-commentary" id="commentary-${outcome.id}">
    ${written === undefined ? nothing : said(written)}
    ${shown.mayWrite ? box(outcome, written, shown.state) : nothing}
  </div>`
}

function said({ words, writtenByName, writtenAt }: Commentary): Html {
  return html`<h3 class="govuk-heading-s">Commentary</h3>
    <blockquote class="govuk-inset-text app-commentary__said">
      ${words
        .split(/\n{2,}/)
        .map((paragraph) => html`<p class="govuk-body app-commentary__words">${paragraph}</p>`)}
      <p class="govuk-hint">${writtenByName}, ${inWords(londonDay(writtenAt))}</p>
    </blockquote>`
}

function box(
  { id, title }: (typeof outcomes)[number],
  written: Commentary | undefined,
  state: FormState,
): Html {
  const typedHere = typedIn(state, 'part') === id
  const field = govukTextarea({
    id: typedHere ? 'words' : `words-${id}`,
    name: 'words',
    label: { text: `Commentary on “${title}”` },
    hint: { text: 'Kept with this year, and printed in the report.' },
    rows: '6',
    value: typedHere ? typedIn(state, 'words') : (written?.words ?? ''),
    errorMessage: typedHere ? faultOf(state, 'words') : undefined,
  })
  const save = govukButton({
    text: 'Save commentary',
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  })
  return govukDetails({
    summaryText: written === undefined ? 'Write commentary' : 'Change the commentary',
    open: typedHere,
    classes: 'app-no-print',
    html: formTag({
      body: html`${hidden('part', id)}${hidden('version', written?.version ?? 0)}${field}${save}`,
    }),
  })
}

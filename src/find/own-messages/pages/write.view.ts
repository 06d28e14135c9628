import { areaField } from '#people/persons/fields.view.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { dayInWords, type IsoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { OwnWorker } from '#share/own-record/own-record.sql.ts'

export function writeView(of: {
  readonly state: FormState
  readonly worker: OwnWorker | null
  readonly answerBy: IsoDate
}): PageView {
  const { state, worker, answerBy } = of
  const to = worker?.name ?? 'us'
  const title = `Write to ${to}`
  return {
    title,
    current: '/my/messages',
    before: govukBackLink({ text: 'Back', href: '/my/messages' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">
          ${worker === null ? 'Someone at the hub' : to} answers by ${dayInWords(answerBy)}. If you
          cannot wait, <a class="govuk-link" href="/help-today">see who can help today</a>.
        </p>
        ${formTag({
          body: html`${hidden('id', typedIn(state, 'id'))}
          ${areaField(state, { name: 'words', label: 'Your message', rows: 8 })}
          ${govukButton({ text: 'Send', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}

import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Way } from '../draft.ts'
import type { Row } from '../step.ts'
import { stepsOf } from '../steps.ts'
import { pathOf } from '../ways.ts'
import { forgetButton } from './start.view.ts'

type Checked = {
  readonly way: Way
  readonly rows: readonly (Row & { readonly slug: string })[]
  /** Said to somebody who may belong to another council. */
  readonly elsewhere: string | null
}

/** Everything that was answered, before it is sent. */
export function checkAnswersView({ way, rows, elsewhere }: Checked): PageView {
  const title = 'Check your answers'
  const last = stepsOf(way).at(-1)
  return {
    title,
    before: html`<a class="govuk-back-link" href="${pathOf(way, last?.slug ?? '')}">Back</a>`,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">${title}</h1>
        ${elsewhere === null ? nothing : html`<div class="govuk-inset-text">${elsewhere}</div>`}
        ${govukSummaryList({ rows: [...shown(rows, way), ...left(rows, way)] })}
        <h2 class="govuk-heading-m">${way === 'young' ? 'Ready to send?' : 'Now send it'}</h2>
        <p class="govuk-body">
          ${
            way === 'young'
              ? "When you send it, the young carers' service can read it. Nobody else, unless you say so or someone is in danger."
              : "When you send it, the carers' hub can read it and get in touch with you. Nobody else is told unless you agree."
          }
        </p>
        ${formTag({ body: govukButton({ text: way === 'young' ? 'Send' : 'Agree and send', preventDoubleClick: true }) })}
        ${forgetButton(way)}
      </div>
    </div>`,
  }
}

const shown = (rows: Checked['rows'], way: Way) =>
  rows.map(({ key, value, slug }) => ({
    key: { text: key },
    value: { html: html`<span class="app-as-typed">${value}</span>` },
    actions: { items: [change(way, slug, 'Change', key.toLowerCase())] },
  }))

/** Pages that were left out, so that they can still be filled in. */
function left(rows: Checked['rows'], way: Way) {
  const answered = new Set(rows.map(({ slug }) => slug))
  return stepsOf(way)
    .filter(({ slug }) => !answered.has(slug))
    .map(({ slug, title }) => ({
      key: { text: title(way) },
      value: { text: 'You left this out' },
      actions: { items: [change(way, slug, 'Add', title(way).toLowerCase())] },
    }))
}

const change = (way: Way, slug: string, text: string, visuallyHiddenText: string) => ({
  href: `${pathOf(way, slug)}?change=1`,
  text,
  visuallyHiddenText,
})

/** Where no hub is set up that could receive it. */
export function nobodyReceivesView(): PageView {
  const title = 'We cannot take this yet'
  return {
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        No carers' hub is set up here that could receive what you typed. It is kept: try again
        another day, or ring your council.
      </p>`,
  }
}

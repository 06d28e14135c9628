import { govukPanel } from '#platform/govuk/panel.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { Standing } from '../receipt.sql.ts'

export function receiptView(of: {
  readonly receipt: Standing
  readonly steps: readonly string[]
}): Html {
  const { reference, telephone, urgent } = of.receipt
  const ring =
    telephone === null
      ? nothing
      : html`<p class="govuk-body">
          Can it not wait? Ring
          <a class="govuk-link" href="tel:${telephone.replaceAll(' ', '')}">${telephone}</a> and say
          ${reference}.
        </p>`
  return html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${govukPanel({
        titleText: 'Thank you. We have it.',
        html: html`Its reference<br /><strong>${reference}</strong>`,
      })}
      <p class="govuk-body">
        Write it down, and give it to the person you told us of: with it you both can see
        <a class="govuk-link" href="/refer/where-it-stands">where it stands</a>.
      </p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        ${of.steps.map((step) => html`<li>${step}</li>`)}
      </ol>
      ${urgent ? html`<p class="govuk-body">If anyone is in danger, call 999.</p>` : nothing}
      ${ring}
      <p class="govuk-body"><a class="govuk-link" href="/refer">Tell us of someone else</a></p>
    </div>
  </div>`
}

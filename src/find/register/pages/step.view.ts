import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Asking } from '../draft.ts'
import type { Step } from '../step.ts'
import { stepBefore } from '../steps.ts'
import { pathOf, ways } from '../ways.ts'
import { forgetButton } from './start.view.ts'

type Shown = Asking & {
  readonly step: Step
  readonly state: FormState
  readonly changing: boolean
}

/** One question, and the way back to the one before it. */
export function stepView({ step, state, changing, ...of }: Shown): PageView {
  return {
    title: step.title(of.way),
    keptForBack: state.faults.length > 0,
    before: html`<a class="govuk-back-link" href="${backOf(step, of, changing)}">Back</a>`,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        ${formTag({ body: html`${step.view(state, of)} ${govukButton({ text: changing ? 'Save' : 'Continue' })}` })}
        ${forgetButton(of.way)}
      </div>
    </div>`,
  }
}

function backOf(step: Step, { way }: Asking, changing: boolean): string {
  if (changing) return pathOf(way, 'check-answers')
  const before = stepBefore(step.slug, way)
  return before === null ? ways[way].path : pathOf(way, before.slug)
}

import { govukTag } from '#platform/govuk/tag.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { Step, StepPart } from '../eligibility.ts'
import type { FamilyStep } from '../family-decision.ts'
import { carerEligibilityData as law, entry } from '../law.ts'

/** The conditions in the law's order: met or not, by which regulation, why, on what evidence. */
export function stepsView(steps: readonly Step[], headingLevel: 2 | 3 = 3): Html {
  return html`<ol class="app-steps">
    ${steps.map(
      (step) =>
        html`<li class="app-steps__step">
          ${headed(step, headingLevel)}
          ${step.parts === undefined ? html`<p class="govuk-body">${step.reason}</p>` : partsView(step, step.parts)}
          ${evidenceView(step)}
        </li>`,
    )}
  </ol>`
}

/** The reasons of a decision of any kind, as they were made or as the findings have it now. */
export function reasonsView(
  of: {
    readonly steps: readonly Step[] | null
    readonly familySteps: readonly FamilyStep[] | null
  },
  headingLevel: 2 | 3 = 3,
): Html {
  if (of.familySteps !== null) return familyStepsView(of.familySteps, headingLevel)
  return of.steps === null ? nothing : stepsView(of.steps, headingLevel)
}

function familyStepsView(steps: readonly FamilyStep[], level: 2 | 3): Html {
  return html`<ol class="app-steps">
    ${steps.map((step) => {
      const tag = govukTag({ text: step.said, classes: step.met ? '' : 'govuk-tag--grey' })
      const words = html`${step.title} <span class="app-ref">${step.ref}</span> ${tag}`
      return html`<li class="app-steps__step">
        ${level === 2 ? html`<h2 class="govuk-heading-s">${words}</h2>` : html`<h3 class="govuk-heading-s">${words}</h3>`}
        <p class="govuk-body">${step.reason}</p>
        ${evidenceView(step)}
      </li>`
    })}
  </ol>`
}

function headed(step: Step, level: 2 | 3): Html {
  const words = html`${entry(law.conditions, step.id).title}
    <span class="app-ref">${step.ref}</span> ${metTag(step.met)}`
  return level === 2
    ? html`<h2 class="govuk-heading-s">${words}</h2>`
    : html`<h3 class="govuk-heading-s">${words}</h3>`
}

function metTag(met: boolean): Html {
  return govukTag({ text: met ? 'Met' : 'Not met', classes: met ? '' : 'govuk-tag--grey' })
}

/** What applies in full; what was looked at and does not apply in one line. */
function partsView(step: Step, parts: readonly StepPart[]): Html {
  const applying = parts.filter((part) => part.met)
  const others = parts.filter((part) => !part.met)
  const intro = step.id === 'C2' && step.met ? entry(law.conditions, 'C2').met : step.reason
  return html`<p class="govuk-body">${intro}</p>
    ${
      applying.length === 0
        ? nothing
        : html`<ul class="govuk-list govuk-list--bullet">
            ${applying.map((part) => html`<li>${part.reason} <span class="app-ref">${part.ref}</span>${evidenceView(part)}</li>`)}
          </ul>`
    }
    ${
      others.length === 0
        ? nothing
        : html`<p class="govuk-body-s">
            Looked at and found not to apply:
            ${others.map((part) => part.title.toLowerCase()).join('; ')}.
          </p>`
    }`
}

function evidenceView({ evidence }: { readonly evidence?: string }): Html {
  return evidence === undefined ? nothing : html`<p class="app-evidence">${evidence}</p>`
}

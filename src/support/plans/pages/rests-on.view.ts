import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { PlanBasis } from '../plan-basis.sql.ts'
import type { Plan } from '../plan.ts'

/** The assessment that a draft rests on, or those it could rest on. */
export function restsOnView(of: {
  readonly plan: Plan
  readonly bases: readonly PlanBasis[]
  readonly planner: boolean
}): Html {
  const { plan, bases, planner } = of
  const own = bases.find(({ assessmentId }) => assessmentId === plan.assessmentId)
  if (own !== undefined) {
    const facts = [{ name: 'Completed', value: inWords(own.completedOn) }]
    return html`<div id="rests-on">
      ${factList({
        title: 'Rests on the assessment',
        facts: [...facts, { name: 'Decision', value: planner ? decisionLink(own) : decision(own) }],
      })}
    </div>`
  }
  if (plan.state !== 'draft') return nothing
  const choices = bases.map(
    (basis) =>
      html`<li>
        Completed on ${inWords(basis.completedOn)}: ${decision(basis).toLowerCase()}.
        ${
          planner
            ? actionButton({
                action: `/plans/${plan.id}/rests-on`,
                text: 'Rest the plan on this one',
                fields: { assessment: basis.assessmentId, version: plan.version },
                classes: 'govuk-button--secondary app-small-button',
              })
            : nothing
        }
      </li>`,
  )
  return html`<section class="app-facts" id="rests-on">
    <h2 class="app-facts__title">Rests on no assessment yet</h2>
    ${
      choices.length === 0
        ? html`<p class="govuk-body">
            No assessment of this carer is completed.
            <a class="govuk-link" href="/carers/${plan.personId}">Their record</a> shows where it
            is.
          </p>`
        : html`<ul class="govuk-list">
            ${choices}
          </ul>`
    }
  </section>`
}

/** What was decided on an assessment, as far as is known. */
export function decision({ eligible, outcome }: Pick<PlanBasis, 'eligible' | 'outcome'>): string {
  if (eligible !== null) return eligible ? 'Eligible needs' : 'No eligible needs'
  if (outcome === 'eligible') return 'Eligible needs, by the previous system'
  if (outcome === 'not_eligible') return 'No eligible needs, by the previous system'
  return outcome === null ? 'Not decided yet' : wordsFor('assessment-outcomes', outcome)
}

function decisionLink(basis: PlanBasis): Html {
  const words = decision(basis)
  return basis.determinationId === null
    ? html`${words}`
    : html`<a class="govuk-link" href="/determinations/${basis.determinationId}">${words}</a>`
}

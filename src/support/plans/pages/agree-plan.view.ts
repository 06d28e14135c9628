import { govukErrorSummary } from '#platform/govuk/error-summary.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, dayField, lineField, radiosField } from '#people/persons/fields.view.ts'
import { planFaults } from '../plan-content.rules.ts'
import { agreedHows } from '../plan.ts'
import type { PlanOf } from '../plan-of.ts'
import { planForm } from '../plan-form.view.ts'
import { faultList, mendAt } from './plan.view.ts'

/** The last page of a draft: what is missing, or who agreed, how and when. */
export function agreePlanView(model: {
  readonly of: PlanOf
  readonly state: FormState
  /** What the plan said when this page was made. */
  readonly seen: string
  readonly changed?: boolean
}): PageView {
  const { of, state, seen } = model
  return planForm({
    of,
    title: 'Agree the plan',
    part: 'needs',
    state,
    button: 'Agree the plan',
    notice: html`${model.changed === true ? changedNotice(of) : nothing} ${missing(of)}`,
    fields: html`${hidden('seen', seen)} ${advised(of)} ${fields(state)}`,
  })
}

/** What stands in the way, each leading to where it is mended; what was typed below stays. */
function missing({ whole, limits }: PlanOf): Html {
  const wanted = planFaults(whole, limits).filter(({ blocks }) => blocks)
  if (wanted.length === 0) return nothing
  return govukErrorSummary({
    titleText: 'This plan cannot be agreed yet',
    descriptionText: 'The law asks for these first:',
    errorList: wanted.map(({ words, at }) => ({ text: words, href: mendAt(whole.plan, at) })),
  })
}

function advised({ whole, limits }: PlanOf): Html {
  const faults = planFaults(whole, limits).filter(({ blocks }) => !blocks)
  if (faults.length === 0) return nothing
  return html`<h2 class="govuk-heading-s">Good practice, before you agree it</h2>
    ${faultList(whole.plan, faults)}`
}

function changedNotice({ whole }: PlanOf): Html {
  return html`<div class="app-conflict" role="alert" tabindex="-1">
    <h2 class="govuk-heading-m">The plan was changed while you had this page open</h2>
    <p class="govuk-body">
      Read <a class="govuk-link" href="/plans/${whole.plan.id}">the plan as it is now</a> with the
      carer before you agree it. What you typed is kept below.
    </p>
  </div>`
}

const fields = (state: FormState): Html =>
  html` ${lineField(state, { name: 'by', label: 'Who agreed?', hint: 'The carer, or who acts for them' })}
  ${radiosField(state, { name: 'how', label: 'How did they agree?', options: Object.entries(agreedHows) })}
  ${dayField(state, { name: 'on', label: 'When did they agree?', hint: 'The first review falls six to eight weeks later' })}
  ${areaField(state, { name: 'involved', label: 'Who else took part because the carer asked? (optional)' })}
  ${areaField(state, { name: 'copiesTo', label: 'Who else gets a copy because the carer asked? (optional)' })}`

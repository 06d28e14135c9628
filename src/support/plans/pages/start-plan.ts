import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { BadRequest } from '#platform/lib/errors.ts'
import { hiddenId } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, type PageView } from '#platform/web/page.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { listBases, type PlanBasis } from '../plan-basis.sql.ts'
import { planners } from '../plan.ts'
import { listOpenPlans } from '../plans.sql.ts'
import { needsFrom, startPlan } from '../start-plan.ts'
import { decision } from './rests-on.view.ts'

const startForm = form({ id: hiddenId() })

/** Begins a support plan from the carer's assessment; where one is open, leads there. */
export const startPlanPage = page({
  path: '/carers/:id/plan/new',
  door: 'workspace',
  may: planners,
  params: carerParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const organisationId = actor.organisationIds[0] ?? 0
      const [open] = await listOpenPlans(tx, { personId: person.id, organisationId })
      if (open !== undefined) return see(`/plans/${open.id}`)
      await noteRead(tx, actor, person.id, 'what the support plan begins with')
      const [basis] = await listBases(tx, person.id)
      return show(viewOf(person, basis))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const sent = startForm.read(body)
      if (!sent.ok) throw new BadRequest('a new plan without an id')
      const { id } = sent.value
      const started = await startPlan(tx, { actor, id, personId: person.id, today: clock.today() })
      return see(`/plans/${started.ok ? started.value : started.error.id}`)
    }),
})

function viewOf(person: Person, basis: PlanBasis | undefined): PageView {
  return {
    title: `Begin a support plan for ${fullName(person)}`,
    before: govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${fullName(person)}` }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Begin a support plan for ${fullName(person)}</h1>
        ${basis === undefined ? withoutAssessment : restingOn(basis)}
        ${formTag({ body: html`${hidden('id', newId())} ${govukButton({ text: 'Begin the plan', preventDoubleClick: true })}` })}
      </div>
    </div>`,
  }
}

const withoutAssessment = html`<p class="govuk-body">
  No assessment of this carer is completed. You can begin to write now; a plan under the Care Act
  can be agreed once it rests on one.
</p>`

function restingOn(basis: PlanBasis): Html {
  const needs = needsFrom(basis)
  return html`<p class="govuk-body">It begins with what the assessment found.</p>
    ${factList({
      facts: [
        { name: 'Assessment completed', value: inWords(basis.completedOn) },
        { name: 'Decision', value: decision(basis) },
        {
          name: 'Needs',
          value:
            needs.length === 0
              ? 'None written down in a decision'
              : html`<ul class="govuk-list govuk-list--bullet">
                  ${needs.map(({ need }) => html`<li>${need}</li>`)}
                </ul>`,
        },
      ],
    })}`
}

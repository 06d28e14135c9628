import { z } from 'zod'
import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { hiddenVersion } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { responsibilityOf, type Determination } from '../determination.ts'
import { updateEstablished } from '../determinations.sql.ts'
import { areaMissing, homeFields, homeSaid, homeTyped } from '../home-form.ts'
import { homeOnRecord, responsibilityFor } from '../home-on-record.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import type { Home } from '../responsible-authority.rules.ts'
import { homeView } from './home.view.ts'
import { backTo } from './links.view.ts'

const said = form({ version: hiddenVersion(), ...homeFields }, (values) =>
  values.home === 'unknown'
    ? [{ field: 'home', message: 'Find out where they live: nothing can be planned before' }]
    : areaMissing(values),
)

/**
 * Keeps what was found out after a decision about where the adult who needs care lives: Care Act 2014
 * s.13(4)(b). What was decided stays as it was; this stands beside it, once.
 */
export const whereTheyLivePage = page({
  path: '/determinations/:id/where-they-live',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      if (!isUnknown(opened.determination)) return see(`/determinations/${params.id}`)
      const home = await homeOnRecord(tx, opened, actor.authorityCode, clock.today())
      return show(viewOf(opened, freshForm(homeTyped(home)), home))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination } = opened
      const at = `/determinations/${params.id}`
      if (!isUnknown(determination)) return see(at)
      const home = await homeOnRecord(tx, opened, actor.authorityCode, clock.today())
      const read = said.read(body)
      if (!read.ok) return showAgain(viewOf(opened, read.error, home))
      const done = await updateEstablished(tx, {
        id: determination.id,
        version: read.value.version,
        established: responsibilityFor(determination, homeSaid(read.value)),
        establishedOn: clock.today(),
        establishedByName: actor.displayName,
      })
      if (done) return see(at)
      const words = 'Somebody changed this decision while you were writing: look, then save again'
      return showConflict(viewOf(opened, withFault(body, 'home', words), home))
    }),
})

/** Whether it was decided without knowing whose responsibility it is, and nobody has found out since. */
function isUnknown(determination: Determination): boolean {
  const { state } = determination
  return state === 'decided' && responsibilityOf(determination)?.answer === 'unknown'
}

function viewOf({ determination, person }: OpenedDecision, state: FormState, home: Home): PageView {
  return {
    title: `Where they live: ${nameWithKnownAs(person)}`,
    before: backTo(determination),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
      <h1 class="govuk-heading-l">Which council is responsible</h1>
      <p class="govuk-body">
        When this was decided, nobody knew. It has to be known before support is planned. What was
        decided stays as it was.
      </p>
      ${formTag({
        body: html`${hidden('version', determination.version)}
        ${homeView(state, determination, home)}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  }
}

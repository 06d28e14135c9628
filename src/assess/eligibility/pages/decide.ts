import { z } from 'zod'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { hiddenVersion } from '#platform/web/fields.ts'
import { form, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { whyNotToDecide } from '../countersigning.rules.ts'
import type { Determination } from '../determination.ts'
import { missingFromFamily } from '../family-decision.rules.ts'
import { missingFromFindings, type Missing } from '../findings.rules.ts'
import { areaMissing, homeFields, homeSaid, homeTyped } from '../home-form.ts'
import { homeOnRecord, responsibilityFor } from '../home-on-record.ts'
import { cameTo, makeDecision, standingOf } from '../make-decision.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import { decideView } from './decide.view.ts'
import { whereNext } from './decision.ts'
import { backToDecision } from './links.view.ts'

const decided = form({ version: hiddenVersion(), ...homeFields }, areaMissing)

/** The last look before a decision: what the rule makes of the findings, who decides, whose it is. */
export const decidePage = page({
  path: '/determinations/:id/decide',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination } = opened
      const next = whereNext(determination)
      if (next !== `/determinations/${params.id}/decide`) return see(next)
      const home = await homeOnRecord(tx, opened, actor.authorityCode, clock.today())
      const standing = await standingOf(tx, actor, determination, clock.today())
      return show(viewOf({ ...opened, standing, home, state: freshForm(homeTyped(home)) }))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination } = opened
      if (determination.state !== 'draft') return see(`/determinations/${params.id}`)
      const home = await homeOnRecord(tx, opened, actor.authorityCode, clock.today())
      const model = {
        ...opened,
        home,
        standing: await standingOf(tx, actor, determination, clock.today()),
      }
      const [missing] = missingFrom(determination)
      if (missing !== undefined)
        return showAgain(viewOf({ ...model, state: withFault(body, 'steps', missing.message) }))
      const why = whyNotToDecide({ determination, actor })
      if (why !== null) return showAgain(viewOf({ ...model, state: withFault(body, 'steps', why) }))
      const read = decided.read(body)
      if (!read.ok) return showAgain(viewOf({ ...model, state: read.error }))
      const done = await makeDecision(tx, {
        actor,
        determination,
        version: read.value.version,
        responsibility: responsibilityFor(determination, homeSaid(read.value)),
        today: clock.today(),
      })
      if (done) return see(`/determinations/${params.id}`)
      const words = 'The findings changed while you were reading: look at them again, then decide'
      return showConflict(viewOf({ ...model, state: withFault(body, 'steps', words) }))
    }),
})

/** What the findings still lack, by the law of their kind. */
function missingFrom({ kind, findings, familyFindings }: Determination): readonly Missing[] {
  return kind === 'adult_carer'
    ? missingFromFindings(findings)
    : missingFromFamily(kind, familyFindings)
}

type Model = OpenedDecision & Omit<Parameters<typeof decideView>[0], 'came' | 'version'>

function viewOf(model: Model): PageView {
  const { determination, person } = model
  const came = cameTo(determination)
  return {
    title: `Decide for ${nameWithKnownAs(person)}`,
    before: backToDecision(determination),
    main: decideView({ ...model, came, version: determination.version }),
  }
}

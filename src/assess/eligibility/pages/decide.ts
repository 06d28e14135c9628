import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { choice, hiddenVersion, optionalText } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { carerEligibility } from '../carer-eligibility.rules.ts'
import { missingFromFindings } from '../findings.rules.ts'
import { homeIn } from '../home-area.rules.ts'
import { listCaredForHomes } from '../homes.sql.ts'
import { makeDecision, standingOf } from '../make-decision.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import { responsibleAuthority, type Home } from '../responsible-authority.rules.ts'
import { decideView } from './decide.view.ts'
import { whereNext } from './decision.ts'
import { backToDecision } from './links.view.ts'

const decided = form(
  {
    version: hiddenVersion(),
    home: choice(
      ['here', 'no_settled_home', 'elsewhere', 'unknown'],
      'Select where the adult who needs care lives',
    ),
    area: optionalText(100),
  },
  ({ home, area }) =>
    home === 'elsewhere' && area === null
      ? [{ field: 'area', message: 'Enter the council or area in which they live' }]
      : [],
)

/** The last look before a decision: what the rule makes of the findings, who decides, whose it is. */
export const decidePage = page({
  path: '/determinations/:id/decide',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination, person } = opened
      const next = whereNext(determination)
      if (next !== `/determinations/${params.id}/decide`) return see(next)
      const home = await homeOnRecord(tx, person.id, actor.authorityCode, clock.today())
      const standing = await standingOf(tx, actor, determination, clock.today())
      return show(viewOf({ ...opened, standing, home, state: freshForm(asTyped(home)) }))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      const { determination, person } = opened
      if (determination.state !== 'draft') return see(`/determinations/${params.id}`)
      const home = await homeOnRecord(tx, person.id, actor.authorityCode, clock.today())
      const model = {
        ...opened,
        home,
        standing: await standingOf(tx, actor, determination, clock.today()),
      }
      const [missing] = missingFromFindings(determination.findings)
      if (missing !== undefined)
        return showAgain(viewOf({ ...model, state: withFault(body, 'steps', missing.message) }))
      const read = decided.read(body)
      if (!read.ok) return showAgain(viewOf({ ...model, state: read.error }))
      const done = await makeDecision(tx, {
        actor,
        determination,
        version: read.value.version,
        responsibility: responsibleAuthority({
          kind: 'adult_carer',
          carer: { is: 'unknown' },
          caredFor: [homeSaid(read.value)],
        }),
        today: clock.today(),
      })
      if (done) return see(`/determinations/${params.id}`)
      const words = 'The findings changed while you were reading: look at them again, then decide'
      return showConflict(viewOf({ ...model, state: withFault(body, 'steps', words) }))
    }),
})

/** Where the adult lives, as the record has it; of several, the one that makes the duty ours. */
async function homeOnRecord(
  tx: Tx,
  carerId: string,
  authorityCode: string,
  today: IsoDate,
): Promise<Home> {
  const homes = await listCaredForHomes(tx, carerId, today)
  const known = homes.map(({ districtCode }) => homeIn(districtCode, authorityCode))
  const unsure = known.find(({ is }) => is === 'unknown')
  return known.find(({ is }) => is === 'here') ?? unsure ?? known[0] ?? { is: 'unknown' }
}

function asTyped(home: Home): FormState['typed'] {
  return { home: home.is, area: home.is === 'elsewhere' ? home.area : '' }
}

function homeSaid({
  home,
  area,
}: {
  readonly home: Home['is']
  readonly area: string | null
}): Home {
  return home === 'elsewhere' ? { is: home, area: area ?? '' } : { is: home }
}

type Model = OpenedDecision & Omit<Parameters<typeof decideView>[0], 'eligibility' | 'version'>

function viewOf(model: Model): PageView {
  const { determination, person } = model
  const eligibility = carerEligibility(determination.findings)
  return {
    title: `Decide for ${nameWithKnownAs(person)}`,
    before: backToDecision(determination),
    main: decideView({ ...model, eligibility, version: determination.version }),
  }
}

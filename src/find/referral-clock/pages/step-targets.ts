import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { insertStepTarget, listStepTargets } from '#people/pathway/step-targets.sql.ts'
import { stepTargetForm } from '../step-targets-form.ts'
import { stepTargetsView } from './step-targets.view.ts'

const path = '/promises/steps'

/** How long each step after the first talk may take, by kind of carer, and from when; a new promise is added, none is changed. */
export const stepTargetsPage = page({
  path,
  door: 'workspace',
  may: ['manager', 'administrator'],
  get: ({ asActor }) => asActor(async (tx) => show(await viewOf(tx, freshForm({ id: newId() })))),
  post: ({ body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const read = stepTargetForm(clock.today()).read(body)
      if (!read.ok) return showAgain(await viewOf(tx, read.error))
      await insertStepTarget(tx, { ...read.value, authorityId: actor.authorityId })
      return see(path)
    }),
})

async function viewOf(tx: Tx, state: FormState): Promise<PageView> {
  return {
    title: 'What we promise: each step',
    current: '/referrals/promises',
    main: stepTargetsView({ targets: await listStepTargets(tx), state }),
  }
}

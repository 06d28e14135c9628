import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { insertTarget, listTargets } from '../targets.sql.ts'
import { targetForm } from '../targets-form.ts'
import { targetsView } from './targets.view.ts'

const path = '/referrals/promises'

/** How long a referral may wait, by kind of carer and urgency, and from when; a new promise is added, none is changed. */
export const targetsPage = page({
  path,
  door: 'workspace',
  may: ['manager', 'administrator'],
  get: ({ asActor }) => asActor(async (tx) => show(await viewOf(tx, freshForm({ id: newId() })))),
  post: ({ body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const read = targetForm(clock.today()).read(body)
      if (!read.ok) return showAgain(await viewOf(tx, read.error))
      await insertTarget(tx, { ...read.value, authorityId: actor.authorityId })
      return see(path)
    }),
})

async function viewOf(tx: Tx, state: FormState): Promise<PageView> {
  return {
    title: 'What we promise',
    current: path,
    main: targetsView({ targets: await listTargets(tx), state }),
  }
}

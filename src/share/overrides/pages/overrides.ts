import { workers } from '#platform/access/duties.ts'
import { page, show } from '#platform/web/page.ts'
import { listOverrides } from '../overrides.sql.ts'
import { overridesView } from './overrides.view.ts'

/** More than a county opens in a year; older ones stay in the carers' own lists and in history. */
const limit = 200

/** Records opened without agreement: one's own, the organisation's for its manager, all for the lead. */
export const overridesPage = page({
  path: '/overrides',
  door: 'workspace',
  may: workers,
  get: ({ asActor, clock }) =>
    asActor(async (tx) => show(overridesView(await listOverrides(tx, limit), clock.now()))),
})

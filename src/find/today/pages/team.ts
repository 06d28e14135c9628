import { addDays } from '#platform/lib/dates.ts'
import { page, show } from '#platform/web/page.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { listTeam } from '../team.sql.ts'
import { teamView } from './team.view.ts'

/** What everybody in a manager's team has in hand, and what of it is late. */
export const teamPage = page({
  path: '/team',
  door: 'workspace',
  may: ['manager'],
  get: ({ actor, clock, asActor }) =>
    asActor(async (tx) => {
      const today = clock.today()
      const since = addDays(today, -6)
      const team = await listTeam(tx, { actor, today, since, duties: caseworkers })
      return show({ title: 'Team', current: '/team', wide: true, main: teamView(team) })
    }),
})

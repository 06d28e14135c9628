import { workers } from '#platform/access/duties.ts'
import { page, show } from '#platform/web/page.ts'
import { fullName } from '#people/persons/person.ts'
import { listSteps } from '../registrations.sql.ts'
import { lifeView } from './life.view.ts'
import { openRegistration, registrationParams } from './own-registration.ts'

/** One registration: where it stands, what follows from that, how it came there, and the steps from here. */
export const lifePage = page({
  path: '/carers/:id/registrations/:registration',
  door: 'workspace',
  may: workers,
  params: registrationParams,
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const opened = await openRegistration(tx, actor, params)
      const taken = await listSteps(tx, opened.registration.id)
      return show({
        title: `${fullName(opened.person)} on the register`,
        main: lifeView({ ...opened, taken, today: clock.today() }),
      })
    }),
})

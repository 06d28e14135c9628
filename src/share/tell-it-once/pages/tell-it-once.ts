import { page, show } from '#platform/web/page.ts'
import { ownPersonId } from '#share/agreements/own.ts'
import { findToldPage, listToldLinks, listToldOpenings } from '../told.sql.ts'
import { tellItOnceView } from './tell-it-once.view.ts'

/** What the carer tells once, who has a link to it, and each time it was opened. */
export const tellItOncePage = page({
  path: '/my/tell-it-once',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor, clock }) =>
    asActor(async (tx) => {
      const personId = ownPersonId(actor)
      return show(
        tellItOnceView({
          told: await findToldPage(tx, personId),
          links: await listToldLinks(tx, personId),
          openings: await listToldOpenings(tx, personId),
          now: clock.now(),
        }),
      )
    }),
})

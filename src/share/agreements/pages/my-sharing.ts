import { page, show } from '#platform/web/page.ts'
import { listAgreements } from '../agreements.sql.ts'
import { ownPersonId } from '../own.ts'
import { mySharingView } from './my-sharing.view.ts'

/** Who may know what of the carer's record, and the way to change it, alone. */
export const mySharingPage = page({
  path: '/my/sharing',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor, clock }) =>
    asActor(async (tx) => {
      const agreements = await listAgreements(tx, ownPersonId(actor))
      return show(mySharingView(agreements, clock.today()))
    }),
})

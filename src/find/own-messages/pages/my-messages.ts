import { NotFound } from '#platform/lib/errors.ts'
import { page, show } from '#platform/web/page.ts'
import { listOwnWorkers } from '#share/own-record/own-record.sql.ts'
import { listOwnMessages } from '../own-messages.sql.ts'
import { myMessagesView } from './my-messages.view.ts'

/** More than anyone reads at once; older ones are on paper or in the record. */
const limit = 100

export const myMessagesPage = page({
  path: '/my/messages',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const { authorityId, personId } = actor
      if (personId === null) throw new NotFound('record')
      const { messages, total } = await listOwnMessages(tx, { authorityId, personId, limit })
      return show(myMessagesView({ messages, total, workers: await listOwnWorkers(tx) }))
    }),
})

import { page, see } from '#platform/web/page.ts'
import { carerParams } from '#people/persons/params.ts'
import { undoJoin } from '../join-records.ts'
import { lockJoin } from '../join.sql.ts'

/** Takes two joined records apart again. */
export const undoJoinPage = page({
  path: '/duplicates/joins/:id/undo',
  door: 'workspace',
  may: ['manager', 'adviser', 'assessor', 'key_worker'],
  params: carerParams,
  post: async ({ params: { id }, asActor, asSystem, actor }) => {
    await asActor((tx) => lockJoin(tx, id))
    return see(
      `/carers/${await asSystem('take joined records apart', (tx) => undoJoin(tx, actor, id))}`,
    )
  },
})

import { z } from 'zod'
import { choice } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { listWaiting } from '../requests.sql.ts'
import { settle } from '../settle.ts'
import { waitingView } from './waiting.view.ts'

const answer = form({ answer: choice(['agree', 'decline'], 'Say whether you agree') })

/** What waits for a second administrator. */
export const waitingPage = page({
  path: '/admin/waiting',
  door: 'workspace',
  may: administrators,
  get: ({ actor, asActor }) =>
    asActor(async (tx) =>
      show(waitingView(await listWaiting(tx, actor.authorityId), actor.accountId, null)),
    ),
})

/** A second administrator's answer to one of them. */
export const answerPage = page({
  path: '/admin/waiting/:kind/:id',
  door: 'workspace',
  may: administrators,
  params: z.object({ kind: z.enum(['duty', 'invitation', 'rule']), id: z.uuid() }),
  get: async () => see('/admin/waiting'),
  post: (context) =>
    context.asActor(async (tx) => {
      const by = administratorOf(context)
      const again = async (why: string) =>
        showAgain(waitingView(await listWaiting(tx, by.authorityId), by.accountId, why))
      const read = answer.read(context.body)
      if (!read.ok) return again('Say whether you agree')
      const agree = read.value.answer === 'agree'
      const settled = await settle(tx, context, { ...context.params, by, agree })
      return settled.ok ? see('/admin/waiting') : again(settled.error)
    }),
})

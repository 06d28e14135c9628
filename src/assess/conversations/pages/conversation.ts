import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { page, show } from '#platform/web/page.ts'
import { listActions } from '../actions.sql.ts'
import { purposes } from '../conversation.ts'
import { getConversation, listCheckIns } from '../conversations.sql.ts'
import { conversationView } from './conversation.view.ts'
import { recordLink } from './links.view.ts'

/** A conversation so far: what was said, what was agreed, and of a crisis each of its days. */
export const conversationPage = page({
  path: '/conversations/:id',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const conversation = await getConversation(tx, params.id)
      const person = await getPerson(tx, conversation.personId)
      await noteRead(tx, actor, person.id, 'conversations')
      const actions = await listActions(tx, person.id)
      return show({
        title: `${purposes[conversation.number].title} with ${nameWithKnownAs(person)}`,
        before: recordLink(person.id),
        main: conversationView({
          conversation,
          person,
          actions: actions.filter(({ conversationId }) => conversationId === conversation.id),
          checkIns: await listCheckIns(tx, conversation.id),
          today: clock.today(),
        }),
      })
    }),
})

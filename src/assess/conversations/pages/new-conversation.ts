import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { newId } from '#platform/lib/ids.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { dayTyped, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { purposes, type ConversationNumber } from '../conversation.ts'
import { conversationForm, knownAlready, wordsOf } from '../conversation-form.ts'
import { listConversations } from '../conversations.sql.ts'
import { holdConversation } from '../hold-conversation.ts'
import { conversationFormView } from './conversation-form.view.ts'
import { recordLink } from './links.view.ts'

const params = z.object({
  id: idParam,
  number: z.enum(['1', '2']).transform((number) => Number(number) as ConversationNumber),
})

/** A conversation as it is held: short, led by its purpose, prefilled with what is known already. */
export const newConversationPage = page({
  path: '/carers/:id/conversation-:number',
  door: 'workspace',
  may: workers,
  params,
  get: ({ params: { id, number }, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, id)
      await noteRead(tx, actor, person.id, 'conversations')
      const [last] = await listConversations(tx, person.id)
      const typed = {
        ...knownAlready(last),
        ...dayTyped('held_on', clock.today()),
        id: newId(),
        version: '1',
      }
      return show(viewOf(person, number, freshForm(typed), last !== undefined))
    }),
  post: ({ params: { id, number }, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, id)
      const read = conversationForm(number, clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(person, number, read.error, false))
      const { value } = read
      await holdConversation(tx, {
        actor,
        person,
        held: {
          id: value.id,
          number,
          heldOn: value.held_on,
          words: wordsOf(value),
          assessmentAskedFor: value.asked,
        },
      })
      return see(`/conversations/${value.id}`)
    }),
})

function viewOf(
  person: Person,
  number: ConversationNumber,
  state: FormState,
  prefilled: boolean,
): PageView {
  return {
    title: `${purposes[number].title} with ${nameWithKnownAs(person)}`,
    before: recordLink(person.id),
    main: conversationFormView({ person, number, state, prefilled, askedBefore: false }),
  }
}

import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import type { Conversation } from '../conversation.ts'
import { asTyped, conversationForm, wordsOf } from '../conversation-form.ts'
import { getConversation, updateConversation } from '../conversations.sql.ts'
import { startAssessment } from '../hold-conversation.ts'
import { conversationFormView } from './conversation-form.view.ts'
import { conversationLink } from './links.view.ts'

/** Changes what is written of a conversation: history keeps what stood there before. */
export const changeConversationPage = page({
  path: '/conversations/:id/change',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const conversation = await getConversation(tx, params.id)
      const person = await getPerson(tx, conversation.personId)
      await noteRead(tx, actor, person.id, 'conversations')
      return show(viewOf(conversation, person, freshForm(typedOf(conversation))))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const conversation = await getConversation(tx, params.id)
      const person = await getPerson(tx, conversation.personId)
      const { number, assessmentAskedFor: before } = conversation
      const read = conversationForm(number, clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(conversation, person, read.error))
      const { version, held_on: heldOn, asked } = read.value
      const { stoodDown } = conversation.words
      const saved = await updateConversation(tx, {
        id: conversation.id,
        version,
        heldOn,
        words: { ...wordsOf(read.value), ...(stoodDown === undefined ? {} : { stoodDown }) },
        assessmentAskedFor: before || asked,
      })
      if (!saved) {
        const state = freshForm({ ...body, version: String(conversation.version) })
        return showConflict(viewOf(conversation, person, state, theirVersion(conversation)))
      }
      if (asked && !before) await startAssessment(tx, { actor, person, held: { number, heldOn } })
      return see(`/conversations/${conversation.id}`)
    }),
})

function typedOf(conversation: Conversation): FormState['typed'] {
  return { ...asTyped(conversation), id: conversation.id, version: String(conversation.version) }
}

function viewOf(
  conversation: Conversation,
  person: Person,
  state: FormState,
  theirs?: Html,
): PageView {
  const { number, assessmentAskedFor: askedBefore } = conversation
  const of = { person, number, state, prefilled: false, askedBefore }
  return {
    title: `Change the conversation with ${nameWithKnownAs(person)}`,
    before: conversationLink(conversation),
    main: conversationFormView(theirs === undefined ? of : { ...of, theirs }),
  }
}

function theirVersion({ words }: Conversation): Html {
  const said = [words.matters, words.change, words.strengths, words.people]
  const steps = words.agreed.map(({ what, who }) => `${what} (${who})`)
  return govukInsetText({
    html: html`<h2 class="govuk-heading-m">
        Somebody saved this conversation while you were writing
      </h2>
      <p class="govuk-body">
        Nothing was overwritten, and what you typed is in the form below. This is their version.
      </p>
      ${[...said, ...steps].filter((part) => part !== '').map((part) => html`<p class="govuk-body app-as-typed">${part}</p>`)}`,
  })
}

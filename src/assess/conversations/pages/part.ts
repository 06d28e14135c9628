import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { topicTitles } from '#assess/assessments/talk-topics.ts'
import { partsOf, saidOn, type Conversation, type Part } from '../conversation.ts'
import { getConversation, updateConversation } from '../conversations.sql.ts'
import { draftOver, forgetDraft, keptAsDraft } from '../drafts.ts'
import { askIn } from '../hold-conversation.ts'
import { asTyped, partForm, withPart } from '../part-form.ts'
import { afterPart } from './after-part.ts'
import { conversationLink } from './links.view.ts'
import { partView } from './part.view.ts'

const params = z.object({ id: idParam, part: z.string().max(20) })

/** One part of a conversation that was begun: history keeps what stood there before. */
export const partPage = page({
  path: '/conversations/:id/parts/:part',
  door: 'workspace',
  may: workers,
  params,
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const found = await opened(tx, params)
      await noteRead(tx, actor, found.person.id, 'conversations')
      const typed = asTyped(found.conversation, found.part)
      const kept = await draftOver(tx, actor, { ...found.draft, typed })
      return show(viewOf(found, freshForm(kept.typed), { draftAt: kept.draftAt }))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { params, body, actor, clock } = context
      const found = await opened(tx, params)
      const { conversation, part } = found
      const back = `/conversations/${conversation.id}`
      const kept = await keptAsDraft(tx, context, { ...found.draft, back })
      if (kept !== null) return kept
      const read = partForm(conversation.number, part, clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(found, read.error))
      const heldOn = read.value.held_on ?? conversation.heldOn
      const saved = await updateConversation(tx, {
        id: conversation.id,
        version: read.value.version,
        heldOn,
        ...withPart(conversation, part, read.value),
        assessmentAskedFor: conversation.assessmentAskedFor,
      })
      if (!saved) {
        const state = freshForm({ ...body, version: String(conversation.version) })
        return showConflict(viewOf(found, state, { theirs: theirVersion(conversation, part) }))
      }
      if (read.value.asked) await askIn(tx, { actor, conversation, on: heldOn })
      await forgetDraft(tx, actor, found.draft)
      return see(afterPart(conversation, part, body))
    }),
})

async function opened(tx: Tx, of: z.output<typeof params>) {
  const conversation = await getConversation(tx, of.id)
  const part = partsOf[conversation.number].find(({ id }) => id === of.part)
  if (part === undefined) throw new NotFound('part of this conversation')
  const person = await getPerson(tx, conversation.personId)
  const form = `conversation ${conversation.id} ${part.id}`
  return { conversation, part, person, draft: { personId: person.id, form } }
}

function viewOf(
  { conversation, part, person }: Awaited<ReturnType<typeof opened>>,
  state: FormState,
  more: { readonly draftAt?: IsoInstant | null; readonly theirs?: Html } = {},
): PageView {
  const { number, unconfirmed: known, assessmentAskedFor: askedBefore } = conversation
  const of = { person, number, part, state, known, askedBefore, draftAt: more.draftAt ?? null }
  return {
    title: `${part.title}: conversation ${number} with ${nameWithKnownAs(person)}`,
    before: conversationLink(conversation),
    main: partView(more.theirs === undefined ? of : { ...of, theirs: more.theirs }),
  }
}

function theirVersion(conversation: Conversation, part: Part): Html {
  return govukInsetText({
    html: html`<h2 class="govuk-heading-m">
        Somebody saved this conversation while you were writing
      </h2>
      <p class="govuk-body">
        Nothing was overwritten, and what you typed is in the form below. This is how it stands now.
      </p>
      ${part.topics.map(
        (topic) =>
          html`<p class="govuk-body app-as-typed">
            ${topicTitles[topic]}: ${saidOn(conversation, topic) || 'nothing yet'}
          </p>`,
      )}`,
  })
}

import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukButton } from '#platform/govuk/button.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { freshForm, typedIn, type FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type Context, type PageView } from '#platform/web/page.ts'
import { insertAction, listActions } from '../actions.sql.ts'
import { agreedForm, savedOf } from '../agreed-form.ts'
import { colleaguesOf } from '../colleagues.ts'
import { agreedTitles } from '../conversation.ts'
import { getConversation } from '../conversations.sql.ts'
import { draftOver, forgetDraft, keptAsDraft } from '../drafts.ts'
import { actionListView } from '../action-list.view.ts'
import { agreedFields } from './agreed-fields.view.ts'
import { conversationLink } from './links.view.ts'

/** The last page of a conversation: who does what by when, one thing after the other. */
export const agreedPage = page({
  path: '/conversations/:id/agreed',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const found = await opened(tx, params.id, actor)
      await noteRead(tx, actor, found.person.id, 'conversations')
      const kept = await draftOver(tx, actor, { ...found.draft, typed: { id: newId() } })
      return show(viewOf(found, freshForm(kept.typed), clock.today()))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { params, body, actor, clock } = context
      const found = await opened(tx, params.id, actor)
      const { conversation, colleagues, person } = found
      const back = `/conversations/${conversation.id}`
      const kept = await keptAsDraft(tx, context, { ...found.draft, back })
      if (kept !== null) return kept
      const today = clock.today()
      const read = agreedForm({ number: conversation.number, today, colleagues }).read(body)
      if (!read.ok) return showAgain(viewOf(found, read.error, today))
      await insertAction(tx, {
        ...savedOf(read.value, colleagues),
        authorityId: actor.authorityId,
        id: read.value.id,
        conversationId: conversation.id,
        personId: person.id,
        organisationId: conversation.organisationId,
      })
      await forgetDraft(tx, actor, found.draft)
      return see(`${back}/agreed`)
    }),
})

async function opened(tx: Tx, id: string, actor: Context['actor']) {
  const conversation = await getConversation(tx, id)
  const person = await getPerson(tx, conversation.personId)
  const all = await listActions(tx, person.id)
  return {
    conversation,
    person,
    colleagues: await colleaguesOf(tx, actor),
    own: all.filter(({ conversationId }) => conversationId === id),
    /** What earlier talks left to do, so that it is not agreed twice. */
    earlier: all.filter((each) => each.conversationId !== id && each.state === 'open'),
    draft: { personId: person.id, form: `conversation ${id} agreed` },
  }
}

function viewOf(
  found: Awaited<ReturnType<typeof opened>>,
  state: FormState,
  today: IsoDate,
): PageView {
  const { conversation, person, own, earlier } = found
  const title = agreedTitles[conversation.number]
  const name = nameWithKnownAs(person)
  return {
    title: `${title}: conversation ${conversation.number} with ${name}`,
    before: conversationLink(conversation),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${name}, conversation ${conversation.number}</span>
      <h1 class="govuk-heading-l">${title}</h1>
      ${own.length === 0 ? nothing : actionListView({ actions: own, person, today })}
      ${
        earlier.length === 0
          ? nothing
          : html`<h2 class="govuk-heading-m">Agreed before, and still to do</h2>
              ${actionListView({ actions: earlier, person, today })}`
      }
      ${addView(found, state)}`,
  }
}

function addView(found: Awaited<ReturnType<typeof opened>>, state: FormState): Html {
  const { conversation, own } = found
  return html`<h2 class="govuk-heading-m">
      ${own.length === 0 ? 'Who does what by when?' : 'Anything else?'}
    </h2>
    <div data-autosave>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))} ${agreedFields(state, found)}
          <div class="govuk-button-group">
            ${govukButton({ text: 'Add this', preventDoubleClick: true })}
            ${govukButton({ text: 'Keep as a draft', name: 'then', value: 'draft', classes: 'govuk-button--secondary' })}
            <a class="govuk-link" href="/conversations/${conversation.id}"
              >That is all: see the conversation</a
            >
          </div>`,
      })}
      <p class="govuk-body app-quiet" data-autosave-said aria-live="polite"></p>
    </div>`
}

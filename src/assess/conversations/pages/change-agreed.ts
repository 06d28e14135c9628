import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import type { Tx } from '#platform/db/database.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { freshForm, typedIn, type FormState } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import {
  page,
  see,
  show,
  showAgain,
  showConflict,
  type Context,
  type PageView,
} from '#platform/web/page.ts'
import { actionStateWords, byWords, endedWordsOf } from '../action.ts'
import { getAction, updateAction, updateActionDone } from '../actions.sql.ts'
import { asTyped, changeAgreedForm, savedOf } from '../agreed-form.ts'
import { colleaguesOf } from '../colleagues.ts'
import { getConversation } from '../conversations.sql.ts'
import { ownerWords } from '../action-list.view.ts'
import { agreedFields } from './agreed-fields.view.ts'
import { conversationLink } from './links.view.ts'

const params = z.object({ id: idParam })

/** One thing that was agreed: who does it, by when, and what became of it. */
export const changeAgreedPage = page({
  path: '/agreed/:id',
  door: 'workspace',
  may: workers,
  params,
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const found = await opened(tx, params.id, actor)
      await noteRead(tx, actor, found.person.id, 'conversations')
      return show(viewOf(found, freshForm(asTyped(found.action))))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const found = await opened(tx, params.id, actor)
      const { action, colleagues, conversation } = found
      const today = clock.today()
      const { number } = conversation
      const read = changeAgreedForm({ number, today, colleagues, action }).read(body)
      if (!read.ok) return showAgain(viewOf(found, read.error))
      const { version, state, ended_words: endedWords } = read.value
      const saved = await updateAction(tx, {
        ...savedOf(read.value, colleagues),
        id: action.id,
        version,
        state,
        endedOn: state === 'open' ? null : (action.endedOn ?? today),
        endedWords: state === 'open' ? null : endedWords,
      })
      if (!saved) {
        const typed = freshForm({ ...body, version: String(action.version) })
        return showConflict(viewOf(found, typed, theirVersion(found)))
      }
      return see(`/conversations/${conversation.id}`)
    }),
})

/** Ticks it off, once however often it is sent. */
export const agreedDonePage = page({
  path: '/agreed/:id/done',
  door: 'workspace',
  may: workers,
  params,
  get: async ({ params }) => see(`/agreed/${params.id}`),
  post: ({ params, asActor, clock }) =>
    asActor(async (tx) => {
      const action = await getAction(tx, params.id)
      await updateActionDone(tx, action.id, clock.today())
      return see(`/conversations/${action.conversationId}`)
    }),
})

async function opened(tx: Tx, id: string, actor: Context['actor']) {
  const action = await getAction(tx, id)
  return {
    action,
    conversation: await getConversation(tx, action.conversationId),
    person: await getPerson(tx, action.personId),
    colleagues: await colleaguesOf(tx, actor, action),
  }
}

type Found = Awaited<ReturnType<typeof opened>>

function viewOf(found: Found, state: FormState, theirs?: Html): PageView {
  const name = nameWithKnownAs(found.person)
  return {
    title: `Agreed with ${name}`,
    before: conversationLink(found.conversation),
    main: html`${faultSummary(state)} ${theirs ?? nothing}
      <span class="govuk-caption-l">${name}, conversation ${found.conversation.number}</span>
      <h1 class="govuk-heading-l">What was agreed</h1>
      ${formTag({
        body: html`${hidden('version', typedIn(state, 'version'))} ${agreedFields(state, found)}
        ${radiosField(state, {
          name: 'state',
          label: 'How does it stand?',
          options: Object.entries(actionStateWords),
        })}
        ${areaField(state, {
          name: 'ended_words',
          label: 'What came of it?',
          hint: 'If it was not done: why. The carer may read it',
          rows: 2,
        })}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  }
}

function theirVersion({ action, person }: Found): Html {
  const ended = endedWordsOf(action)
  return govukInsetText({
    html: html`<h2 class="govuk-heading-m">Somebody changed this while you were writing</h2>
      <p class="govuk-body">
        Nothing was overwritten, and what you typed is in the form below. This is how it stands now.
      </p>
      <p class="govuk-body app-as-typed">
        ${action.what}: ${ownerWords(action, person)}, ${byWords(action)}.
        ${ended === '' ? actionStateWords.open : ended}.
      </p>`,
  })
}

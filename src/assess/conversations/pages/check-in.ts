import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { dayInWords, inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { areaField } from '#people/persons/fields.view.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, spokenName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, hiddenId, optionalText, text, tick } from '#platform/web/fields.ts'
import { form, freshForm, typedIn, type FieldFault, type FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { listActions } from '../actions.sql.ts'
import { nextCheckIn } from '../check-in.rules.ts'
import type { Conversation } from '../conversation.ts'
import {
  getConversation,
  insertCheckIn,
  listCheckIns,
  updateCheckInOn,
  updateStoodDown,
} from '../conversations.sql.ts'
import { draftOver, forgetDraft, keptAsDraft } from '../drafts.ts'
import { askIn } from '../hold-conversation.ts'
import { actionListView } from '../action-list.view.ts'
import { conversationLink } from './links.view.ts'
import { askedView } from './part.view.ts'

const checkIn = form(
  {
    id: hiddenId(),
    words: text('Enter how it is going', 4000),
    next: choice(['go_on', 'stand_down'], 'Select what comes next'),
    reason: optionalText(1000),
    after: optionalText(1000),
    asked: tick(),
  },
  ({ next, reason, after }): readonly FieldFault[] =>
    next === 'go_on'
      ? []
      : [
          ...(reason === null
            ? [{ field: 'reason', message: 'Enter why it can be stood down' }]
            : []),
          ...(after === null ? [{ field: 'after', message: 'Enter what comes after it' }] : []),
        ],
)

/** Looking in on a crisis: how it is going, and whether somebody looks in again tomorrow. */
export const checkInPage = page({
  path: '/conversations/:id/check-in',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const found = await opened(tx, params.id)
      if (found.conversation.checkInOn === null) return see(`/conversations/${params.id}`)
      await noteRead(tx, actor, found.person.id, 'conversations')
      const kept = await draftOver(tx, actor, { ...found.draft, typed: { id: newId() } })
      return show(viewOf(found, clock.today(), freshForm(kept.typed)))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { params, body, actor, clock } = context
      const found = await opened(tx, params.id)
      const { conversation, person } = found
      const back = `/conversations/${conversation.id}`
      const kept = await keptAsDraft(tx, context, { ...found.draft, back })
      if (kept !== null) return kept
      const today = clock.today()
      const read = checkIn.read(body)
      if (!read.ok) return showAgain(viewOf(found, today, read.error))
      const { id } = read.value
      if ((await listCheckIns(tx, conversation.id)).some((each) => each.id === id)) return see(back)
      if (conversation.checkInOn === null)
        return showConflict(viewOf(found, today, freshForm(body)))
      await insertCheckIn(tx, {
        authorityId: actor.authorityId,
        id,
        conversationId: conversation.id,
        personId: person.id,
        accountId: actor.accountId,
        heldOn: today,
        words: read.value.words,
      })
      await whatComesNext(tx, conversation, today, read.value)
      if (read.value.asked) await askIn(tx, { actor, conversation, on: today })
      await forgetDraft(tx, actor, found.draft)
      return see(back)
    }),
})

async function opened(tx: Tx, id: string) {
  const conversation = await getConversation(tx, id)
  const person = await getPerson(tx, conversation.personId)
  const open = (await listActions(tx, person.id)).filter(({ state }) => state === 'open')
  const draft = { personId: person.id, form: `conversation ${id} check-in` }
  return { conversation, person, open, draft }
}

async function whatComesNext(
  tx: Tx,
  { id }: Conversation,
  today: IsoDate,
  typed: {
    readonly next: 'go_on' | 'stand_down'
    readonly reason: string | null
    readonly after: string | null
  },
): Promise<void> {
  if (typed.next === 'go_on') return updateCheckInOn(tx, id, nextCheckIn(today))
  const { reason, after } = typed
  return updateStoodDown(tx, { id, closedOn: today, reason: reason ?? '', next: after ?? '' })
}

function viewOf(
  { conversation, person, open }: Awaited<ReturnType<typeof opened>>,
  today: IsoDate,
  state: FormState,
): PageView {
  const name = nameWithKnownAs(person)
  return {
    title: `Look in on ${name}`,
    before: conversationLink(conversation),
    main: html`${faultSummary(state)}
      ${conversation.checkInOn === null ? overtakenView(conversation) : nothing}
      <span class="govuk-caption-l">${name}, conversation 2</span>
      <h1 class="govuk-heading-l">Look in</h1>
      ${
        open.length === 0
          ? nothing
          : html`<h2 class="govuk-heading-m">Still to do</h2>
              ${actionListView({ actions: open, person, today })}`
      }
      <div data-autosave>
        ${formTag({
          body: html`${hidden('id', typedIn(state, 'id'))} ${questionsView(person, today, state)}
          ${askedView({ person, state, askedBefore: conversation.assessmentAskedFor })}
          ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
        })}
        <p class="govuk-body app-quiet" data-autosave-said aria-live="polite"></p>
      </div>`,
  }
}

function questionsView(person: Person, today: IsoDate, state: FormState): Html {
  const name = spokenName(person)
  return html`${govukTextarea({
    ...fieldOf(state, 'words'),
    label: { text: `How is it going for ${name} today?`, classes: 'govuk-label--s' },
    hint: { text: 'What has been done of what was agreed, what is left, what is new' },
  })}
  ${govukRadios({
    ...choiceOf(state, 'next'),
    fieldset: { legend: { text: 'What comes next?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { value: 'go_on', text: `Look in again on ${dayInWords(nextCheckIn(today))}` },
      {
        value: 'stand_down',
        text: 'Stand it down',
        hint: { text: `${name} is safe and in control again, and knows who to ring` },
        conditional: {
          html: html`${areaField(state, { name: 'reason', label: 'Why can it be stood down?', rows: 2 })}
          ${areaField(state, {
            name: 'after',
            label: 'What comes after it?',
            hint: 'For example: conversation 3 next week, or the assessment that was asked for',
            rows: 2,
          })}`,
        },
      },
    ],
  })}`
}

/** A colleague stood it down meanwhile: what was typed is kept in view, to be logged as a contact. */
function overtakenView({ personId, closedOn, words }: Conversation): Html {
  return govukInsetText({
    html: html`<h2 class="govuk-heading-m">This was stood down while you were writing</h2>
      <p class="govuk-body">
        ${closedOn === null ? '' : `On ${inWords(closedOn)}: `}${words.stoodDown ?? ''} What you
        typed is below and was not saved. If it is still so,
        <a class="govuk-link" href="/carers/${personId}/contacts/new">log it as a contact</a> or
        <a class="govuk-link" href="/carers/${personId}/conversation-2"
          >begin a new conversation 2</a
        >.
      </p>`,
  })
}

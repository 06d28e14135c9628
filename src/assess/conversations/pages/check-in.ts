import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { dayInWords, type IsoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, spokenName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, hiddenId, text } from '#platform/web/fields.ts'
import { form, freshForm, typedIn, type FormState } from '#platform/web/form.ts'
import { choiceOf, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { nextCheckIn } from '../check-in.rules.ts'
import type { Conversation } from '../conversation.ts'
import {
  getConversation,
  insertCheckIn,
  updateCheckInOn,
  updateStoodDown,
} from '../conversations.sql.ts'
import { conversationLink } from './links.view.ts'

const checkIn = form({
  id: hiddenId(),
  words: text('Enter how it is going', 4000),
  next: choice(['go_on', 'stand_down'], 'Select what comes next'),
})

/** Looking in on a crisis: how it is going, and whether somebody looks in again tomorrow. */
export const checkInPage = page({
  path: '/conversations/:id/check-in',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const conversation = await getConversation(tx, params.id)
      if (conversation.checkInOn === null) return see(`/conversations/${params.id}`)
      const person = await getPerson(tx, conversation.personId)
      await noteRead(tx, actor, person.id, 'conversations')
      return show(viewOf(conversation, person, clock.today(), freshForm({ id: newId() })))
    }),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const conversation = await getConversation(tx, params.id)
      if (conversation.checkInOn === null) return see(`/conversations/${params.id}`)
      const person = await getPerson(tx, conversation.personId)
      const today = clock.today()
      const read = checkIn.read(body)
      if (!read.ok) return showAgain(viewOf(conversation, person, today, read.error))
      const { id, words, next } = read.value
      const { authorityId, accountId } = actor
      await insertCheckIn(tx, {
        authorityId,
        id,
        conversationId: conversation.id,
        personId: person.id,
        accountId,
        heldOn: today,
        words,
      })
      if (next === 'go_on') await updateCheckInOn(tx, conversation.id, nextCheckIn(today))
      else await updateStoodDown(tx, { id: conversation.id, closedOn: today, words })
      return see(`/conversations/${conversation.id}`)
    }),
})

function viewOf(
  conversation: Conversation,
  person: Person,
  today: IsoDate,
  state: FormState,
): PageView {
  const name = spokenName(person)
  return {
    title: `Look in on ${nameWithKnownAs(person)}`,
    before: conversationLink(conversation),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}, conversation 2</span>
      <h1 class="govuk-heading-l">Look in</h1>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
        ${govukTextarea({
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
            },
          ],
        })}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  }
}

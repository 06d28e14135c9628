import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { dayTyped, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context, type PageView } from '#platform/web/page.ts'
import {
  partsOf,
  purposes,
  type ConversationNumber,
  type KnownFrom,
  type Topic,
} from '../conversation.ts'
import { draftOver, forgetDraft, keptAsDraft } from '../drafts.ts'
import { holdConversation } from '../hold-conversation.ts'
import { knownBefore } from '../known-already.ts'
import type { Known } from '../known-already.rules.ts'
import { partForm, withPart } from '../part-form.ts'
import { afterPart } from './after-part.ts'
import { recordLink } from './links.view.ts'
import { partView } from './part.view.ts'

const params = z.object({
  id: idParam,
  number: z.enum(['1', '2', '3']).transform((number) => Number(number) as ConversationNumber),
})

/** A conversation as it begins: its first page, with what is known already. */
export const newConversationPage = page({
  path: '/carers/:id/conversation-:number',
  door: 'workspace',
  may: workers,
  params,
  get: ({ params: { id, number }, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const found = await opened(tx, { id, number, actor })
      await noteRead(tx, actor, id, 'conversations')
      const first = partsOf[number][0]
      const typed = {
        ...Object.fromEntries(
          first.topics.map((topic) => [topic, found.known[topic]?.words ?? '']),
        ),
        ...dayTyped('held_on', clock.today()),
        id: newId(),
        version: '1',
      }
      const kept = await draftOver(tx, actor, { ...found.draft, typed })
      return show(viewOf({ ...found, number, state: freshForm(kept.typed), draftAt: kept.draftAt }))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const {
        params: { id, number },
        body,
        actor,
        clock,
      } = context
      const found = await opened(tx, { id, number, actor })
      const back = `/carers/${found.person.id}`
      const kept = await keptAsDraft(tx, context, { ...found.draft, back })
      if (kept !== null) return kept
      const first = partsOf[number][0]
      const read = partForm(number, first, clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf({ ...found, number, state: read.error, draftAt: null }))
      const { value } = read
      await holdConversation(tx, {
        actor,
        personId: found.person.id,
        held: {
          id: value.id,
          number,
          heldOn: value.held_on ?? clock.today(),
          ...withPart(asBrought(found.known), first, value),
          assessmentAskedFor: value.asked,
        },
      })
      await forgetDraft(tx, actor, found.draft)
      return see(afterPart({ id: value.id, number }, first, body))
    }),
})

async function opened(
  tx: Tx,
  of: {
    readonly id: string
    readonly number: ConversationNumber
    readonly actor: Context['actor']
  },
) {
  const person = await getPerson(tx, of.id)
  const { known } = await knownBefore(tx, { ...of, personId: person.id })
  return { person, known, draft: { personId: person.id, form: `conversation-${of.number}` } }
}

/** What is known, as a conversation holds it: the words, and beside each where it comes from. */
function asBrought(known: Known) {
  const entries = Object.entries(known)
  return {
    words: Object.fromEntries(entries.map(([topic, { words }]) => [topic, words])),
    unconfirmed: Object.fromEntries(entries.map(([topic, { from }]) => [topic, from])) as Readonly<
      Partial<Record<Topic, KnownFrom>>
    >,
  }
}

function viewOf(of: {
  readonly person: Person
  readonly number: ConversationNumber
  readonly known: Known
  readonly state: FormState
  readonly draftAt: IsoInstant | null
}): PageView {
  const { person, number, state, draftAt } = of
  const part = partsOf[number][0]
  const { unconfirmed: known } = asBrought(of.known)
  return {
    title: `${purposes[number].title} with ${nameWithKnownAs(person)}`,
    before: recordLink(person.id),
    main: partView({ person, number, part, state, known, askedBefore: false, draftAt }),
  }
}

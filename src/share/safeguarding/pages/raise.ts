import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import { isId, newId } from '#platform/lib/ids.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { listCaredFor, listCarers } from '#people/caring/caring.sql.ts'
import type { Caring } from '#people/caring/caring.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { raiseConcern, type OnRecord } from '../raise-concern.ts'
import { raiseForm } from '../raise-form.ts'
import { raiseView } from './raise.view.ts'

/**
 * Raises a concern about anybody: a click leads here from every page, a second sends it. Nobody's
 * consent is asked; sharing to keep somebody safe needs none (UK GDPR art. 6(1)(e); Data Protection
 * Act 2018, schedule 1, paragraph 18).
 */
export const raisePage = page({
  path: '/safeguarding/raise',
  door: 'workspace',
  may: workers,
  query: z.object({ record: z.string().refine(isId).optional().catch(undefined) }),
  get: ({ query, asActor }) =>
    asActor(async (tx) => {
      const people = await peopleOf(tx, query.record)
      return show(viewOf(freshForm({ id: newId(), who: people[0]?.id ?? '' }), people))
    }),
  post: ({ query, body, actor, clock, config, asActor }) =>
    asActor(async (tx) => {
      const people = await peopleOf(tx, query.record)
      const read = raiseForm(people.map(({ id }) => id)).read(body)
      if (!read.ok) return showAgain(viewOf(read.error, people))
      await raiseConcern(tx, actor, {
        raised: read.value,
        recordId: query.record ?? null,
        people,
        at: clock.now(),
        url: config.url,
      })
      return see(`/safeguarding/${read.value.id}`)
    }),
})

/** Whose record it is, whom they look after, and who looks after them. */
async function peopleOf(tx: Tx, record: string | undefined): Promise<readonly OnRecord[]> {
  if (record === undefined) return []
  const person = await getPerson(tx, record)
  const others = [
    ...(await listCaredFor(tx, record)).map((caring) => asOther(caring, 'looked after by')),
    ...(await listCarers(tx, record)).map((caring) => asOther(caring, 'looks after')),
  ]
  const named = others.flatMap((other) =>
    other === null ? [] : [{ ...other, hint: `${other.hint} ${fullName(person)}` }],
  )
  return [{ id: person.id, name: fullName(person), hint: 'whose record you came from' }, ...named]
}

function asOther(caring: Caring, hint: string): OnRecord | null {
  const { otherId, givenName, familyName } = caring
  if (otherId === null) return null
  return { id: otherId, name: [givenName, familyName].join(' ').trim(), hint }
}

function viewOf(state: FormState, people: readonly OnRecord[]): PageView {
  return { title: 'Raise a safeguarding concern', main: raiseView(state, people) }
}

import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { text } from '#platform/web/fields.ts'
import { form, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { findInstrument } from '../instrument.ts'
import { getReading, updateAnswered } from '../instruments.sql.ts'
import { textsOf } from '../texts-of.ts'
import { alerted } from '../who-measures.ts'
import { measuresLink } from './links.view.ts'
import { readingView } from './reading.view.ts'

const answered = form({ words: text('Enter what was done about this alert', 2000) })

/** One reading: its scores, its answers, and where one raised an alert, what was done about it. */
export const readingPage = page({
  path: '/measures/:id',
  door: 'workspace',
  may: alerted,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => show(viewOf(await opened(tx, actor, params.id), freshForm()))),
  post: ({ params, body, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const found = await opened(tx, actor, params.id)
      const { id, urgency, answeredOn } = found.reading
      if (urgency === null || answeredOn !== null) return see(`/measures/${id}`)
      const read = answered.read(body)
      if (!read.ok) return showAgain(viewOf(found, read.error))
      const { words } = read.value
      await updateAnswered(tx, { id, on: clock.today(), words, by: actor.displayName })
      return see(`/measures/${id}`)
    }),
})

async function opened(tx: Tx, actor: Actor, id: string) {
  const reading = await getReading(tx, id)
  const instrument = findInstrument(reading.instrument)
  if (instrument === null) throw new NotFound('measure')
  const person = await getPerson(tx, reading.personId)
  await noteRead(tx, actor, person.id, 'measures')
  return { reading, instrument, person, texts: await textsOf(tx, instrument) }
}

function viewOf(found: Awaited<ReturnType<typeof opened>>, state: FormState) {
  return {
    title: `${found.instrument.name}: ${nameWithKnownAs(found.person)}`,
    before: measuresLink(found.person.id),
    main: readingView(found, state),
  }
}

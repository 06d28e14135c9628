import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { Forbidden, NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { dayTyped, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { findInstrument } from '../instrument.ts'
import { insertReading, type Reading } from '../instruments.sql.ts'
import { itemAnswers, readingForm } from '../reading-form.ts'
import { score, type ItemAnswers } from '../score.rules.ts'
import { tellLeads } from '../tell-leads.ts'
import { textsOf } from '../texts-of.ts'
import { measurers } from '../who-measures.ts'
import { measuresLink } from './links.view.ts'
import { takeReadingView } from './take-reading.view.ts'

const params = z.object({ id: idParam, instrument: z.string().max(40) })
type Asked = Context<z.output<typeof params>>

/** A carer's answers to one measure. They are scored at once, and an alert is never only a number. */
export const takeReadingPage = page({
  path: '/carers/:id/measures/:instrument',
  door: 'workspace',
  may: measurers,
  params,
  get: (context) =>
    context.asActor(async (tx) => {
      const found = await opened(tx, context)
      const { clock } = context
      return show(viewOf(found, freshForm({ id: newId(), ...dayTyped('held_on', clock.today()) })))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { body, clock } = context
      const found = await opened(tx, context)
      if (found.texts === null) return showAgain(viewOf(found, freshForm(body)))
      const forms = readingForm(found.instrument, clock.today())
      const about = forms.about.read(body)
      const given = forms.answers.read(body)
      if (!about.ok) return showAgain(viewOf(found, about.error))
      if (!given.ok) return showAgain(viewOf(found, given.error))
      const answers = itemAnswers(given.value)
      const [first] = found.instrument.items
      if (first !== undefined && Object.keys(answers).length === 0)
        return showAgain(
          viewOf(found, withFault(body, first.id, 'Answer at least one of the questions')),
        )
      await keep(tx, context, found, { ...about.value, answers })
      return see(`/measures/${about.value.id}`)
    }),
})

async function opened(tx: Tx, { params: { id, instrument: version }, actor }: Asked) {
  const instrument = findInstrument(version)
  if (instrument === null) throw new NotFound('measure')
  const person = await getPerson(tx, id)
  await noteRead(tx, actor, person.id, 'measures')
  return { person, instrument, texts: await textsOf(tx, instrument) }
}

type Opened = Awaited<ReturnType<typeof opened>>

async function keep(
  tx: Tx,
  { actor, clock, config }: Asked,
  { person, instrument }: Opened,
  given: {
    readonly id: string
    readonly held_on: Reading['heldOn']
    readonly mode: Reading['mode']
    readonly present: string | null
    readonly answers: ItemAnswers
  },
): Promise<void> {
  const [organisationId] = actor.organisationIds
  if (organisationId === undefined) throw new Forbidden('A reading is taken for an organisation')
  const { scales, alerts, urgency } = score(instrument, given.answers)
  const kept = await insertReading(tx, {
    authorityId: actor.authorityId,
    id: given.id,
    personId: person.id,
    organisationId,
    instrument: instrument.version,
    heldOn: given.held_on,
    mode: given.mode,
    present: given.present,
    answers: given.answers,
    scores: scales,
    alerts,
    urgency,
    recordedBy: actor.accountId,
    recordedByName: actor.displayName,
  })
  if (kept && urgency !== null)
    await tellLeads(tx, actor, {
      readingId: given.id,
      urgency,
      today: clock.today(),
      url: config.url,
    })
}

function viewOf(found: Opened, state: FormState) {
  return {
    title: `${found.instrument.name}: ${nameWithKnownAs(found.person)}`,
    before: measuresLink(found.person.id),
    main: takeReadingView(found, state),
  }
}

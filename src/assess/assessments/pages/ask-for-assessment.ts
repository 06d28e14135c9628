import { workers } from '#platform/access/duties.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { carerParams } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { choice, day, hiddenId, text } from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { askForAssessment } from '../ask.ts'
import { assessmentKinds } from '../assessment.ts'
import { whichFor } from '../which-for.ts'
import { askView } from './ask-for-assessment.view.ts'
import { recordLink } from './links.view.ts'

function askForm(today: IsoDate) {
  return form({
    id: hiddenId(),
    kind: choice(assessmentKinds, 'Select which assessment it is'),
    asked_on: day('Enter the day on which they asked', 'The day', {
      notAfter: { date: today, words: 'The day must be today or in the past' },
    }),
    where: text('Enter how they asked', 200),
  })
}

/** Writes down that a carer asked for an assessment, or agreed to one: the clock starts here. */
export const askForAssessmentPage = page({
  path: '/carers/:id/ask-for-assessment',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: (context) =>
    context.asActor(async (tx) => {
      const found = await opened(tx, context)
      await noteRead(tx, context.actor, found.person.id, 'record')
      const typed = {
        id: newId(),
        kind: found.which.kind,
        ...dayTyped('asked_on', context.clock.today()),
      }
      return show(viewOf(found, freshForm(typed)))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const found = await opened(tx, context)
      const read = askForm(context.clock.today()).read(context.body)
      if (!read.ok) return showAgain(viewOf(found, read.error))
      const { id, kind, asked_on: on, where } = read.value
      await askForAssessment(tx, {
        actor: context.actor,
        id,
        personId: found.person.id,
        kind,
        on,
        where,
      })
      return see(`/carers/${found.person.id}`)
    }),
})

async function opened(tx: Tx, { params, actor, clock }: Context<{ readonly id: string }>) {
  const person = await getPerson(tx, params.id)
  const of = { person, among: actor.organisationIds, today: clock.today() }
  return { person, which: await whichFor(tx, of) }
}

function viewOf(found: Awaited<ReturnType<typeof opened>>, state: FormState) {
  return {
    title: `Ask for an assessment for ${nameWithKnownAs(found.person)}`,
    before: recordLink(found.person.id),
    main: askView({ ...found, state }),
  }
}

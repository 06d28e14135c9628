import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { dayTyped, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { carerParams } from '#people/persons/params.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { competenceForm } from '../competence-form.ts'
import { competenceStarts } from '../competence.rules.ts'
import { insertCompetenceView, listCompetenceViews } from '../competence.sql.ts'
import { viewers } from '../competence.ts'
import { competencePageView } from './competence.view.ts'

type Asked = Context<{ readonly id: string }>

/** What a child could decide and what not yet, and a view of one more decision. */
export const competencePage = page({
  path: '/carers/:id/competence',
  door: 'workspace',
  may: viewers,
  params: carerParams,
  get: (context) =>
    context.asActor(async (tx) => {
      const id = newId()
      const { actor, clock } = context
      await noteRead(tx, actor, context.params.id, 'what they can decide')
      const typed = { id, ...dayTyped('formedOn', clock.today()) }
      return show(await viewOf(tx, context, freshForm(typed)))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { body, actor, clock, params } = context
      const read = competenceForm(clock.today()).read(body)
      if (!read.ok) return showAgain(await viewOf(tx, context, read.error))
      const [organisationId] = actor.organisationIds
      if (actor.accountId === null || organisationId === undefined)
        throw new Forbidden('A view is formed by somebody of an organisation')
      const { competent, whoDecides, ...typed } = read.value
      const { authorityId, id: personId, dateOfBirth } = await getPerson(tx, params.id)
      const born = dateOfBirth === null ? null : isoDate(dateOfBirth)
      if (competenceStarts(born, typed.formedOn) === 'adult')
        return showAgain(await viewOf(tx, context, withFault(body, 'formedOn', grownUp)))
      await insertCompetenceView(tx, {
        ...typed,
        authorityId,
        personId,
        organisationId,
        competent: competent === 'yes',
        whoDecides: whoDecides ?? 'They themselves',
        formedBy: actor.accountId,
        formedByName: actor.displayName,
      })
      return see(`/carers/${personId}/competence`)
    }),
})

const grownUp =
  'They were 18 or older on that day: ask after capacity, and write it down where you ask'

async function viewOf(tx: Tx, { params, clock }: Asked, state: FormState) {
  const person = await getPerson(tx, params.id)
  const views = await listCompetenceViews(tx, person.id)
  return competencePageView({ person, views, state, today: clock.today() })
}

import { newId } from '#platform/lib/ids.ts'
import { freshForm } from '#platform/web/form.ts'
import type { AskForAssessment, Gathered } from '#platform/room.ts'
import {
  page,
  see,
  show,
  showAgain,
  type Context,
  type Page,
  type PageView,
  type Reply,
} from '#platform/web/page.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { addCarer } from '#people/persons/new-carer.ts'
import { listLikelyRecords } from '#people/matching/likely-records.ts'
import { addForm } from '../add-form.ts'
import { addACarerView } from './add-a-carer.view.ts'

/** Writes down a carer who got in touch; records that look like theirs are shown first. */
export function addACarerPage({ askForAssessment }: Gathered): Page {
  const mayAsk = askForAssessment !== null
  return page({
    path: '/carers/new',
    door: 'workspace',
    may: caseworkers,
    get: async ({ clock }) =>
      show(viewOf({ state: freshForm({ id: newId() }), likely: [], today: clock.today(), mayAsk })),
    post: (context) => add(context, askForAssessment),
  })
}

function add(
  { body, actor, clock, asActor }: Context,
  askForAssessment: AskForAssessment | null,
): Promise<Reply> {
  return asActor(async (tx) => {
    const today = clock.today()
    const shown = { today, mayAsk: askForAssessment !== null }
    const read = addForm(today).read(body)
    if (!read.ok) return showAgain(viewOf({ ...shown, state: read.error, likely: [] }))
    const { id, surelyNew, kind, source, telephone, assessmentAskedFor, ...details } = read.value
    if (!surelyNew) {
      const told = { ...details, telephone }
      const likely = (await listLikelyRecords(tx, actor, told)).filter(
        ({ person }) => person.id !== id,
      )
      if (likely.length > 0) return showAgain(viewOf({ ...shown, state: freshForm(body), likely }))
    }
    const mobile = telephone?.startsWith('07') === true
    const phones = {
      homePhone: mobile ? null : telephone,
      mobilePhone: mobile ? telephone : null,
    }
    const organisationId = actor.organisationIds[0]
    if (organisationId === undefined) throw new Error('a caseworker works at no organisation')
    const works = { organisationId, kind, workerId: actor.accountId, on: today, source }
    await addCarer(tx, actor, { id, works, details: { ...details, ...phones } })
    if (assessmentAskedFor)
      await askForAssessment?.(tx, { actor, personId: id, on: today, where: 'When registered' })
    return see(`/carers/${id}`)
  })
}

function viewOf(of: Parameters<typeof addACarerView>[0]): PageView {
  return { title: 'Add a carer', main: addACarerView(of) }
}

import { workers } from '#platform/access/duties.ts'
import { stopMessagesTo } from '#platform/messages/messages.sql.ts'
import { freshForm } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import {
  communicationForm,
  filledCommunication,
  formVersion,
  needsSaid,
} from '../communication-form.ts'
import { findNeeds, insertNeeds, updateNeeds } from '../communication.sql.ts'
import { carerParams } from '../params.ts'
import { fullName } from '../person.ts'
import { getPerson } from '../persons.sql.ts'
import { communicationView } from './communication.view.ts'

/** How somebody is reached safely and understood: asked, written down, and asked again. */
export const communicationPage = page({
  path: '/carers/:id/communication',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: ({ params, clock, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const needs = await findNeeds(tx, person.id)
      return show(viewOf({ person, needs, state: filledCommunication(needs, clock.today()) }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const needs = await findNeeds(tx, person.id)
      const read = communicationForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf({ person, needs, state: read.error }))
      const { version, reviewedOn } = read.value
      const values = {
        ...needsSaid(read.value),
        reviewedByName: reviewedOn === null ? null : actor.displayName,
      }
      const { authorityId, id: personId } = person
      const saved =
        needs === undefined
          ? version === 1 && (await insertNeeds(tx, { authorityId, personId, values }))
          : await updateNeeds(tx, { needs, version: version - 1, values })
      if (!saved) {
        const stored = await findNeeds(tx, personId)
        const state = freshForm({ ...body, version: String(formVersion(stored)) })
        return showConflict(viewOf({ person, needs: stored, state, moved: true }))
      }
      await stopMessagesTo(tx, { authorityId, personId })
      return see(`/carers/${personId}`)
    }),
})

function viewOf(of: Parameters<typeof communicationView>[0]): PageView {
  return { title: `How to reach ${fullName(of.person)}`, main: communicationView(of) }
}

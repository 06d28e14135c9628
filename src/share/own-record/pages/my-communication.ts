import { stopMessagesTo } from '#platform/messages/messages.sql.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { freshForm } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict } from '#platform/web/page.ts'
import {
  filledCommunication,
  formVersion,
  needsSaid,
  ownCommunicationForm,
} from '#people/persons/communication-form.ts'
import { findNeeds, insertNeeds, updateNeeds } from '#people/persons/communication.sql.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { ownChange } from '../own-changes.sql.ts'
import { myCommunicationView } from './my-communication.view.ts'

/** The carer says how we reach them safely and what helps them to understand us (DAPB1605). */
export const myCommunicationPage = page({
  path: '/my/communication',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, clock, asActor }) =>
    asActor(async (tx) => {
      const needs = await findNeeds(tx, own(actor.personId))
      return show(myCommunicationView({ state: filledCommunication(needs, clock.today()) }))
    }),
  post: async ({ actor, body, clock, asSystem }) => {
    const read = ownCommunicationForm.read(body)
    if (!read.ok) return showAgain(myCommunicationView({ state: read.error }))
    const { version } = read.value
    // As the house, because no carer may write these; the record is the carer's own, and history has
    // the carer's account.
    return asSystem(ownChange, async (tx) => {
      const { authorityId, id: personId } = await getPerson(tx, own(actor.personId))
      const needs = await findNeeds(tx, personId)
      const values = {
        ...needsSaid(read.value),
        notWithParent: needs?.notWithParent ?? false,
        reviewedOn: clock.today(),
        reviewedByName: actor.displayName,
      }
      const saved =
        needs === undefined
          ? version === 1 && (await insertNeeds(tx, { authorityId, personId, values }))
          : await updateNeeds(tx, { needs, version: version - 1, values })
      if (!saved) {
        const theirs = await findNeeds(tx, personId)
        const state = freshForm({ ...body, version: String(formVersion(theirs)) })
        return showConflict(myCommunicationView({ state, theirs }))
      }
      await stopMessagesTo(tx, { authorityId, personId })
      return see('/my')
    })
  },
})

function own(personId: string | null): string {
  if (personId === null) throw new NotFound('record')
  return personId
}

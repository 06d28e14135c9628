import { listChangesSince } from '#people/persons/changes.sql.ts'
import { detailsBefore } from '#people/persons/details-before.ts'
import { keepFindable } from '#people/persons/keep-findable.ts'
import { mergeEdits } from '#people/persons/merge-edits.rules.ts'
import type { Person } from '#people/persons/person.ts'
import { getPerson, updateDetails } from '#people/persons/persons.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { page, see, show, showAgain, showConflict } from '#platform/web/page.ts'
import { ownChange } from '../own-changes.sql.ts'
import {
  filledOwnDetails,
  ownDetailsForm,
  ownDetailsOf,
  typedDetails,
  type OwnDetails,
} from '../own-details-form.ts'
import { myDetailsView, type MyDetails } from './my-details.view.ts'

/** The carer changes how they are reached; where the hub did so meanwhile, both versions are shown. */
export const myDetailsPage = page({
  path: '/my/details',
  door: 'carer',
  may: ['carer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, own(actor.personId))
      return show(myDetailsView({ state: filledOwnDetails(person, person.version) }))
    }),
  post: async ({ actor, body, asSystem }) => {
    const read = ownDetailsForm.read(body)
    if (!read.ok) return showAgain(myDetailsView({ state: read.error }))
    const id = own(actor.personId)
    const { version } = read.value
    const mine = typedDetails(read.value)
    // As the house, because search must follow in the same transaction and no carer may write its
    // keys; the record is the carer's own, and history has the carer's account.
    return asSystem(ownChange, async (tx) => {
      const saved = await updateDetails(tx, { id, version, details: mine })
      if (!saved) return showConflict(myDetailsView(await conflict(tx, { id, version, mine })))
      await keepFindable(tx, id)
      return see('/my')
    })
  },
})

function own(personId: string | null): string {
  if (personId === null) throw new NotFound('record')
  return personId
}

async function conflict(
  tx: Tx,
  of: { readonly id: string; readonly version: number; readonly mine: OwnDetails },
): Promise<MyDetails> {
  const person: Person = await getPerson(tx, of.id)
  const since = { table: 'person', rowId: of.id, version: of.version }
  const changes = await listChangesSince(tx, since)
  const theirs = ownDetailsOf(person)
  const base = ownDetailsOf(detailsBefore(person, changes))
  const { values, clashes } = mergeEdits({ base, theirs, mine: of.mine })
  return {
    state: filledOwnDetails(values, person.version),
    conflict: { fields: clashes.map(({ field }) => field), theirs, mine: of.mine },
  }
}

import { workers } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import { stopMessagesTo } from '#platform/messages/messages.sql.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { listChangesSince } from '../changes.sql.ts'
import { detailsBefore } from '../details-before.ts'
import { detailsForm, detailsOf, filledDetails, type Details } from '../details-form.ts'
import { keepFindable } from '../keep-findable.ts'
import { mergeEdits } from '../merge-edits.rules.ts'
import { carerParams } from '../params.ts'
import { fullName, type Person } from '../person.ts'
import { getPerson, updateDetails } from '../persons.sql.ts'
import { placed } from '../placed.ts'
import { changeDetailsView, type ChangeDetailsModel } from './change-details.view.ts'

/** Changes a person's details; of two who change them at once, the second is told and loses nothing. */
export const changeDetailsPage = page({
  path: '/carers/:id/details',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: ({ params, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      if (person.mergedInto !== null) return see(`/carers/${person.mergedInto}/details`)
      return show(viewOf({ person, state: filledDetails(person, person.version) }))
    }),
  post: ({ params, body, clock, asActor }) =>
    asActor(async (tx) => {
      const opened = await getPerson(tx, params.id)
      const person = opened.mergedInto === null ? opened : await getPerson(tx, opened.mergedInto)
      const read = detailsForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf({ person, state: read.error }))
      const { version, ...typed } = read.value
      const details = detailsOf(typed)
      // Joined to another record meanwhile: what was typed is laid over that one, and looked at first.
      if ((body['onto'] ?? opened.id) !== person.id)
        return showConflict(viewOf(joinedMeanwhile({ opened, kept: person, details })))
      if (!(await updateDetails(tx, { id: person.id, version, details: placed(details) }))) {
        return showConflict(viewOf(await conflict(tx, person, { version, details })))
      }
      await keepFindable(tx, person.id)
      await stopMessagesTo(tx, { authorityId: person.authorityId, personId: person.id })
      return see(`/carers/${person.id}`)
    }),
})

function viewOf(model: ChangeDetailsModel): PageView {
  return {
    title: `Change the details of ${fullName(model.person)}`,
    main: changeDetailsView(model),
  }
}

function joinedMeanwhile(of: {
  readonly opened: Person
  readonly kept: Person
  readonly details: Details
}): ChangeDetailsModel {
  const { opened, kept, details: mine } = of
  const theirs = detailsOf(kept)
  const merged = mergeEdits({ base: detailsOf(opened), theirs, mine })
  const { clashes, onlyTheirs } = merged
  const state = filledDetails(merged.values, kept.version)
  return { person: kept, state, conflict: { clashes, onlyTheirs, theirs, by: null } }
}

/** What was typed put together with what was saved meanwhile, and where the two differ. */
async function conflict(
  tx: Tx,
  person: Person,
  mine: { readonly version: number; readonly details: Details },
): Promise<ChangeDetailsModel> {
  const of = { table: 'person', rowId: person.id, version: mine.version }
  const changes = await listChangesSince(tx, of)
  const theirs = detailsOf(person)
  const merged = mergeEdits({
    base: detailsBefore(theirs, changes),
    theirs,
    mine: mine.details,
  })
  return {
    person,
    state: filledDetails(merged.values, person.version),
    conflict: {
      clashes: merged.clashes,
      onlyTheirs: merged.onlyTheirs,
      theirs,
      by: changes.at(-1)?.by ?? null,
    },
  }
}

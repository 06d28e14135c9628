import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import { hiddenId, text } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { withAccount } from '#find/contacts/contacters.ts'
import { keptAddress } from '../saved-filters.rules.ts'
import {
  deleteSavedFilter,
  listSavedFilters,
  saveFilter,
  type SavedFilter,
} from '../saved-filters.sql.ts'
import { savedFiltersPageView } from './saved-filters.view.ts'

const keepForm = form({
  id: hiddenId(),
  name: text('Enter a name for the filter', 60),
  address: text('Open the list again and filter it: its address is missing', 500),
})

/** The filters that a worker keeps: a list of their own, with a way to delete each. */
export const savedFiltersPage = page({
  path: '/saved-filters',
  door: 'workspace',
  may: workers,
  get: ({ actor, asActor }) =>
    asActor(async (tx) => show(viewOf(await listSavedFilters(tx, actor), freshForm()))),
  post: ({ body, actor: visitor, asActor }) =>
    asActor(async (tx) => {
      const actor = withAccount(visitor)
      const again = async (state: FormState) =>
        showAgain(viewOf(await listSavedFilters(tx, actor), state))
      const read = keepForm.read(body)
      if (!read.ok) return again(read.error)
      const address = keptAddress(read.value.address)
      if (address === null) {
        const why = 'Only today, my carers and who waits can be saved as a filter'
        return again(withFault(body, 'name', why))
      }
      await saveFilter(tx, actor, { ...read.value, address })
      return see(address)
    }),
})

/** Deletes one of them; a second time there is nothing to delete. */
export const deleteFilterPage = page({
  path: '/saved-filters/:id/delete',
  door: 'workspace',
  may: workers,
  params: z.object({ id: idParam }),
  get: async () => see('/saved-filters'),
  post: ({ params, asActor }) =>
    asActor(async (tx) => {
      await deleteSavedFilter(tx, params.id)
      return see('/saved-filters')
    }),
})

function viewOf(saved: readonly SavedFilter[], state: FormState): PageView {
  return { title: 'Saved filters', main: savedFiltersPageView(saved, state) }
}

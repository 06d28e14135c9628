import { page, see } from '#platform/web/page.ts'
import { carerParams } from '#people/persons/params.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { contacters, withAccount } from '../contacters.ts'
import { contactDraft } from '../draft.ts'
import { deleteDraft, saveDraft } from '../drafts.sql.ts'

/** Keeps a contact as far as it is typed, right or wrong, for the actor alone. */
export const keepDraftPage = page({
  path: '/carers/:id/contacts/draft',
  door: 'workspace',
  may: contacters,
  params: carerParams,
  get: async ({ params }) => see(`/carers/${params.id}/contacts/new`),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const { id } = await getPerson(tx, params.id)
      const of = { actor: withAccount(actor), personId: id, form: contactDraft }
      await saveDraft(tx, { ...of, typed: body, at: clock.now() })
      return see(`/carers/${id}`)
    }),
})

/** Throws a draft away. */
export const throwDraftAwayPage = page({
  path: '/carers/:id/contacts/draft/away',
  door: 'workspace',
  may: contacters,
  params: carerParams,
  get: async ({ params }) => see(`/carers/${params.id}/contacts/new`),
  post: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = { actor: withAccount(actor), personId: params.id, form: contactDraft }
      await deleteDraft(tx, of)
      return see(`/carers/${params.id}/contacts/new`)
    }),
})

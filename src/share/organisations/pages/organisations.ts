import { type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { domainsIn, newOrganisationForm } from '../organisation-form.ts'
import { insertOrganisation, listOrganisations } from '../organisations.sql.ts'
import { newOrganisationView, organisationsView } from './organisations.view.ts'

/** Every organisation that takes part in the authority. */
export const organisationsPage = page({
  path: '/admin/organisations',
  door: 'workspace',
  may: administrators,
  get: ({ actor: { authorityId }, clock, asActor }) =>
    asActor(async (tx) =>
      show(organisationsView(await listOrganisations(tx, { authorityId, today: clock.today() }))),
    ),
})

/** Adds an organisation: it opens no record until people with duties work there. */
export const newOrganisationPage = page({
  path: '/admin/organisations/new',
  door: 'workspace',
  may: administrators,
  get: async () =>
    show(newOrganisationView(freshForm({ signInRule: 'either', secondStep: 'trusted' }))),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const again = (state: FormState) => showAgain(newOrganisationView(state))
      const read = newOrganisationForm.read(context.body)
      if (!read.ok) return again(read.error)
      const facts = { ...read.value, domains: domainsIn(read.value.domains) }
      if (facts.signInRule === 'sso' && context.config.oidc === null)
        return again(withFault(context.body, 'signInRule', 'Single sign-on is not set up here'))
      const id = await insertOrganisation(tx, { ...facts, authorityId })
      return id === null
        ? again(withFault(context.body, 'name', 'An organisation of this kind has this name'))
        : see(`/admin/organisations/${id}`)
    }),
})

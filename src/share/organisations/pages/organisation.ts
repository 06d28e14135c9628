import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { text, hiddenId } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type Context } from '#platform/web/page.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { changeOrganisation } from '../change-organisation.ts'
import type { Organisation } from '../organisation.ts'
import { domainsIn, organisationForm } from '../organisation-form.ts'
import { getOrganisation } from '../organisations.sql.ts'
import { insertTeam, listTeams } from '../teams.sql.ts'
import { deleteSessions } from '#share/accounts/sign-in.sql.ts'
import { organisationView } from './organisation.view.ts'

const params = z.object({ organisation: z.coerce.number().int().positive().max(2_147_483_647) })

const formOf = (of: Organisation): FormState =>
  freshForm({
    version: String(of.version),
    active: of.active ? 'yes' : '',
    name: of.name,
    code: of.code ?? '',
    town: of.town ?? '',
    telephone: of.telephone ?? '',
    domains: of.domains.join('\n'),
    signInRule: of.signInRule,
    secondStep: of.secondStep,
  })

async function opened(tx: Tx, { actor: { authorityId } }: Context, id: number) {
  const organisation = await getOrganisation(tx, { authorityId, id })
  const teams = await listTeams(tx, { authorityId, organisationId: id })
  return { organisation, teams, newTeam: freshForm({ id: newId() }) }
}

/** One organisation: what is known of it, its rules for signing in, and its teams. */
export const organisationPage = page({
  path: '/admin/organisations/:organisation',
  door: 'workspace',
  may: administrators,
  params,
  get: (context) =>
    context.asActor(async (tx) => {
      const shown = await opened(tx, context, context.params.organisation)
      return show(organisationView({ ...shown, state: formOf(shown.organisation) }))
    }),
  post: async (context) => {
    const { reply, shutOut } = await context.asActor((tx) => change(tx, context))
    for (const id of shutOut) await deleteSessions(context.db, id)
    return reply
  },
})

async function change(tx: Tx, context: Context<z.output<typeof params>>) {
  const shown = await opened(tx, context, context.params.organisation)
  const again = (state: FormState) => ({
    reply: showAgain(organisationView({ ...shown, state })),
    shutOut: [],
  })
  const read = organisationForm.read(context.body)
  if (!read.ok) return again(read.error)
  const changed = await changeOrganisation(tx, {
    by: administratorOf(context),
    today: context.clock.today(),
    sso: context.config.oidc !== null,
    before: shown.organisation,
    facts: { ...read.value, domains: domainsIn(read.value.domains) },
  })
  if (!changed.ok && changed.error === 'STALE') {
    const state = { ...freshForm(context.body), faults: [] }
    return { reply: showConflict(organisationView({ ...shown, state, stale: true })), shutOut: [] }
  }
  if (!changed.ok) {
    const { field, message } = changed.error as { field: string; message: string }
    return again(withFault(context.body, field, message))
  }
  return {
    reply: see(`/admin/organisations/${shown.organisation.id}`),
    shutOut: changed.value.shutOut,
  }
}

const teamForm = form({ id: hiddenId(), team: text('Enter the team’s name', 80) })

/** Adds a team to an organisation. */
export const newTeamPage = page({
  path: '/admin/organisations/:organisation/teams',
  door: 'workspace',
  may: administrators,
  params,
  get: async ({ params: { organisation } }) => see(`/admin/organisations/${organisation}`),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const shown = await opened(tx, context, context.params.organisation)
      const state = formOf(shown.organisation)
      const again = (newTeam: FormState) =>
        showAgain(organisationView({ ...shown, state, newTeam }))
      const read = teamForm.read(context.body)
      if (!read.ok) return again(read.error)
      const { id, team } = read.value
      const organisationId = shown.organisation.id
      return (await insertTeam(tx, { authorityId, id, organisationId, name: team }))
        ? see(`/admin/teams/${id}`)
        : again(withFault(context.body, 'team', 'There is a team of this name already'))
    }),
})

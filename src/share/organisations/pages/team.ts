import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { addDays } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { choice, hiddenId } from '#platform/web/fields.ts'
import { form, type FormState, freshForm } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { listPeople } from '../people.sql.ts'
import {
  getTeam,
  insertTeamMember,
  listTeamMembers,
  updateTeamActive,
  updateTeamMemberUntil,
} from '../teams.sql.ts'
import { teamView } from './team.view.ts'

const params = z.object({ id: z.uuid() })
const most = 500

async function opened(tx: Tx, { actor: { authorityId }, clock }: Context, id: string) {
  const team = await getTeam(tx, authorityId, id)
  const members = await listTeamMembers(tx, { authorityId, teamId: id })
  const people = await listPeople(tx, {
    authorityId,
    today: clock.today(),
    words: '',
    organisationId: team.organisationId,
    closed: false,
    limit: most,
  })
  const inIt = new Set(members.map(({ accountId }) => accountId))
  return { team, members, others: people.filter((each) => !inIt.has(each.id)) }
}

/** A team: who is in it, and who of the organisation could be. */
export const teamPage = page({
  path: '/admin/teams/:id',
  door: 'workspace',
  may: administrators,
  params,
  get: (context) =>
    context.asActor(async (tx) => {
      const shown = await opened(tx, context, context.params.id)
      return show(teamView({ ...shown, state: freshForm({ id: newId() }) }))
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const shown = await opened(tx, context, context.params.id)
      const again = (state: FormState) => showAgain(teamView({ ...shown, state }))
      const ids = [...shown.others, ...shown.members.map(({ accountId }) => ({ id: accountId }))]
      const joining = form({
        id: hiddenId(),
        person: choice(
          ids.map(({ id }) => id),
          'Select somebody who works there',
        ),
      })
      const read = joining.read(context.body)
      if (!read.ok) return again(read.error)
      await insertTeamMember(tx, {
        authorityId,
        id: read.value.id,
        teamId: shown.team.id,
        accountId: read.value.person,
        since: context.clock.today(),
      })
      return see(`/admin/teams/${shown.team.id}`)
    }),
})

/** Takes somebody out of a team. */
export const leaveTeamPage = page({
  path: '/admin/teams/:id/members/:member/leave',
  door: 'workspace',
  may: administrators,
  params: z.object({ id: z.uuid(), member: z.uuid() }),
  get: async ({ params: { id } }) => see(`/admin/teams/${id}`),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const { id, member } = context.params
      const team = await getTeam(tx, authorityId, id)
      const until = addDays(context.clock.today(), -1)
      await updateTeamMemberUntil(tx, { authorityId, teamId: team.id, id: member, until })
      return see(`/admin/teams/${team.id}`)
    }),
})

/** Closes a team, or opens it again. */
export const closeTeamPage = page({
  path: '/admin/teams/:id/close',
  door: 'workspace',
  may: administrators,
  params,
  get: async ({ params: { id } }) => see(`/admin/teams/${id}`),
  post: (context) =>
    context.asActor(async (tx) => {
      const { authorityId } = administratorOf(context)
      const team = await getTeam(tx, authorityId, context.params.id)
      await updateTeamActive(tx, { authorityId, id: team.id, active: !team.active })
      return see(`/admin/teams/${team.id}`)
    }),
})

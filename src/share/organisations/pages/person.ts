import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import { page, see, show, type Context } from '#platform/web/page.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Account } from '#share/accounts/account.ts'
import { insertAccountEvent, listAccountEvents } from '#share/accounts/account-events.sql.ts'
import { findAccount } from '#share/accounts/accounts.sql.ts'
import {
  deleteSecondStep,
  deleteSession,
  deleteSessions,
  listSessions,
} from '#share/accounts/sign-in.sql.ts'
import { administratorOf, administrators } from '../administrator.ts'
import { listHeld, updateClosed } from '../people.sql.ts'
import { listTeamsOf } from '../teams.sql.ts'
import { personView } from './person.view.ts'

export const personParams = z.object({ id: z.uuid() })

/** A member of staff; a carer's account is not an administrator's to open. */
export async function getStaff(tx: Tx, authorityId: number, id: string): Promise<Account> {
  const account = await findAccount(tx, authorityId, id)
  if (account === null || account.personId !== null) throw new NotFound('person')
  return account
}

/** One member of staff: what they hold, where they are signed in, and what was done to the account. */
export const personPage = page({
  path: '/admin/people/:id',
  door: 'workspace',
  may: administrators,
  params: personParams,
  query: z.object({ said: z.enum(['asked']).optional().catch(undefined) }),
  get: async (context) => {
    const { actor, params, asActor, db, clock, query } = context
    const of = { authorityId: actor.authorityId, accountId: params.id }
    const shown = await asActor(async (tx) => ({
      account: await getStaff(tx, of.authorityId, params.id),
      held: await listHeld(tx, of),
      teams: await listTeamsOf(tx, of),
      events: await listAccountEvents(tx, { ...of, limit: 20 }),
    }))
    const sessions = await listSessions(db, params.id, clock.now())
    const isSelf = actor.accountId === params.id
    return show(
      personView({ ...shown, sessions, today: clock.today(), isSelf, said: query.said ?? null }),
    )
  },
})

/** An action on somebody's account: done, written down, and back to their page. */
function action<P extends z.ZodObject<{ id: z.ZodType<string> }>>(of: {
  readonly path: string
  readonly params: P
  readonly what: string
  readonly act: (context: Context, params: z.output<P>) => Promise<unknown>
}) {
  return page({
    path: of.path,
    door: 'workspace',
    may: administrators,
    params: of.params,
    get: async ({ params }) => see(`/admin/people/${params.id}`),
    post: async (context) => {
      const { authorityId, accountId } = administratorOf(context)
      const { id } = context.params
      await context.asActor(async (tx) => {
        await getStaff(tx, authorityId, id)
        await insertAccountEvent(tx, {
          authorityId,
          accountId: id,
          at: context.clock.now(),
          what: of.what,
          byAccount: accountId,
        })
      })
      await of.act(context, context.params)
      return see(`/admin/people/${id}`)
    },
  })
}

export const endOneSessionPage = action({
  path: '/admin/people/:id/sessions/:session/end',
  params: z.object({ id: z.uuid(), session: z.uuid() }),
  what: 'One session ended',
  act: ({ db }, { id, session }) => deleteSession(db, { accountId: id, id: session }),
})

export const endAllSessionsPage = action({
  path: '/admin/people/:id/sessions/end',
  params: personParams,
  what: 'Signed out everywhere',
  act: ({ db }, { id }) => deleteSessions(db, id),
})

export const dropSecondStepPage = action({
  path: '/admin/people/:id/second-step',
  params: personParams,
  what: 'Second step taken away; signed out everywhere',
  act: async ({ db }, { id }) => {
    await deleteSecondStep(db, id)
    await deleteSessions(db, id)
  },
})

/** Opens a closed account again: without duties, and with a new proof of who they are. */
export const reopenPage = action({
  path: '/admin/people/:id/open-again',
  params: personParams,
  what: 'Account opened again',
  act: ({ actor: { authorityId }, asActor }, { id }) =>
    asActor((tx) => updateClosed(tx, { authorityId, id, closedOn: null })),
})

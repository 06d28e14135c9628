import { z } from 'zod'
import { holds, type Actor } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate, IsoInstant } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { choice } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type Body, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { stepsFrom, whyNotYet, type Concern, type ConcernState, type StepKind } from '../concern.ts'
import {
  getConcern,
  insertLook,
  listLooks,
  listNameable,
  listSteps,
  lockConcern,
} from '../safeguarding.sql.ts'
import { stepForm } from '../step-form.ts'
import { nameReader, takeStep } from '../take-step.ts'
import { concernView } from './concern.view.ts'
import { ownConcernView } from './own-concern.view.ts'

const params = z.object({ id: idParam })

/**
 * A concern: in full for the safeguarding lead and whom they named, who take its steps here; for
 * whoever raised it what they wrote and what they are told.
 */
export const concernPage = page({
  path: '/safeguarding/:id',
  door: 'workspace',
  may: workers,
  params,
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const concern = await getConcern(tx, params.id)
      if (!readsInFull(actor, concern)) return show(ownView(concern))
      await noteLook(tx, actor, { concernId: concern.id, at: clock.now() })
      return show(
        await fullView(tx, { actor, concern, state: fresh(concern), today: clock.today() }),
      )
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const concern = await lockConcern(tx, params.id)
      const steps = await listSteps(tx, concern.id)
      if (steps.some(({ id }) => id === body['id'])) return see(`/safeguarding/${concern.id}`)
      const of = { actor, concern, today: clock.today() }
      const read = stepForm(stepsFrom(concern.state as ConcernState)).read(body)
      const fault = read.ok ? whyNot(of, read.value, body) : read.error
      if (fault !== null) {
        const version = String(concern.version)
        const state = { ...fault, typed: { ...fault.typed, version } }
        return showAgain(await fullView(tx, { ...of, state }))
      }
      if (read.ok) await takeStep(tx, actor, { concern, taken: read.value, at: clock.now() })
      return see(`/safeguarding/${concern.id}`)
    }),
})

/** The lead lets somebody read the concern, or no longer. */
export const nameReaderPage = page({
  path: '/safeguarding/:id/readers',
  door: 'workspace',
  may: ['safeguarding_lead'],
  params,
  get: async ({ params }) => see(`/safeguarding/${params.id}`),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const concern = await lockConcern(tx, params.id)
      const today = clock.today()
      const staff = await listNameable(tx, { authorityId: actor.authorityId, today })
      const read = form({
        reader: choice(
          staff.map(({ id }) => id),
          'Select who may read it',
        ),
        reads: choice(['yes', 'no'], 'Select whether they may read it'),
      }).read(body)
      if (!read.ok) {
        const state = { ...fresh(concern), faults: read.error.faults }
        return showAgain(await fullView(tx, { actor, concern, state, today }))
      }
      const account = staff.find(({ id }) => id === read.value.reader)
      if (account !== undefined)
        await nameReader(tx, actor, {
          concern,
          account,
          reads: read.value.reads === 'yes',
          at: clock.now(),
        })
      return see(`/safeguarding/${concern.id}`)
    }),
})

function readsInFull(actor: Actor, { named }: Concern): boolean {
  return (
    holds(actor, 'safeguarding_lead') ||
    (actor.accountId !== null && named.includes(actor.accountId))
  )
}

/** What keeps a step from being taken, where it stands: somebody else's step meanwhile, or nobody told yet. */
function whyNot(
  { concern, actor }: { readonly concern: Concern; readonly actor: Actor },
  { version, step }: { readonly version: number; readonly step: StepKind },
  body: Body,
): FormState | null {
  const why = whyNotYet(step, concern, actor.accountId)
  return staleness(concern, version, body) ?? (why === null ? null : withFault(body, 'step', why))
}

function staleness(concern: Concern, version: number, body: Body): FormState | null {
  return version === concern.version
    ? null
    : withFault(
        body,
        'step',
        'Somebody else worked on this concern while you typed. Read what is new below, then send yours again',
      )
}

const fresh = (concern: Concern): FormState =>
  freshForm({ id: newId(), version: String(concern.version) })

async function noteLook(
  tx: Tx,
  actor: Actor,
  of: { readonly concernId: string; readonly at: IsoInstant },
): Promise<void> {
  const { authorityId, accountId, displayName } = actor
  if (accountId === null) return
  await insertLook(tx, { ...of, authorityId, accountId, accountName: displayName })
}

async function fullView(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly concern: Concern
    readonly state: FormState
    readonly today: IsoDate
  },
): Promise<PageView> {
  const { actor, concern, state, today } = of
  const leads = holds(actor, 'safeguarding_lead')
  return {
    title: `Safeguarding concern ${concern.reference}`,
    wide: true,
    main: concernView({
      concern,
      state,
      steps: await listSteps(tx, concern.id),
      looks: leads ? await listLooks(tx, concern.id) : [],
      staff: leads ? await listNameable(tx, { authorityId: actor.authorityId, today }) : [],
    }),
  }
}

function ownView(concern: Concern): PageView {
  return { title: `Safeguarding concern ${concern.reference}`, main: ownConcernView(concern) }
}

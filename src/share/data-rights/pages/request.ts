import { z } from 'zod'
import { holds, type Actor } from '#platform/access/actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { dayTyped, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { rightsWorkers, type DataRequest, type StepKind } from '../data-rights.ts'
import { keepReasons, whyErasureNotSigned, whyNotAnswered } from '../erasure.rules.ts'
import { gather } from '../gather.ts'
import { getErasureFacts } from '../own-requests.sql.ts'
import { isKeptFromParent, listItems, requestWaits } from '../items.sql.ts'
import { release } from '../release.ts'
import { stepsOffered, whyNotReleased, whyNotSigned } from '../release.rules.ts'
import { listReleases } from '../releases.sql.ts'
import { releaseForm, stepForm } from '../request-forms.ts'
import { getRequest, listChangesSince, listRequestSteps, lockRequest } from '../requests.sql.ts'
import { takeRequestStep, writeStep } from '../take-step.ts'
import type { ErasureShown } from './erasure.view.ts'
import { requestView } from './request.view.ts'
import { clockOf } from './requests.ts'

const declared = {
  door: 'workspace',
  may: rightsWorkers,
  params: z.object({ id: idParam }),
} as const

/** One request: its clock, what was done, what was gathered, and what went out. A step is written here. */
export const requestPage = page({
  ...declared,
  path: '/data-requests/:id',
  get: ({ params, actor, clock, asActor }) =>
    asActor(async (tx) =>
      show(await requestPageOf(tx, { id: params.id, actor, today: clock.today(), state: null })),
    ),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const request = await lockRequest(tx, params.id)
      const steps = (await listRequestSteps(tx, request.id)).map(({ id }) => id)
      if (steps.includes(String(body['id']))) return see(`/data-requests/${request.id}`)
      const offered = await offeredFor(tx, params.id)
      const read = stepForm(offered, isoDate(request.receivedOn), clock.today()).read(body)
      const again = async (state: FormState) =>
        showAgain(await requestPageOf(tx, { id: params.id, actor, today: clock.today(), state }))
      if (!read.ok) return again(read.error)
      const done = await takeRequestStep(tx, actor, { request, taken: read.value, at: clock.now() })
      return done.ok
        ? see(`/data-requests/${request.id}`)
        : again(withFault(body, 'step', done.error))
    }),
})

/** Gathers everything held on the person, from every table. */
export const gatherPage = page({
  ...declared,
  path: '/data-requests/:id/gather',
  get: async ({ params }) => see(`/data-requests/${params.id}`),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const request = await lockRequest(tx, params.id)
      const steps = await stepKinds(tx, request.id)
      if (
        request.kind !== 'access' ||
        request.state !== 'open' ||
        !steps.includes('identity_checked')
      ) {
        const state = withFault(body, 'gather', 'Write down first how you know who asks')
        return showAgain(
          await requestPageOf(tx, { id: params.id, actor, today: clock.today(), state }),
        )
      }
      await noteRead(tx, actor, request.personId, 'whole record', {
        purpose: 'to answer your data request',
      })
      await gather(tx, request)
      const taken = {
        id: newId(),
        step: 'gathered',
        takenOn: clock.today(),
        words: 'From every table',
      } as const
      await writeStep(tx, actor, { requestId: request.id, taken, at: clock.now() })
      return see(`/data-requests/${request.id}/statements`)
    }),
})

/** The safeguarding lead agrees to the release, whether or not anything was restricted. */
export const signPage = page({
  ...declared,
  path: '/data-requests/:id/sign',
  may: ['safeguarding_lead'],
  get: async ({ params }) => see(`/data-requests/${params.id}`),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const request = await lockRequest(tx, params.id)
      const steps = await stepKinds(tx, request.id)
      const refusal = await refusalToSign(tx, { request, steps, today: clock.today() })
      if (refusal !== null) {
        const state = withFault(body, 'sign', refusal)
        return showAgain(
          await requestPageOf(tx, { id: params.id, actor, today: clock.today(), state }),
        )
      }
      const words = 'Looked through everything that is restricted'
      const taken = { id: newId(), step: 'lead_signed', takenOn: clock.today(), words } as const
      await writeStep(tx, actor, { requestId: request.id, taken, at: clock.now() })
      return see(`/data-requests/${request.id}`)
    }),
})

/** Makes the copies, keeps them, and writes down how they are handed over. */
export const releasePage = page({
  ...declared,
  path: '/data-requests/:id/release',
  get: async ({ params }) => see(`/data-requests/${params.id}`),
  post: async (context) => {
    const { params, body, actor, clock, asActor } = context
    const read = releaseForm.read(body)
    const done = read.ok ? await release(context, { requestId: params.id, ...read.value }) : null
    if (done?.ok === true) return see(`/data-requests/${params.id}`)
    const state = read.ok
      ? withFault(body, 'how', done?.ok === false ? done.error : '')
      : read.error
    return asActor(async (tx) =>
      showAgain(await requestPageOf(tx, { id: params.id, actor, today: clock.today(), state })),
    )
  },
})

async function refusalToSign(
  tx: Tx,
  of: {
    readonly request: DataRequest
    readonly steps: readonly StepKind[]
    readonly today: IsoDate
  },
): Promise<string | null> {
  const { kind, state, id } = of.request
  if (kind !== 'erasure')
    return whyNotSigned({ kind, state, steps: of.steps, waits: await requestWaits(tx, id) })
  const facts = await getErasureFacts(tx, { requestId: id, today: of.today })
  return whyErasureNotSigned({ state, steps: of.steps }, facts)
}

async function stepKinds(tx: Tx, id: string): Promise<StepKind[]> {
  return (await listRequestSteps(tx, id)).map(({ step }) => step as StepKind)
}

async function offeredFor(tx: Tx, id: string): Promise<readonly StepKind[]> {
  const { kind, state } = await getRequest(tx, id)
  return stepsOffered({ kind, state, steps: await stepKinds(tx, id) })
}

async function erasureOf(
  tx: Tx,
  of: {
    readonly request: DataRequest
    readonly steps: readonly StepKind[]
    readonly actor: Actor
    readonly today: IsoDate
  },
): Promise<ErasureShown | null> {
  const { request, steps, today } = of
  if (request.kind !== 'erasure') return null
  const facts = await getErasureFacts(tx, { requestId: request.id, today })
  const asked = { state: request.state, steps }
  return {
    reasons: keepReasons(facts, today),
    notSigned: whyErasureNotSigned(asked, facts),
    signed: steps.includes('lead_signed'),
    notAnswered: whyNotAnswered(asked),
    decides: holds(of.actor, 'council_practitioner'),
  }
}

/** The page of one request, with a form in a state of its own where one was refused. */
export async function requestPageOf(
  tx: Tx,
  of: {
    readonly id: string
    readonly actor: Actor
    readonly today: IsoDate
    readonly state: FormState | null
  },
): Promise<PageView> {
  const { id, actor, today } = of
  const request = await getRequest(tx, id)
  const steps = await listRequestSteps(tx, id)
  const kindsTaken = steps.map(({ step }) => step as StepKind)
  const { kind, state } = request
  const facts = {
    kind,
    state,
    steps: kindsTaken,
    waits: await requestWaits(tx, id),
    keptFromParent: await isKeptFromParent(tx, id),
  }
  return requestView({
    request,
    steps,
    clock: await clockOf(tx, request, today),
    today,
    items: await listItems(tx, id),
    releases: await listReleases(tx, id),
    changes: kind === 'correction' ? await listChangesSince(tx, id) : [],
    offered: stepsOffered(facts),
    leads: holds(actor, 'safeguarding_lead'),
    notSigned: whyNotSigned(facts),
    notReleased: whyNotReleased(facts),
    known: kindsTaken.includes('identity_checked'),
    erasure: await erasureOf(tx, { request, steps: kindsTaken, actor, today }),
    state: of.state ?? freshForm({ id: newId(), ...dayTyped('takenOn', today) }),
  })
}

import { z } from 'zod'
import { holds, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { intakeForm, typedFrom } from '../intake-form.ts'
import { countHeldBy, findIntake, listSettable, saveIntake, type Settable } from '../intakes.sql.ts'
import { organisationsView, whatWeTakeView } from './what-we-take.view.ts'

const may = ['manager', 'administrator'] as const
const path = '/referrals/what-we-take'

/** Organisations whose referrals the actor may steer; straight to the page of an only one. */
export const whoTakesPage = page({
  path,
  door: 'workspace',
  may,
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const settable = await listOwn(tx, actor)
      const [only, ...others] = settable
      if (only !== undefined && others.length === 0) return see(`${path}/${only.id}`)
      return show({
        title: 'Who takes referrals',
        current: path,
        main: organisationsView(settable),
      })
    }),
})

/** What one organisation takes of what is referred, how much, and whether it takes any just now. */
export const whatWeTakePage = page({
  path: `${path}/:organisation`,
  door: 'workspace',
  may,
  params: z.object({ organisation: z.coerce.number().int().min(1).max(2_000_000_000) }),
  query: z.object({ saved: z.literal('yes').optional().catch(undefined) }),
  get: ({ params, query, actor, asActor }) =>
    asActor(async (tx) => {
      const organisation = await getSettable(tx, actor, params.organisation)
      const state = freshForm(typedFrom(await findIntake(tx, organisation.id), organisation.kind))
      return show(await viewOf(tx, actor, { organisation, state, saved: query.saved === 'yes' }))
    }),
  post: ({ params, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const organisation = await getSettable(tx, actor, params.organisation)
      const districts = districtsOf(actor).map(({ code }) => code)
      const read = intakeForm({ today: clock.today(), districts }).read(body)
      if (!read.ok) return showAgain(await viewOf(tx, actor, { organisation, state: read.error }))
      const before = await findIntake(tx, organisation.id)
      const place = setsOrder(actor) ? read.value.place : before?.place
      const { authorityId } = actor
      const word = {
        ...read.value,
        place: place ?? 5,
        authorityId,
        organisationId: organisation.id,
      }
      if (await saveIntake(tx, word)) return see(`${path}/${organisation.id}?saved=yes`)
      const state = freshForm({ ...body, version: String(before?.version ?? 1) })
      return showConflict(await viewOf(tx, actor, { organisation, state, overtaken: true }))
    }),
})

const setsOrder = (actor: Actor): boolean => holds(actor, 'administrator')

const listOwn = (tx: Tx, actor: Actor): Promise<Settable[]> =>
  listSettable(tx, {
    authorityId: actor.authorityId,
    all: setsOrder(actor),
    own: actor.organisationIds,
  })

async function getSettable(tx: Tx, actor: Actor, id: number): Promise<Settable> {
  const found = (await listOwn(tx, actor)).find((each) => each.id === id)
  if (found === undefined) throw new NotFound('organisation')
  return found
}

const districtsOf = ({ authorityCode }: Actor) =>
  knownAuthorities.find(({ code }) => code === authorityCode)?.districts ?? []

async function viewOf(
  tx: Tx,
  actor: Actor,
  of: {
    readonly organisation: Settable
    readonly state: FormState
    readonly saved?: boolean
    readonly overtaken?: boolean
  },
): Promise<PageView> {
  return {
    title: `What ${of.organisation.name} takes`,
    current: path,
    main: whatWeTakeView({
      ...of,
      districts: districtsOf(actor),
      held: await countHeldBy(tx, of.organisation.id),
      setsOrder: setsOrder(actor),
    }),
  }
}

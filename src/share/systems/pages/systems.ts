import { z } from 'zod'
import type { Duty } from '#platform/access/duties.ts'
import { isId, newId } from '#platform/lib/ids.ts'
import { choices, hiddenId, text, whole } from '#platform/web/fields.ts'
import { form, freshForm, withFault } from '#platform/web/form.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import { publicKeysFrom } from '../public-keys.ts'
import { allScopes } from '../scopes.ts'
import {
  getSystem,
  insertSystem,
  listOrganisations,
  listSystems,
  type SystemOrganisation,
  updateEnded,
} from '../systems.sql.ts'
import { newSystemView, systemsView, systemView } from './systems.view.ts'

const may = ['administrator'] as const
const current = '/systems'

/** Other systems that may come in, each with its organisation's rights. */
export const systemsPage = page({
  path: '/systems',
  door: 'workspace',
  may,
  get: ({ asActor }) =>
    asActor(async (tx) =>
      show({ title: 'Systems', current, main: systemsView(await listSystems(tx)), wide: true }),
    ),
})

const systemForm = form({
  id: hiddenId(),
  name: text('Enter the system’s name', 100),
  organisation: whole('Select its organisation', {
    min: 1,
    max: 2_000_000_000,
    words: 'Select its organisation',
  }),
  scopes: choices(allScopes, 'Select what it may do'),
  keys: text('Paste its public keys', 20_000),
})

/** Registers a system by its public keys: no secret is shared, so none can leak here. */
export const newSystemPage = page({
  path: '/systems/new',
  door: 'workspace',
  may,
  get: ({ asActor }) =>
    asActor(async (tx) => {
      const state = freshForm({ id: newId() })
      const main = newSystemView({ state, organisations: await listOrganisations(tx) })
      return show({ title: 'Register a system', current, main })
    }),
  post: ({ actor, asActor, body, clock }) =>
    asActor(async (tx) => {
      const organisations = await listOrganisations(tx)
      const again = (state: Parameters<typeof newSystemView>[0]['state']) =>
        showAgain({
          title: 'Register a system',
          current,
          main: newSystemView({ state, organisations }),
        })
      const read = systemForm.read(body)
      if (!read.ok) return again(read.error)
      const { id, name, scopes } = read.value
      const owner = organisations.find((each) => each.id === read.value.organisation)
      if (owner === undefined)
        return again(withFault(body, 'organisation', 'Select its organisation'))
      const keys = publicKeysFrom(read.value.keys)
      if (!keys.ok) return again(withFault(body, 'keys', keys.error))
      await insertSystem(tx, {
        authorityId: actor.authorityId,
        id,
        organisationId: owner.id,
        name,
        duties: dutiesOf(owner),
        scopes,
        publicKeys: keys.value,
        registeredBy: actor.accountId,
        registeredAt: clock.now(),
      })
      return see(`/systems/${id}`)
    }),
})

/** A system works as its organisation's people would: a hub's with records, a partner's as a referrer. */
function dutiesOf({ kind }: SystemOrganisation): readonly Duty[] {
  if (kind === 'council') return ['council_practitioner']
  return kind === 'hub' || kind === 'young_carers' ? ['adviser'] : ['referrer']
}

/** One system: how it comes in, and the way to shut it out. */
export const systemPage = page({
  path: '/systems/:id',
  door: 'workspace',
  may,
  params: z.object({ id: z.string().refine(isId) }),
  get: ({ asActor, config, params }) =>
    asActor(async (tx) => {
      const system = await getSystem(tx, params.id)
      return show({ title: system.name, current, main: systemView(system, config.url) })
    }),
  post: ({ asActor, clock, params }) =>
    asActor(async (tx) => {
      const { id } = await getSystem(tx, params.id)
      await updateEnded(tx, id, clock.now())
      return see(`/systems/${id}`)
    }),
})

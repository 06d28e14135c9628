import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { freshForm, withFault, type FormState } from '#platform/web/form.ts'
import {
  page,
  see,
  show,
  showAgain,
  type Context,
  type Page,
  type PageView,
  type Reply,
} from '#platform/web/page.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { idParam } from '#people/persons/params.ts'
import { getReckoning } from '../../referral-clock/targets.sql.ts'
import { doorForm } from '../door-form.ts'
import type { Door } from '../door.ts'
import { doors, selfDoor } from '../doors.ts'
import { listOfKinds, type Organisation } from '../organisations.sql.ts'
import { findReceipt } from '../receipt.sql.ts'
import { sendReferral, type Sender } from '../send-referral.ts'
import { ringingSender } from '../sender-fields.ts'
import { nextSteps } from '../standing.ts'
import { takeDoorView, takenView, whoRingsView } from './take.view.ts'

const current = '/referrals'

/** Somebody rings the hub: through which door would they have come? */
export const whoRingsPage = page({
  path: '/referrals/take',
  door: 'workspace',
  may: caseworkers,
  get: async () =>
    show({
      title: 'Take a referral by telephone',
      current,
      main: whoRingsView([selfDoor, ...doors]),
    }),
})

/** Each door as a worker fills it in on the telephone for whoever rings. */
export const takeDoorPages: readonly Page[] = [selfDoor, ...doors].map(takeDoorPage)

function takeDoorPage(door: Door): Page {
  return page({
    path: `/referrals/take/${door.slug}`,
    door: 'workspace',
    may: caseworkers,
    get: ({ actor, asActor }) =>
      asActor(async (tx) => {
        const state = freshForm({ id: newId(), agreedHow: 'spoken' })
        return show(viewOf(door, await sendersOf(tx, actor, door), state))
      }),
    post: (context) => takeDown(context, door),
  })
}

async function takeDown(context: Context, door: Door): Promise<Reply> {
  const { body, actor, clock, asActor, asSystem } = context
  const senders = await asActor((tx) => sendersOf(tx, actor, door))
  const read = doorForm(door, { today: clock.today(), sender: ringingSender(door) }).read(body)
  if (!read.ok) return showAgain(viewOf(door, senders, read.error))
  const { organisation, senderName, senderOrganisation, senderTelephone, ...referred } = read.value
  const known = senders.find(({ id }) => id === organisation)
  if (organisation !== null && known === undefined) {
    const state = withFault(body, 'organisation', 'Select one of the organisations')
    return showAgain(viewOf(door, senders, state))
  }
  const sender: Sender = {
    name: senderName ?? `${referred.givenName} ${referred.familyName}`,
    organisationId: known?.id ?? null,
    organisationWords: known === undefined ? senderOrganisation : null,
    telephone: senderTelephone,
    accountId: null,
    takenBy: actor.accountId,
    source: door.source,
  }
  const { authorityId } = actor
  // It may go to an organisation of which the worker reads nothing.
  await asSystem('a referral taken by telephone', (tx) =>
    sendReferral(tx, { authorityId, door, referred, sender, clock }),
  )
  return see(`/referrals/taken/${referred.id}`)
}

/** What a worker reads out when a referral is taken: its reference, who has it, and when they ring. */
export const takenPage = page({
  path: '/referrals/taken/:id',
  door: 'workspace',
  may: caseworkers,
  params: z.object({ id: idParam }),
  get: async ({ params, actor, clock, asSystem }) =>
    asSystem('the receipt of a referral', async (tx) => {
      const of = { authorityId: actor.authorityId, id: params.id, takenBy: actor.accountId }
      const receipt = actor.accountId === null ? null : await findReceipt(tx, of)
      if (receipt === null) throw new NotFound('referral')
      const steps = nextSteps(receipt, clock.today(), await getReckoning(tx))
      const mine = actor.organisationIds.includes(receipt.organisationId)
      const main = takenView({ receipt, steps, href: mine ? `/referrals/${params.id}` : null })
      return show({ title: 'Referral taken', current, main })
    }),
})

const sendersOf = (tx: Tx, { authorityId }: Actor, door: Door): Promise<Organisation[]> =>
  listOfKinds(tx, { authorityId, kinds: door.organisationKinds })

const viewOf = (door: Door, senders: readonly Organisation[], state: FormState): PageView => ({
  title: `By telephone: ${door.name.toLowerCase()}`,
  current,
  main: takeDoorView({ door, senders, state }),
})

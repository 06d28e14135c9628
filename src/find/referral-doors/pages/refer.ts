import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import { freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { tooManyTries } from '#share/accounts/limits.ts'
import { doorForm } from '../door-form.ts'
import type { Door } from '../door.ts'
import { doors } from '../doors.ts'
import { sendReferral } from '../send-referral.ts'
import { visitingSender } from '../sender-fields.ts'
import { doorsView, visitorsDoorView } from './refer.view.ts'

/** Every way to tell the hub of somebody who looks after someone, without an account. */
export const referPage = page({
  path: '/refer',
  door: 'public',
  may: 'anyone',
  get: async () => show({ title: 'Refer someone', main: doorsView(doors) }),
})

/** One door's page for a visitor: asked what they can know, on one page, without a script. */
export const visitorsDoorPage = page({
  path: '/refer/:door',
  door: 'public',
  may: 'anyone',
  params: z.object({ door: z.string().max(40) }),
  get: async ({ params }) =>
    // Random through and through, as whoever knows it may read the receipt.
    show(viewOf(openDoor(params.door), freshForm({ id: randomUUID() }))),
  post: async (context) => {
    const { params, body, clock, actor, asSystem } = context
    const door = openDoor(params.door)
    const read = doorForm(door, { today: clock.today(), sender: visitingSender(door) }).read(body)
    if (!read.ok) return showAgain(viewOf(door, read.error))
    const until = await tooManyTries(context, ['referral sent, network', context.ip])
    if (until !== null) {
      const state = withFault(body, 'agreed', tooManyWords)
      return { kind: 'view', status: 429, view: { ...viewOf(door, state), hasErrors: true } }
    }
    const { senderName, senderOrganisation, senderTelephone } = read.value
    await asSystem('a referral from a visitor', (tx) =>
      sendReferral(tx, {
        authorityId: actor.authorityId,
        door,
        referred: read.value,
        sender: {
          name: senderName,
          organisationId: null,
          organisationWords: senderOrganisation,
          telephone: senderTelephone,
          accountId: null,
          takenBy: null,
          source: door.source,
        },
        clock,
      }),
    )
    return see(`/refer/sent/${read.value.id}`)
  },
})

const tooManyWords =
  'Many referrals have come from where you are in the last hour. Wait a while and send it again, or ring us: what you typed is still here'

function openDoor(slug: string): Door {
  const door = doors.find((each) => each.slug === slug)
  if (door === undefined) throw new NotFound()
  return door
}

const viewOf = (door: Door, state: FormState): PageView => ({
  title: door.title,
  main: visitorsDoorView(door, state),
})

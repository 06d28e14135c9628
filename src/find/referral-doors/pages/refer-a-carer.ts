import { z } from 'zod'
import { newId } from '#platform/lib/ids.ts'
import { freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { sourceOfOrganisation } from '../../referrals/triage.rules.ts'
import { doorForm } from '../door-form.ts'
import { doorOfOrganisation } from '../doors.ts'
import { listOwnSenders, type Organisation } from '../organisations.sql.ts'
import { sendReferral } from '../send-referral.ts'
import { signedInSender } from '../sender-fields.ts'
import { chooseSenderView, referACarerView } from './refer-a-carer.view.ts'

const path = '/referrals/new'

/** Hands a carer over in one short page, which asks what the sender's kind of organisation can know. */
export const referACarerPage = page({
  path,
  door: 'partner',
  may: ['referrer'],
  query: z.object({ for: z.coerce.number().int().optional().catch(undefined) }),
  get: ({ query, actor, asActor }) =>
    asActor(async (tx) => {
      const senders = await listOwnSenders(tx, actor)
      const sender = senders.length === 1 ? senders[0] : senders.find(({ id }) => id === query.for)
      if (sender === undefined)
        return show({ title: 'Refer a carer', current: path, main: chooseSenderView(senders) })
      return show(viewOf(sender, freshForm({ id: newId(), sender: String(sender.id) })))
    }),
  post: ({ actor, body, clock, asActor }) =>
    asActor(async (tx) => {
      const senders = await listOwnSenders(tx, actor)
      const sender = senders.find(({ id }) => String(id) === body['sender'])
      const [first] = senders
      if (sender === undefined) {
        const main = chooseSenderView(senders)
        if (first === undefined) return show({ title: 'Refer a carer', current: path, main })
        return showAgain(viewOf(first, withFault(body, 'sender', 'Select who is sending this')))
      }
      const door = doorOfOrganisation(sender.kind)
      const read = doorForm(door, { today: clock.today(), sender: signedInSender() }).read(body)
      if (!read.ok) return showAgain(viewOf(sender, read.error))
      await sendReferral(tx, {
        authorityId: actor.authorityId,
        door,
        referred: read.value,
        sender: {
          name: actor.displayName,
          organisationId: sender.id,
          organisationWords: null,
          telephone: null,
          accountId: actor.accountId,
          takenBy: null,
          source: sourceOfOrganisation[sender.kind] ?? 'other',
        },
        clock,
      })
      return see(`/referrals/sent/${read.value.id}?just-sent=yes`)
    }),
})

function viewOf(sender: Organisation, state: FormState): PageView {
  const door = doorOfOrganisation(sender.kind)
  return {
    title: door.title,
    current: path,
    main: referACarerView({ door, sender, state }),
  }
}

import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { referForm } from '../refer-form.ts'
import { insertReferral } from '../referrals.sql.ts'
import { getReceiver, listSenders, type Sender } from '../sent-referrals.sql.ts'
import { receivingKinds, sourceOfOrganisation } from '../triage.rules.ts'
import { referACarerView } from './refer-a-carer.view.ts'

type Answers = Extract<ReturnType<ReturnType<typeof referForm>['read']>, { ok: true }>['value']

/** Hands a carer over in one short page: a GP practice, ward, school or charity refers someone. */
export const referACarerPage = page({
  path: '/referrals/new',
  door: 'partner',
  may: ['referrer'],
  get: ({ actor, asActor }) =>
    asActor(async (tx) => {
      const senders = await listSenders(tx, actor)
      const only = senders.length === 1 ? String(senders[0]?.id) : ''
      return show(viewOf(senders, freshForm({ id: newId(), sender: only })))
    }),
  post: ({ actor, body, clock, asActor }) =>
    asActor(async (tx) => {
      const senders = await listSenders(tx, actor)
      const read = referForm(clock.today()).read(body)
      if (!read.ok) return showAgain(viewOf(senders, read.error))
      const sender = senders.find(({ id }) => id === read.value.sender)
      if (sender === undefined) {
        return showAgain(viewOf(senders, withFault(body, 'sender', 'Select who is sending this')))
      }
      await send(tx, actor, {
        answers: read.value,
        sender,
        receivedOn: clock.today(),
        receivedAt: clock.now(),
      })
      return see(`/referrals/sent/${read.value.id}?just-sent=yes`)
    }),
})

async function send(
  tx: Tx,
  actor: Actor,
  of: {
    readonly answers: Answers
    readonly sender: Sender
    readonly receivedOn: string
    readonly receivedAt: string
  },
): Promise<void> {
  const { id, kind, reason, urgent, agreed, agreedHow, shareOutcome, ...rest } = of.answers
  const { sender: _, ...told } = rest
  await insertReferral(tx, {
    authorityId: actor.authorityId,
    id,
    kind,
    reason,
    urgent,
    carerAgreed: agreed,
    agreedHow,
    shareOutcome,
    told,
    receivedOn: of.receivedOn,
    receivedAt: of.receivedAt,
    source: sourceOfOrganisation[of.sender.kind] ?? 'other',
    fromOrganisationId: of.sender.id,
    toOrganisationId: (await getReceiver(tx, receivingKinds(kind))).id,
    referrerAccountId: actor.accountId,
    referrerName: actor.displayName,
    state: 'new',
  })
}

function viewOf(senders: readonly Sender[], state: FormState): PageView {
  return {
    title: 'Refer a carer',
    current: '/referrals/new',
    main: referACarerView({ senders, state }),
  }
}

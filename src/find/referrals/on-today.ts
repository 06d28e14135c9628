import { isoDate } from '#platform/lib/dates.ts'
import type { TodayItem, TodaySource } from '#platform/room.ts'
import { kindWords } from '#people/persons/involvement.ts'
import { askedOf, carerName, type Referral } from './referral.ts'
import { countNew, listReferrals, listToContact } from './referrals.sql.ts'
import { answerDueOn, type Reckoning } from '../referral-clock/clock.rules.ts'
import { getReckoning } from '../referral-clock/targets.sql.ts'
import { listStalled, listToTell } from './stalled.sql.ts'
import { triagers } from './triagers.ts'

/** Referrals to the actor's organisations that nobody has decided on, save those given to somebody else. */
export const referralsToTriage: TodaySource = {
  kind: 'referral',
  label: 'Referrals to triage',
  may: triagers,
  list: async (tx, { actor, limit }) => {
    const forWorker = actor.accountId
    const referrals = await listReferrals(tx, { actor, states: ['new'], forWorker, limit })
    const reckoning = await getReckoning(tx)
    const items = referrals.map((referral) => triageItem(referral, reckoning))
    return { items, total: await countNew(tx, actor) }
  },
}

function triageItem(referral: Referral, reckoning: Reckoning): TodayItem {
  const { urgent, from, answer, workerId } = referral
  const detail = [
    urgent ? 'Urgent' : null,
    workerId === null ? null : 'given to you',
    kindWords(referral.kind),
    from,
    answer === null ? null : 'the sender has answered',
  ]
  return {
    dueOn: answerDueOn(askedOf(referral), reckoning),
    title: `Referral to triage: ${carerName(referral)}`,
    detail: detail.filter((each) => each !== null).join(' · '),
    href: `/referrals/${referral.id}`,
    kind: 'referral',
  }
}

/** What the clock has put on the manager's list: nobody answered, or nobody has rung the carer. */
export const stalledReferrals: TodaySource = {
  kind: 'stalled-referral',
  label: 'Referrals that have stalled',
  may: ['manager'],
  list: async (tx, { actor, limit }) => {
    const { referrals, total } = await listStalled(tx, { actor, limit })
    const reckoning = await getReckoning(tx)
    return { items: referrals.map((referral) => stalledItem(referral, reckoning)), total }
  },
}

function stalledItem(referral: Referral, reckoning: Reckoning): TodayItem {
  const { state, contactDueOn, worker, urgent } = referral
  const answered = state === 'accepted'
  const detail = [
    urgent ? 'Urgent' : null,
    kindWords(referral.kind),
    answered
      ? `taken on by ${worker ?? 'somebody'}`
      : state === 'asked'
        ? 'a question is with the sender'
        : worker === null
          ? null
          : `with ${worker} to decide`,
  ]
  return {
    dueOn:
      answered && contactDueOn !== null
        ? isoDate(contactDueOn)
        : answerDueOn(askedOf(referral), reckoning),
    title: `${answered ? 'Stalled, nobody has rung' : 'Stalled, no answer yet'}: ${carerName(referral)}`,
    detail: detail.filter((each) => each !== null).join(' · '),
    href: `/referrals/${referral.id}`,
    kind: 'stalled-referral',
  }
}

/** Senders without an account who left a number: whoever decided, or took it on, rings them with the answer. */
export const sendersToTell: TodaySource = {
  kind: 'tell-sender',
  label: 'Senders to ring with the answer',
  may: triagers,
  list: async (tx, { actor, today, limit }) => {
    const { referrals, total } = await listToTell(tx, { actor, limit })
    const items = referrals.map((referral) => ({
      dueOn: isoDate(referral.triagedOn ?? today),
      title: `Tell the sender: ${referral.referrerName ?? 'a visitor'}`,
      detail: [referral.fromName, `about ${carerName(referral)}`]
        .filter((each) => each !== null)
        .join(' · '),
      href: `/referrals/${referral.id}`,
      kind: 'tell-sender',
    }))
    return { items, total }
  },
}

/** Carers whose referral the actor took on and whom nobody has talked with yet. */
export const firstContacts: TodaySource = {
  kind: 'first-contact',
  label: 'First talks',
  may: triagers,
  list: async (tx, { actor, today, limit }) => {
    if (actor.accountId === null) return { items: [], total: 0 }
    const { referrals, total } = await listToContact(tx, { workerId: actor.accountId, limit })
    const items = referrals.map((referral) => ({
      dueOn: isoDate(referral.contactDueOn ?? today),
      title: `First talk: ${carerName(referral)}`,
      detail: [referral.urgent ? 'Urgent' : null, kindWords(referral.kind), referral.from]
        .filter((each) => each !== null)
        .join(' · '),
      href: `/carers/${referral.personId}`,
      kind: 'first-contact',
    }))
    return { items, total }
  },
}

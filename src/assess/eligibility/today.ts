import type { TodayItem, TodaySource } from '#platform/room.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { answerInWords, owesAdvice } from './determination.ts'
import { listToCountersign, listToSend, type WaitingDecision } from './waiting.sql.ts'

/** Proposals that the council has to decide on, since the day on which they were made. */
export const decisionsToCountersign: TodaySource = {
  kind: 'countersign',
  label: 'Decisions to countersign',
  may: ['council_practitioner'],
  list: async (tx, of) => {
    const { decisions, total } = await listToCountersign(tx, of)
    return { items: decisions.map((each) => item(each, 'countersign', 'Countersign')), total }
  },
}

/** Decisions that the carer has not had in writing. */
export const decisionsToSend: TodaySource = {
  kind: 'decision-letter',
  label: 'Decision letters to send',
  may: assessors,
  list: async (tx, of) => {
    const { decisions, total } = await listToSend(tx, of)
    return { items: decisions.map((each) => item(each, 'decision-letter', todo(each))), total }
  },
}

function todo(decision: WaitingDecision): string {
  return !owesAdvice(decision) || decision.hasAdvice
    ? 'Send decision'
    : 'Write advice and send decision'
}

function item(decision: WaitingDecision, kind: string, words: string): TodayItem {
  return {
    dueOn: decision.decidedOn,
    title: `${words}: ${nameWithKnownAs(decision)}`,
    detail: answerInWords(decision),
    href: `/determinations/${decision.id}`,
    kind,
  }
}

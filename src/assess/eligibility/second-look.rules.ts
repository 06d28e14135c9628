/**
 * The second look at a decision that a carer asks for. No law sets its days or its form: the promise is
 * dated data. That somebody else looks, and that the answer and its reason are written, is the house's
 * rule; a complaint (SI 2009/309) stays open beside it.
 */
import { holds, type Actor } from '#platform/access/actor.ts'
import { addWorkingDays, type IsoDate } from '#platform/lib/dates.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import type { Determination } from './determination.ts'
import { lookTargets, type SecondLook } from './second-look.ts'

/** The working days promised to who asks on this day: of those in force the last. */
export function lookDays(askedOn: IsoDate, targets = lookTargets): number {
  const inForce = targets.findLast(({ from_on }) => from_on <= askedOn) ?? targets[0]
  if (inForce === undefined) throw new RangeError('nothing is promised of a second look')
  return inForce.working_days
}

/** The day by which the carer has the answer. */
export function lookDueOn(
  askedOn: IsoDate,
  of: { readonly holidays: ReadonlySet<string>; readonly targets?: typeof lookTargets },
): IsoDate {
  return addWorkingDays(askedOn, lookDays(askedOn, of.targets), of.holidays)
}

/** Whether the carer still waits for the answer beyond the day that they were promised. */
export function isLate({ dueOn, sentAt }: Pick<SecondLook, 'dueOn' | 'sentAt'>, today: IsoDate) {
  return sentAt === null && dueOn < today
}

/**
 * Why this decision cannot be looked at again now, in words; null where it can: it was sent, it is the
 * latest, and nobody is looking already.
 */
export function whyNotToAsk(of: {
  readonly determination: Pick<Determination, 'id' | 'sentAt' | 'number'>
  readonly all: readonly Pick<Determination, 'number' | 'sentAt'>[]
  readonly looks: readonly Pick<SecondLook, 'determinationId' | 'sentAt'>[]
}): string | null {
  const { determination, all, looks } = of
  if (determination.sentAt === null)
    return 'This decision has not been sent yet, so there is nothing to look at again.'
  if (all.some(({ number, sentAt }) => sentAt !== null && number > determination.number))
    return 'There is a newer decision: ask for that one to be looked at again.'
  const open = looks.some(
    ({ determinationId, sentAt }) => determinationId === determination.id && sentAt === null,
  )
  return open ? 'This decision is being looked at again already.' : null
}

/** Why this actor cannot look at the decision again, in words; null where they can. */
export function whyNotToLook(of: {
  readonly determination: Pick<Determination, 'decidedBy' | 'countersignedBy' | 'decidedAs'>
  readonly actor: Actor
}): string | null {
  const { determination, actor } = of
  if (!holds(actor, ...assessors))
    return 'An assessor or one of the council’s practitioners has to look at it again.'
  const { decidedBy, countersignedBy, decidedAs } = determination
  const own = [decidedBy, countersignedBy].some((by) => by !== null && by === actor.accountId)
  if (own) return 'You decided this, so somebody else has to look at it again.'
  if (decidedAs !== 'delegate' && !holds(actor, 'council_practitioner'))
    return 'The council decided this, so one of its practitioners has to look at it again.'
  return null
}

/**
 * Why the answer cannot be sent yet, in words; null where it can. Where the decision changes, the new
 * one has to be made first. `all` are the decisions on the same assessment.
 */
export function whyAnswerNotSendable(
  look: Pick<SecondLook, 'id' | 'answer' | 'sentAt'>,
  all: readonly Pick<Determination, 'secondLookId' | 'state'>[],
): string | null {
  if (look.sentAt !== null) return 'This answer has been sent.'
  if (look.answer === null) return 'Nobody has answered yet.'
  const made = all.some(
    ({ secondLookId, state }) => secondLookId === look.id && state === 'decided',
  )
  return look.answer === 'changed' && !made
    ? 'The new decision has to be made before the answer can be sent.'
    : null
}

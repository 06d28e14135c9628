import { z } from 'zod'
import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { Asked } from '../referral-clock/clock.rules.ts'
import { askedSchema } from './asked.ts'
import { sharingAskedSchema } from './sharing-asked.rules.ts'
import { toldBySelfSchema } from './told-by-self.ts'
import type { CarerKind } from '#people/persons/involvement.ts'

export const referralStates = ['new', 'asked', 'accepted', 'declined', 'closed'] as const

export type ReferralState = (typeof referralStates)[number]

/** Whether its carer waits to be talked with: nobody has answered, or nobody has rung. */
export function waitsForTalk({
  state,
  firstContactOn,
}: Pick<Referral, 'state' | 'firstContactOn'>): boolean {
  return state === 'new' || state === 'asked' || (state === 'accepted' && firstContactOn === null)
}

/** Whether the matter that it opened is still open. */
export function isOpenReferral({ state }: Pick<Referral, 'state'>): boolean {
  return state !== 'declined' && state !== 'closed'
}

/** What can be done with a referral, by whom, and what it is then. */
export const referralSteps = {
  accept: { from: ['new', 'asked'], to: 'accepted', by: 'triage' },
  decline: { from: ['new', 'asked'], to: 'declined', by: 'triage' },
  /** To another organisation, which starts where this one stood. */
  pass: { from: ['new', 'asked'], to: 'new', by: 'triage' },
  ask: { from: ['new'], to: 'asked', by: 'triage' },
  answer: { from: ['asked'], to: 'new', by: 'referrer' },
  close: { from: ['accepted'], to: 'closed', by: 'triage' },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly from: readonly ReferralState[]
      readonly to: ReferralState
      readonly by: 'triage' | 'referrer'
    }
  >
>

export type ReferralStep = keyof typeof referralSteps

/** Whether a step can be taken from where the referral stands. */
export function canTake(step: ReferralStep, state: ReferralState): boolean {
  return (referralSteps[step].from as readonly ReferralState[]).includes(state)
}

/** What the referrer told of the carer, until it is on a record. Not all referrals come with all of it. */
export const toldSchema = z.object({
  givenName: z.string(),
  familyName: z.string(),
  dateOfBirth: z.iso.date().nullable().catch(null),
  age: z.number().nullable().catch(null),
  telephone: z.string().nullable().catch(null),
  address1: z.string().nullable().catch(null),
  postcode: z.string().nullable().catch(null),
  email: z.string().nullable().catch(null),
  more: z.string().nullable().catch(null),
  /** Present where the door had questions of its own. */
  asked: askedSchema.optional().catch(undefined),
  /** Present where the carer agreed at a door that somebody may know of them. */
  mayKnow: sharingAskedSchema.optional().catch(undefined),
  /** Present where carers registered themselves. */
  own: toldBySelfSchema.optional().catch(undefined),
})

export type Told = z.output<typeof toldSchema>

/** A referral as triage sees it; `told` is null where it came in with the register's import. */
export type Referral = Omit<Selectable<DB['referral']>, 'told' | 'state' | 'kind'> & {
  readonly state: ReferralState
  readonly kind: CarerKind
  readonly told: Told | null
  /** The name on the carer's record, where there is one that the actor may read. */
  readonly carer: string | null
  readonly from: string | null
  readonly to: string
  readonly worker: string | null
  readonly triager: string | null
  /** Who took it down on the telephone. */
  readonly taker: string | null
}

/** What of a referral its sender may know: no record, and the outcome only as the carer agreed. */
export type SentReferral = Pick<
  Referral,
  | 'id'
  | 'reference'
  | 'kind'
  | 'receivedOn'
  | 'urgent'
  | 'state'
  | 'told'
  | 'question'
  | 'askedOn'
  | 'answer'
  | 'answeredOn'
  | 'triagedOn'
  | 'shareOutcome'
  | 'firstContactOn'
  | 'outcome'
  | 'outcomeOn'
  | 'outcomeWords'
  | 'referrerName'
  | 'from'
  | 'to'
  | 'version'
  | 'door'
  | 'mayPassOn'
  | 'fromOrganisationId'
>

/** Where a referral stands, as triage says it. */
export const stateWords: Readonly<Record<ReferralState, string>> = {
  new: 'To triage',
  asked: 'Waiting for the referrer',
  accepted: 'Accepted',
  declined: 'Not taken on',
  closed: 'Closed',
}

/** Where a referral stands, as its sender reads it. */
export const sentStateWords: Readonly<Record<ReferralState, string>> = {
  new: 'Sent',
  asked: 'Question for you',
  accepted: 'Taken on',
  declined: 'Not taken on',
  closed: 'Finished',
}

/** What a referral's clock is read for. */
export function askedOf(
  of: Pick<Referral, 'kind' | 'urgent' | 'receivedOn' | 'triagedOn'>,
): Asked & { readonly answeredOn: IsoDate | null } {
  return {
    kind: of.kind,
    urgent: of.urgent,
    receivedOn: isoDate(of.receivedOn),
    answeredOn: of.triagedOn === null ? null : isoDate(of.triagedOn),
  }
}

/** Whom a referral is about: by their record, or as the referrer named them. */
export function carerName({ carer, told }: Pick<Referral, 'carer' | 'told'>): string {
  return carer ?? toldName(told)
}

/** The name the referrer gave. */
export function toldName(told: Told | null): string {
  return told === null ? 'Name not told' : `${told.givenName} ${told.familyName}`
}

import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { listInvolvements } from '#people/persons/involvements.sql.ts'
import { addCarer, beginWork, type WorkBegun } from '#people/persons/new-carer.ts'
import { insertAgreement, listAgreements } from '#share/agreements/agreements.sql.ts'
import { insertCaring } from '#people/caring/caring.sql.ts'
import type { AskForAssessment } from '#platform/room.ts'
import { asksForAssessment } from './asks-for-assessment.rules.ts'
import { askedInWords, safelyOf } from './asked.ts'
import type { Referral, Told } from './referral.ts'
import { updateReferral } from './referrals.sql.ts'
import { shareAsAsked } from './share-as-asked.ts'
import { ownCaring, ownDetails } from './told-by-self.ts'

export type Acceptance = {
  /** The record that is theirs already, or null for a new one under `newId`. */
  readonly personId: string | null
  readonly newId: string
  readonly workerId: string
  readonly contactBy: IsoDate
  readonly today: IsoDate
  /** They asked for an assessment, or somebody learns of it now. */
  readonly assessmentAskedFor?: boolean
  /** How the clock of an assessment is started. */
  readonly askForAssessment: AskForAssessment | null
}

/**
 * Takes a referral on: its carer gets a record or is joined to theirs, is registered where they
 * were not, has somebody who rings by a day, and the referrer hears of it if the carer agreed. An
 * assessment that was asked for in it has its clock run from the day it came: triage does not delay
 * what Care Act 2014 s.10 owes. Gives the person's id. The referral must be locked and as the actor saw it.
 */
export async function acceptReferral(
  tx: Tx,
  actor: Actor,
  referral: Referral,
  how: Acceptance,
): Promise<string> {
  const personId = how.personId ?? how.newId
  const works: WorkBegun = {
    organisationId: referral.toOrganisationId,
    kind: referral.kind,
    workerId: how.workerId,
    on: how.today,
    source: referral.source,
  }
  if (how.personId === null) {
    await addCarer(tx, actor, { id: personId, works, details: detailsFrom(referral) })
    const own = referral.told?.own
    const carer = { authorityId: actor.authorityId, carerId: personId }
    if (own !== undefined) await insertCaring(tx, ownCaring(own, carer))
  } else if (!(await worksAlready(tx, personId, referral.toOrganisationId))) {
    await beginWork(tx, actor, { ...works, personId })
  }
  await updateReferral(tx, {
    id: referral.id,
    version: referral.version,
    values: {
      state: 'accepted',
      personId,
      workerId: how.workerId,
      contactDueOn: how.contactBy,
      triagedOn: how.today,
      triagedBy: actor.accountId,
    },
  })
  await shareWithReferrer(tx, actor, { referral, personId, today: how.today })
  await shareAsAsked(tx, actor, { referral, personId, today: how.today })
  if (asksForAssessment(referral) || how.assessmentAskedFor === true) {
    const on = isoDate(referral.receivedOn)
    await how.askForAssessment?.(tx, { actor, personId, on, where: 'In a referral' })
  }
  return personId
}

async function worksAlready(tx: Tx, personId: string, organisationId: number): Promise<boolean> {
  const involvements = await listInvolvements(tx, personId)
  return involvements.some((each) => each.organisationId === organisationId && each.until === null)
}

/** The agreement that the carer gave with the referral, where they gave it, kept where they can end it. */
async function shareWithReferrer(
  tx: Tx,
  actor: Actor,
  of: { readonly referral: Referral; readonly personId: string; readonly today: IsoDate },
): Promise<void> {
  const { referral, personId } = of
  const organisationId = referral.fromOrganisationId
  if (!referral.shareOutcome || organisationId === null) return
  const agreements = await listAgreements(tx, personId)
  const lasting = agreements.some(
    (each) =>
      each.organisationId === organisationId &&
      each.endedOn === null &&
      each.purposes.includes('outcome'),
  )
  if (lasting) return
  await insertAgreement(tx, {
    authorityId: actor.authorityId,
    id: newId(),
    personId,
    organisationId,
    purposes: ['outcome'],
    agreedOn: referral.receivedOn,
    howGiven: referral.agreedHow === 'written' ? 'written' : 'spoken',
    recordedBy: actor.accountId,
  })
}

/** What was told, as the first details of a record; a referral of which nothing was told makes none. */
function detailsFrom({ told }: Referral) {
  if (told === null) throw new Error('no record can be made of a referral that names nobody')
  const mobile = told.telephone?.startsWith('07') === true
  return {
    givenName: told.givenName,
    familyName: told.familyName,
    dateOfBirth: told.dateOfBirth,
    address1: told.address1,
    postcode: told.postcode,
    email: told.email,
    homePhone: mobile ? null : told.telephone,
    mobilePhone: mobile ? told.telephone : null,
    note: noteFrom(told),
    ...(told.asked === undefined ? {} : { safeContact: safelyOf(told.asked) }),
    ...(told.own === undefined ? {} : ownDetails(told.own)),
  }
}

function noteFrom({ age, dateOfBirth, more, asked }: Told): string | null {
  const words = [
    age === null || dateOfBirth !== null ? null : `About ${age} years old when referred.`,
    more,
    ...(asked === undefined ? [] : askedInWords(asked).map((line) => line.join(': '))),
  ]
  return words.filter((each) => each !== null).join('\n') || null
}

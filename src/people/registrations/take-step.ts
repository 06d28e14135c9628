import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { stopMessagesTo } from '#platform/messages/messages.sql.ts'
import { endInvolvement } from '#people/persons/involvements.sql.ts'
import type { Person } from '#people/persons/person.ts'
import { follows, type LifeState, lifeSteps, type StepName, storedState } from './life.rules.ts'
import { type Registration, standingOf } from './registration.ts'
import {
  findOpenWork,
  insertStep,
  listSteps,
  reopenWork,
  updateDeath,
  updateStanding,
} from './registrations.sql.ts'

export type Taking = {
  readonly actor: Actor
  readonly person: Person
  readonly registration: Registration
  readonly step: StepName
  readonly version: number
  readonly on: IsoDate
  readonly reason: string | null
  readonly words: string | null
}

/**
 * Takes a step in the life of a registration with all that follows from it, in the transaction
 * given. False where somebody moved the registration since that version was read: nothing is done.
 */
export async function takeStep(tx: Tx, of: Taking): Promise<boolean> {
  const { actor, person, registration, step, on, reason, words } = of
  const from = standingOf(registration, person.diedOn)
  const { to, work } = await whereTo(tx, of, from)
  const stored = storedAfter(of, to)
  if (!(await updateStanding(tx, { id: registration.id, version: of.version, ...stored })))
    return false
  const { authorityId } = person
  await insertStep(tx, {
    authorityId,
    id: newId(),
    registrationId: registration.id,
    personId: person.id,
    organisationId: registration.organisationId,
    step,
    fromState: from,
    toState: to,
    takenOn: on,
    reason,
    words,
    involvementId: work,
    takenBy: actor.accountId,
    takenByName: actor.displayName,
  })
  await rememberDeath(tx, of, from)
  await stopMessagesTo(tx, { authorityId, personId: person.id })
  if (step === 'correct') {
    if (work !== null) await reopenWork(tx, work)
  } else if (work !== null) {
    // Last: where it ended over three years ago, the record is from here on not theirs to write in.
    await endInvolvement(tx, { involvementId: work, on, reason: reason ?? 'other' })
  }
  return true
}

/** Where the step leads, and which work ends or is taken up again with it. */
async function whereTo(
  tx: Tx,
  { person, registration, step }: Taking,
  from: LifeState,
): Promise<{ readonly to: LifeState; readonly work: string | null }> {
  if (step === 'correct') {
    const [last] = await listSteps(tx, registration.id)
    const to = last?.toState === from ? (last.fromState as LifeState) : lifeSteps.correct.to
    return { to, work: last?.toState === from ? last.involvementId : null }
  }
  const { to } = lifeSteps[step]
  if (!follows[to].workEnds) return { to, work: null }
  const { organisationId, kind } = registration
  const open = await findOpenWork(tx, { personId: person.id, organisationId, kind })
  return { to, work: open?.id ?? null }
}

/** An end keeps its day and reason, also when the person dies later: the figures of that year rest on them. */
function storedAfter(
  { registration, step, on, reason }: Taking,
  to: LifeState,
): Pick<Registration, 'state' | 'endedOn' | 'endReason'> {
  const { state, endedOn, endReason } = registration
  const now = { state, endedOn, endReason }
  if (state === 'ended') {
    if (step !== 'correct' || storedState(to) === 'ended') return now
    return { state: storedState(to), endedOn: null, endReason: null }
  }
  return storedState(to) === 'ended'
    ? { state: 'ended', endedOn: on, endReason: reason }
    : { state: storedState(to), endedOn: null, endReason: null }
}

async function rememberDeath(tx: Tx, of: Taking, from: LifeState): Promise<void> {
  const { person, step, on } = of
  if (step === 'die') await updateDeath(tx, { personId: person.id, diedOn: on })
  else if (step === 'correct' && from === 'died')
    await updateDeath(tx, { personId: person.id, diedOn: null })
}

import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { Conflict, Forbidden } from '#platform/lib/errors.ts'
import { stateAfter, type Concern, type ConcernState, type StepKind } from './concern.ts'
import { insertStep, updateConcern, updateNamed } from './safeguarding.sql.ts'

export type Step = {
  readonly id: string
  readonly step: StepKind
  readonly words: string
  readonly toWhom: string | null
  readonly numberThere: string | null
}

/** Takes a step about a concern that is held; the same sent twice is taken once. Throws Conflict where it cannot be taken now. */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  of: { readonly concern: Concern; readonly taken: Step; readonly at: IsoInstant },
): Promise<void> {
  const { concern, taken, at } = of
  const state = stateAfter(concern.state as ConcernState, taken.step)
  if (state === null) throw new Conflict('this step cannot be taken now')
  if (!(await keepStep(tx, actor, of))) return
  const told = taken.step === 'tell' ? { told: { words: taken.words, at } } : {}
  await updateConcern(tx, concern.id, { state, ...told })
}

/** Lets somebody read a concern, or no longer; the reason stands among its steps. */
export async function nameReader(
  tx: Tx,
  actor: Actor,
  of: {
    readonly concern: Concern
    readonly account: { readonly id: string; readonly displayName: string }
    readonly reads: boolean
    readonly at: IsoInstant
  },
): Promise<void> {
  const { concern, account, reads, at } = of
  if (concern.named.includes(account.id) === reads) return
  const others = concern.named.filter((id) => id !== account.id)
  const taken: Step = {
    id: newId(),
    step: reads ? 'name' : 'unname',
    words: account.displayName,
    toWhom: account.displayName,
    numberThere: null,
  }
  await keepStep(tx, actor, { concern, taken, at })
  await updateNamed(tx, { id: concern.id, named: reads ? [...others, account.id] : others })
}

function keepStep(
  tx: Tx,
  { authorityId, accountId, displayName }: Actor,
  { concern, taken, at }: { concern: Concern; taken: Step; at: IsoInstant },
): Promise<boolean> {
  if (accountId === null) throw new Forbidden('A step is taken by somebody')
  const { id, step, words, toWhom, numberThere } = taken
  return insertStep(tx, {
    id,
    step,
    words,
    toWhom,
    numberThere,
    authorityId,
    concernId: concern.id,
    accountId,
    accountName: displayName,
    at,
    named: concern.named,
  })
}

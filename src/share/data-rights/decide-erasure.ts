import { createHash } from 'node:crypto'
import { pdf } from '#platform/documents/pdf.ts'
import type { Tx } from '#platform/db/database.ts'
import { Forbidden } from '#platform/lib/errors.ts'
import { refused, ok, type Result } from '#platform/lib/result.ts'
import type { Context } from '#platform/web/page.ts'
import type { DataRequest, StepKind } from './data-rights.ts'
import { approveOnRequest } from './disposals.sql.ts'
import { erasureLetter, type ErasureAnswer } from './erasure-letter.ts'
import {
  keepReasons,
  whyNotAnswered,
  whyNotErasedOnRequest,
  type ErasureFacts,
  type KeepGround,
} from './erasure.rules.ts'
import { insertRelease, listReleases } from './releases.sql.ts'
import { closeRequest, getRequest, listRequestSteps, lockRequest } from './requests.sql.ts'
import { getErasureFacts } from './own-requests.sql.ts'
import { keepLooksSince } from './retention.rules.ts'
import { writeStep } from './take-step.ts'

type By = Pick<Context, 'actor' | 'clock' | 'authority' | 'asActor'>

export type ErasureDecision = {
  readonly requestId: string
  readonly id: string
  readonly decision: 'erase' | 'keep'
  readonly ground: KeepGround | null
  readonly because: string
  readonly how: string
}

/**
 * Answers a request for erasure, by whoever is signed in: keeps the letter, closes the request, and
 * where it is to be erased lays the record before a second person. The same form sent twice answers once.
 */
export async function decideErasure(
  context: By,
  of: ErasureDecision,
): Promise<Result<null, string>> {
  const before = await context.asActor((tx) => readiness(tx, context, of))
  if (before.answered) return ok(null)
  if (before.refusal !== null) return refused(before.refusal)
  const { request, answer } = before
  const today = context.clock.today()
  const made = await pdf(erasureLetter({ request, answer, authority: context.authority, today }))
  return context.asActor(async (tx) => {
    await lockRequest(tx, of.requestId)
    const now = await readiness(tx, context, of)
    if (now.answered) return ok(null)
    if (now.refusal !== null) return refused(now.refusal)
    await keep(tx, context, { of, request, answer, made })
    return ok(null)
  })
}

async function readiness(tx: Tx, { actor, clock }: By, of: ErasureDecision) {
  const request = await getRequest(tx, of.requestId)
  const answered = (await listReleases(tx, of.requestId)).some(({ id }) => id === of.id)
  const steps = (await listRequestSteps(tx, of.requestId)).map(({ step }) => step as StepKind)
  const facts = await getErasureFacts(tx, { requestId: of.requestId, today: clock.today() })
  const answer: ErasureAnswer = {
    decision: of.decision,
    ground: of.decision === 'keep' ? of.ground : null,
    because: of.because,
    kept: of.decision === 'keep' ? told(facts, clock.today()) : [],
    by: actor.displayName,
  }
  const refusal =
    request.kind !== 'erasure'
      ? 'They did not ask for erasure'
      : of.decision === 'keep'
        ? whyNotAnswered({ state: request.state, steps })
        : whyNotErasedOnRequest({ state: request.state, steps }, facts, clock.today())
  return { request, answered, answer, refusal }
}

// Whether there is a concern is told to nobody in a letter.
const told = (facts: ErasureFacts, today: ReturnType<Context['clock']['today']>) =>
  keepReasons({ ...facts, openSafeguarding: false, lastSafeguarding: null }, today)

async function keep(
  tx: Tx,
  { actor, clock }: By,
  {
    of,
    request,
    answer,
    made,
  }: {
    readonly of: ErasureDecision
    readonly request: DataRequest
    readonly answer: ErasureAnswer
    readonly made: Buffer
  },
): Promise<void> {
  const { accountId, authorityId, displayName } = actor
  if (accountId === null) throw new Forbidden('Somebody with a name decides')
  const today = clock.today()
  const json = JSON.stringify({ reference: request.reference, answered_on: today, ...answer })
  const by = { by: accountId, byName: displayName, at: clock.now() }
  await insertRelease(tx, {
    authorityId,
    id: of.id,
    requestId: of.requestId,
    how: of.how,
    items: 0,
    withheld: 0,
    pdf: made,
    json,
    releasedAt: by.at,
    releasedBy: accountId,
    releasedByName: displayName,
    pdfChecksum: sha256(made),
    jsonChecksum: sha256(json),
  })
  const erase = of.decision === 'erase'
  const step = erase ? 'erasure_agreed' : 'refused'
  const taken = { id: of.id, step, takenOn: today, words: of.because } as const
  await writeStep(tx, actor, { requestId: of.requestId, taken, at: by.at })
  await closeRequest(tx, { id: of.requestId, state: erase ? 'agreed' : 'refused', on: today })
  if (erase)
    await approveOnRequest(tx, {
      authorityId,
      id: of.id,
      personId: request.personId,
      personReference: request.personReference,
      because: of.because,
      keepLooksSince: keepLooksSince(today),
      today,
      ...by,
    })
}

const sha256 = (of: string | Buffer): string => createHash('sha256').update(of).digest('hex')

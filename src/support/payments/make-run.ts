import type { Actor } from '#platform/access/actor.ts'
import { asActor } from '#platform/access/as-actor.ts'
import { noteReads } from '#platform/access/read-log.sql.ts'
import { keepHistoryByStatement } from '#platform/db/by-statement.sql.ts'
import type { Database, Tx } from '#platform/db/database.ts'
import type { IsoInstant } from '#platform/lib/dates.ts'
import { Conflict } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { directPaymentReview } from '#support/diary/review-dates.rules.ts'
import { owedBy, whyNotPaid } from './instalments.rules.ts'
import {
  deleteLinesOfRun,
  insertLines,
  listFileLines,
  lockCandidates,
  updateSomePaid,
} from './instalments.sql.ts'
import { insertPaymentReviews } from './payment-reviews.sql.ts'
import { paymentFile, type PaymentFile } from './payment-file.rules.ts'
import { getPaymentLimits } from './payments.sql.ts'
import type { Run } from './run.ts'
import { mayApproveRun } from './run.rules.ts'
import {
  lockRun,
  sumRun,
  updateApproved,
  updateGathered,
  updateRunState,
  updateSending,
} from './runs.sql.ts'

/** How many payments or lines one transaction takes; what is done stays done if the next is cut off. */
const atOnce = 10_000

type Who = { readonly db: Database; readonly actor: Actor }

/** Gathers all that is due, from where an earlier attempt was cut off. */
export async function gatherRun({ db, actor }: Who, id: string, step = atOnce): Promise<void> {
  while (!(await asActor(db, actor, (tx) => gatherSome(tx, id, step))));
}

/** One step of gathering: true when there is nothing left to look at. */
export async function gatherSome(tx: Tx, id: string, limit = atOnce): Promise<boolean> {
  const run = await lockRun(tx, id)
  if (run.state !== 'gathering') return true
  const limits = await getPaymentLimits(tx)
  const { organisationId, gatheredTo } = run
  const found = await lockCandidates(tx, { organisationId, after: gatheredTo, limit })
  const lines = found
    .filter((of) => whyNotPaid(of, limits) === null)
    .flatMap((of) => {
      return owedBy(of, run.upTo).map((one) => ({ ...one, id: newId(), of }))
    })
  await keepHistoryByStatement(tx)
  if (lines.length > 0) await insertLines(tx, id, lines)
  const done = found.length < limit
  await updateGathered(tx, { id, to: found.at(-1)?.id ?? null, done })
  return done
}

/** The file of a run as its lines stand; each account that it holds is noted as read. */
export async function fileOf(tx: Tx, actor: Actor, run: Run): Promise<PaymentFile> {
  const lines = await listFileLines(tx, run.id)
  const persons = [...new Set(lines.map(({ personId }) => personId))]
  await noteReads(tx, actor, persons, 'bank details, to make a payment')
  const { reference, payOn } = run
  return paymentFile({ reference, payOn, authorityCode: actor.authorityCode }, lines)
}

/** The file of an approved run, the same to the byte as when it was approved; throws where it is not. */
export async function approvedFile(tx: Tx, actor: Actor, run: Run): Promise<PaymentFile> {
  const file = await fileOf(tx, actor, run)
  if (file.hash !== run.fileHash) throw new Conflict('the file is not what was approved')
  return file
}

/**
 * Approves a run as it was seen (`seen` of its totals), and settles its totals and file. Refused in
 * words; approved twice it acts once.
 */
export async function approveRun(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly id: string
    readonly seen: string
    readonly at: IsoInstant
  },
): Promise<Result<null, string>> {
  const { actor, id, at } = of
  const run = await lockRun(tx, id)
  if (run.state === 'approved') return ok(null)
  if (run.state !== 'gathered') return refused('This run is not waiting to be approved')
  const totals = await sumRun(tx, id)
  if (totals.seen !== of.seen)
    return refused('The run changed while you looked at it. Check it again before you approve it')
  const may = mayApproveRun({ ...run, ...totals }, actor, await getPaymentLimits(tx))
  if (!may.ok) return may
  const file = await fileOf(tx, actor, run)
  if (file.count !== totals.lines || file.sumPence !== totals.sumPence)
    return refused(
      'Somebody’s bank details cannot be read by you, so the file would lack a payment',
    )
  const { lines, sumPence } = totals
  await updateApproved(tx, actor, id, { lines, sumPence, fileHash: file.hash, at })
  return ok(null)
}

/** Writes down that the bank has the file: every line is paid, once, however often this is asked. */
export async function sendRun(
  { db, actor }: Who,
  of: { readonly id: string; readonly at: IsoInstant },
  step = atOnce,
): Promise<void> {
  await asActor(db, actor, async (tx) => {
    const run = await lockRun(tx, of.id)
    if (run.state === 'approved') await updateSending(tx, actor, of.id, of.at)
  })
  while (!(await asActor(db, actor, (tx) => sendSome(tx, of.id, step))));
}

/** One step of it: true when every line is paid. */
export async function sendSome(tx: Tx, id: string, limit = atOnce): Promise<boolean> {
  const run = await lockRun(tx, id)
  if (run.state !== 'sending') return true
  await keepHistoryByStatement(tx)
  const marked = await updateSomePaid(tx, { runId: id, on: run.payOn, limit })
  const firstPaidOn = run.payOn
  const due = directPaymentReview({ firstPaidOn, lastReviewedOn: null, ongoing: true })!
  await insertPaymentReviews(tx, marked.paymentIds, due)
  const done = marked.lines < limit
  if (done) await updateRunState(tx, id, 'sent')
  return done
}

/** Takes all out of a run that is not approved, so that another may gather it. */
export async function giveUpRun(tx: Tx, id: string): Promise<Result<null, string>> {
  const run = await lockRun(tx, id)
  if (run.state === 'given_up') return ok(null)
  if (run.state !== 'gathering' && run.state !== 'gathered')
    return refused('An approved run cannot be given up')
  await deleteLinesOfRun(tx, id)
  await updateRunState(tx, id, 'given_up')
  return ok(null)
}

import { createHash } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import {
  largestReturnFile,
  matchReturns,
  mayPayAgain,
  readReturnLines,
} from './bank-returns.rules.ts'
import {
  type BankReturn,
  getReturnFile,
  insertReturnFile,
  listPaidUnder,
  lockReturnFiles,
  type ReturnFile,
  settleReturns,
} from './bank-returns.sql.ts'
import { findPayee } from './payees.sql.ts'
import { bacsText } from './payment-file.rules.ts'
import { lockPayment, updateAsCancelled } from './payments.sql.ts'

/** A file of returned payments as it was read; `before` where the same bytes had been read already. */
export type TakenFile = ReturnFile & { readonly before: boolean }

/**
 * Takes in a file of returned payments: each payment goes back to be mended, once. The same file again
 * changes nothing. Refused as a whole where it is no such file; single lines are refused with a reason.
 */
export async function takeBankReturns(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly organisationId: number | null
    readonly name: string
    readonly bytes: Uint8Array
    readonly today: IsoDate
  },
): Promise<Result<TakenFile, string>> {
  const { actor, organisationId, bytes, today } = of
  if (bytes.length === 0) return refused('The file is empty')
  if (bytes.length > largestReturnFile) return refused('The file must be smaller than 2MB')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const before = await lockReturnFiles(tx, { organisationId, hash })
  if (before !== undefined) return ok({ ...before, before: true })
  const read = readReturnLines(Buffer.from(bytes).toString('utf8'))
  if (!read.ok) return read
  const references = [...new Set(read.value.map(({ reference }) => bacsText(reference)))]
  const matched = matchReturns(read.value, await listPaidUnder(tx, references), today)
  const id = newId()
  const name = of.name.slice(0, 120)
  const lines = read.value.length
  const file = { id, hash, name, lines, refused: matched.refused, readOn: today, organisationId }
  await insertReturnFile(tx, actor, file, matched.taken)
  return ok({ ...(await getReturnFile(tx, id)), before: false })
}

/** What becomes of one payment that came back: paid again, into other details, or given up. Once. */
export async function settleCameBack(
  tx: Tx,
  of: {
    readonly actor: Actor
    readonly back: BankReturn
    readonly as: 'again' | 'cancelled'
    readonly words: string | null
    readonly on: IsoDate
  },
): Promise<Result<null, string>> {
  const { actor, back, as, words, on } = of
  const payment = await lockPayment(tx, back.paymentId)
  if (as === 'again') {
    const payeeNow = (await findPayee(tx, back.personId))?.id ?? null
    const { paidInto } = back
    const may = mayPayAgain({ paymentState: payment.state, paidInto, payeeNow })
    if (!may.ok) return may
  }
  const { id: paymentId, number } = { ...payment, number: back.number }
  const settled = await settleReturns(tx, actor, { paymentId, number, as, on, words })
  if (settled === 0) return ok(null)
  if (as === 'cancelled' && payment.kind === 'one_off' && payment.state === 'agreed') {
    const { id, version } = payment
    await updateAsCancelled(tx, { id, from: 'agreed', version, on, reason: words ?? '' })
  }
  return ok(null)
}

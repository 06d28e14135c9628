// Care Act 2014 s.33(3) and SI 2014/2871: a direct payment that is not used for its needs may be asked
// back. What stands of a payment is always worked out from what went out, was spent and came back.
import { pounds, type Pence } from '#platform/lib/money.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'

export type Movements = {
  readonly instalments: readonly {
    readonly amountPence: Pence
    readonly paidOn: string | null
    readonly returnedOn: string | null
  }[]
  readonly returns: readonly { readonly spentPence: Pence }[]
  readonly recovery: readonly { readonly step: RecoveryKind; readonly amountPence: Pence }[]
}

export type RecoveryKind = 'asked' | 'repaid' | 'written_off'

export type Balance = {
  readonly paid: Pence
  readonly spent: Pence
  readonly asked: Pence
  readonly repaid: Pence
  readonly writtenOff: Pence
  /** Paid, not shown as spent, and not repaid or written off; less than nothing where more was spent. */
  readonly unspent: Pence
  /** Asked back and neither repaid nor written off. */
  readonly owed: Pence
}

/** How a payment stands. */
export function balanceOf({ instalments, returns, recovery }: Movements): Balance {
  const paid = sum(
    instalments
      .filter(({ paidOn, returnedOn }) => paidOn !== null && returnedOn === null)
      .map((one) => one.amountPence),
  )
  const spent = sum(returns.map((one) => one.spentPence))
  const of = (step: RecoveryKind) =>
    sum(recovery.filter((one) => one.step === step).map((one) => one.amountPence))
  const [asked, repaid, writtenOff] = [of('asked'), of('repaid'), of('written_off')]
  const unspent = paid - spent - repaid - writtenOff
  return { paid, spent, asked, repaid, writtenOff, unspent, owed: asked - repaid - writtenOff }
}

/** Whether a step of recovery may be taken, or why not in words. */
export function mayRecover(
  step: RecoveryKind,
  amount: Pence,
  balance: Balance,
): Result<null, string> {
  if (step === 'asked') {
    const left = balance.unspent - balance.owed
    return amount <= left
      ? ok(null)
      : refused(
          `Ask back ${pounds(Math.max(0, left))} or less: that is what is unspent and not asked for yet`,
        )
  }
  return amount <= balance.owed
    ? ok(null)
    : refused(
        `Enter ${pounds(balance.owed)} or less: that is what was asked back and is still owed`,
      )
}

function sum(amounts: readonly Pence[]): Pence {
  return amounts.reduce((total, amount) => total + amount, 0)
}

import { z } from 'zod'
import { penceFrom, type Pence } from '#platform/lib/money.ts'
import type { Field } from '#platform/web/fields.ts'

const notMoney = 'Enter an amount in pounds, like 250 or 275.50'

/** No amount that a plan holds is near this; whoever types one has slipped. */
const most = 100_000_00

const typedMoney = z
  .string()
  .trim()
  .transform((given, context): Pence | null => {
    if (given === '') return null
    const pence = penceFrom(given)
    if (pence === null) context.addIssue(notMoney)
    else if (pence > most) context.addIssue('Enter an amount of £100,000 or less')
    else return pence
    return z.NEVER
  })

/** A sum in pounds that may be left out; pence, or null. */
export function optionalAmount(): Field<Pence | null> {
  return { parts: 'one', schema: typedMoney }
}

/** A sum in pounds that must be there and may be £0; pence. */
export function amountFromZero(missing: string): Field<Pence> {
  const schema = typedMoney.transform((pence, context): Pence => {
    if (pence !== null) return pence
    context.addIssue(missing)
    return z.NEVER
  })
  return { parts: 'one', schema }
}

/** An amount as someone would type it: `250`, `275.50`; nothing for null. */
export function amountTyped(pence: Pence | null): string {
  if (pence === null) return ''
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}

import { z } from 'zod'
import { dateFromParts, type IsoDate } from '#platform/lib/dates.ts'
import { penceFrom } from '#platform/lib/money.ts'

/** One field of a form: how its parts are gathered from what was sent, and what they must be. */
export type Field<T> = { readonly parts: 'one' | 'many' | 'day'; readonly schema: z.ZodType<T> }

const tooLong = (max: number) => `Use ${max.toLocaleString('en-GB')} characters or fewer`

/** A line or more of text that must be there; trimmed. */
export function text(missing: string, max = 200): Field<string> {
  return { parts: 'one', schema: z.string().trim().min(1, missing).max(max, tooLong(max)) }
}

/** Text that may be left out; null then. */
export function optionalText(max = 200): Field<string | null> {
  const schema = z
    .string()
    .trim()
    .max(max, tooLong(max))
    .transform((given) => given || null)
  return { parts: 'one', schema }
}

/** Text held against a pattern where given. */
export function optionalLike(pattern: RegExp, wrong: string, max = 200): Field<string | null> {
  const schema = z
    .string()
    .trim()
    .max(max, tooLong(max))
    .refine((given) => given === '' || pattern.test(given), wrong)
    .transform((given) => given || null)
  return { parts: 'one', schema }
}

const address = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const addressWrong = 'Enter an email address in the correct format, like name@example.com'

export function email(missing: string): Field<string> {
  const schema = z
    .string()
    .trim()
    .toLowerCase()
    .min(1, missing)
    .max(254, tooLong(254))
    .regex(address, addressWrong)
  return { parts: 'one', schema }
}

export function optionalEmail(): Field<string | null> {
  const schema = z
    .string()
    .trim()
    .toLowerCase()
    .max(254, tooLong(254))
    .refine((given) => given === '' || address.test(given), addressWrong)
    .transform((given) => given || null)
  return { parts: 'one', schema }
}

/** One of several: radios or a select. */
export function choice<const V extends string>(values: readonly V[], missing: string): Field<V> {
  return { parts: 'one', schema: z.enum(values as readonly [V, ...V[]], missing) }
}

export function optionalChoice<const V extends string>(
  values: readonly V[],
  wrong = 'Select one of the answers',
): Field<V | null> {
  const schema = z.string().transform((given, context): V | null => {
    if (given === '') return null
    if (values.includes(given as V)) return given as V
    context.addIssue(wrong)
    return z.NEVER
  })
  return { parts: 'one', schema }
}

/** Any of several: checkboxes. `missing` where at least one is needed. */
export function choices<const V extends string>(
  values: readonly V[],
  missing?: string,
): Field<V[]> {
  const schema = z.array(z.enum(values as readonly [V, ...V[]], 'Select from the answers shown'))
  return { parts: 'many', schema: missing === undefined ? schema : schema.min(1, missing) }
}

/** A single checkbox that is ticked or not. */
export function tick(): Field<boolean> {
  return { parts: 'one', schema: z.string().transform((given) => given !== '') }
}

/** A single checkbox that must be ticked. */
export function mustTick(missing: string): Field<true> {
  return {
    parts: 'one',
    schema: z
      .string()
      .min(1, missing)
      .transform(() => true as const),
  }
}

export type DayLimits = {
  readonly notBefore?: { readonly date: IsoDate; readonly words: string }
  readonly notAfter?: { readonly date: IsoDate; readonly words: string }
}

const sentDay = z.object({ day: z.string(), month: z.string(), year: z.string() })

/** A date in three boxes, `name-day`, `name-month`, `name-year`. `what` as in "Date of birth". */
export function day(missing: string, what: string, limits: DayLimits = {}): Field<IsoDate> {
  const schema = sentDay.transform((given, context): IsoDate => {
    const read = readDay(given, what, limits)
    if (read.date !== null) return read.date
    context.addIssue(read.fault ?? missing)
    return z.NEVER
  })
  return { parts: 'day', schema }
}

export function optionalDay(what: string, limits: DayLimits = {}): Field<IsoDate | null> {
  const schema = sentDay.transform((given, context): IsoDate | null => {
    const read = readDay(given, what, limits)
    if (read.fault === null) return read.date
    context.addIssue(read.fault)
    return z.NEVER
  })
  return { parts: 'day', schema }
}

function readDay(
  given: z.output<typeof sentDay>,
  what: string,
  { notBefore, notAfter }: DayLimits,
): { date: IsoDate | null; fault: string | null } {
  const parts = [given.day, given.month, given.year].map((part) => part.trim())
  if (parts.every((part) => part === '')) return { date: null, fault: null }
  const lacking = ['a day', 'a month', 'a year'].filter((_, at) => parts[at] === '')
  if (lacking.length > 0)
    return { date: null, fault: `${what} must include ${lacking.join(' and ')}` }
  const date = dateFromParts(given.day, given.month, given.year)
  if (date === null)
    return { date: null, fault: `${what} must be a real date, with the year as four numbers` }
  if (notBefore && date < notBefore.date) return { date: null, fault: notBefore.words }
  if (notAfter && date > notAfter.date) return { date: null, fault: notAfter.words }
  return { date, fault: null }
}

/** A sum in pounds; pence in the values. */
export function money(
  missing: string,
  limits: { readonly max: number; readonly words: string },
): Field<number> {
  const schema = z
    .string()
    .trim()
    .min(1, missing)
    .transform((given, context): number => {
      const pence = penceFrom(given)
      if (pence === null) context.addIssue('Enter an amount in pounds, like 250 or 275.50')
      else if (pence <= 0) context.addIssue('The amount must be more than £0')
      else if (pence > limits.max) context.addIssue(limits.words)
      else return pence
      return z.NEVER
    })
  return { parts: 'one', schema }
}

/** A whole number within limits. */
export function whole(
  missing: string,
  limits: { readonly min: number; readonly max: number; readonly words: string },
): Field<number> {
  const schema = z
    .string()
    .trim()
    .min(1, missing)
    .transform((given, context): number => {
      const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
      if (number >= limits.min && number <= limits.max) return number
      context.addIssue(limits.words)
      return z.NEVER
    })
  return { parts: 'one', schema }
}

export function optionalWhole(limits: {
  readonly min: number
  readonly max: number
  readonly words: string
}): Field<number | null> {
  const schema = z
    .string()
    .trim()
    .transform((given, context): number | null => {
      if (given === '') return null
      const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
      if (number >= limits.min && number <= limits.max) return number
      context.addIssue(limits.words)
      return z.NEVER
    })
  return { parts: 'one', schema }
}

/** The id that a form carries for the row it makes, or the version of the row it changes. */
export function hiddenId(): Field<string> {
  return { parts: 'one', schema: z.uuid('This page was changed on its way: open it again') }
}

export function hiddenVersion(): Field<number> {
  return { parts: 'one', schema: z.coerce.number<string>().int().min(1) }
}

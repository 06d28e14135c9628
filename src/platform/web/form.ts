import type { Field } from './fields.ts'
import { refused, ok, type Result } from '#platform/lib/result.ts'

export type FieldFault = { readonly field: string; readonly message: string }

/** What was typed and what is wrong with it: all that a view needs to show a form (again). */
export type FormState = {
  readonly typed: Readonly<Record<string, string | readonly string[]>>
  readonly faults: readonly FieldFault[]
}

export type Body = Readonly<Record<string, string | readonly string[]>>

type Fields = Readonly<Record<string, Field<unknown>>>
type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never }

export type Form<F extends Fields> = {
  readonly read: (body: Body) => Result<Values<F>, FormState>
}

/**
 * A form's fields. `read` gives typed values, or what was typed with the faults in field order.
 * `check` looks at fields together once each is right by itself.
 */
export function form<const F extends Fields>(
  fields: F,
  check?: (values: Values<F>) => readonly FieldFault[],
): Form<F> {
  return {
    read: (body) => {
      const values: Record<string, unknown> = {}
      const faults: FieldFault[] = []
      for (const [name, field] of Object.entries(fields)) {
        const parsed = field.schema.safeParse(gather(body, name, field.parts))
        if (parsed.success) values[name] = parsed.data
        else
          faults.push({
            field: name,
            message: parsed.error.issues[0]?.message ?? 'Check this answer',
          })
      }
      if (faults.length > 0) return refused({ typed: body, faults })
      const together = check?.(values as Values<F>) ?? []
      return together.length > 0
        ? refused({ typed: body, faults: together })
        : ok(values as Values<F>)
    },
  }
}

/** A form nobody has typed in yet, or one filled from what is known. */
export function freshForm(typed: FormState['typed'] = {}): FormState {
  return { typed, faults: [] }
}

/** A fault found after the form itself was right, beside the field it is about. */
export function withFault(body: Body, field: string, message: string): FormState {
  return { typed: body, faults: [{ field, message }] }
}

/** What was typed in a field of one value. */
export function typedIn(state: FormState, name: string): string {
  const value = state.typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** What was chosen in a field of several values. */
export function chosenIn(state: FormState, name: string): readonly string[] {
  const value = state.typed[name]
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
}

/** A date's parts by the names that `day` reads, for filling a form from a row. */
export function dayTyped(name: string, date: string | null | undefined): Record<string, string> {
  const [year = '', month = '', number = ''] = date?.split('-') ?? []
  return {
    [`${name}-day`]: number.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
  }
}

function gather(body: Body, name: string, parts: Field<unknown>['parts']): unknown {
  const state = { typed: body, faults: [] }
  switch (parts) {
    case 'many':
      return chosenIn(state, name)
    case 'day':
      return {
        day: typedIn(state, `${name}-day`),
        month: typedIn(state, `${name}-month`),
        year: typedIn(state, `${name}-year`),
      }
    case 'one':
      return typedIn(state, name)
  }
}

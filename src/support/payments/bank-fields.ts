import { z } from 'zod'
import { type Field, optionalLike } from '#platform/web/fields.ts'

/** A sort code in six figures, typed with or without hyphens and spaces. */
export function sortCode(): Field<string> {
  return figures(6, 'Enter the sort code', 'Enter a sort code of six figures, like 30-90-96')
}

/** An account number in eight figures. */
export function accountNumber(): Field<string> {
  return figures(8, 'Enter the account number', 'Enter an account number of eight figures')
}

/** A building society's roll number, as Bacs carries it; null where there is none. */
export function rollNumber(): Field<string | null> {
  const { schema } = optionalLike(
    /^[A-Za-z0-9][A-Za-z0-9/. -]{0,17}$/,
    'Enter a roll number of at most 18 letters, figures, spaces or - . /',
  )
  return { parts: 'one', schema: schema.transform((given) => given?.toUpperCase() ?? null) }
}

function figures(count: number, missing: string, wrong: string): Field<string> {
  const schema = z
    .string()
    .transform((given) => given.replaceAll(/[\s-]/g, ''))
    .pipe(
      z
        .string()
        .min(1, missing)
        .regex(new RegExp(`^\\d{${count}}$`), wrong),
    )
  return { parts: 'one', schema }
}

// UK GDPR articles 5(2) and 28(3)(g): a controller that leaves takes everything along (in force from
// 25 May 2018). Only secrets, what is worked out from the rest, and what all authorities share stay.
const stays: Readonly<Record<string, string>> = {
  search_key: 'Worked out from the names, numbers and addresses of people',
  system_token: 'Secrets by which other systems come in',
  system_assertion: 'Secrets by which other systems come in',
}

const secret = ['token_hash']
const workedOut = [
  'readers',
  'identity_readers',
  'support_readers',
  'assessment_readers',
  'emergency_readers',
  'kept_from_cared_for',
  'workers',
]

/** Why a table is not handed over, or null where it is. `own`: whether its rows belong to an authority. */
export function whyLeftOut(table: string, own: boolean): string | null {
  if (stays[table] !== undefined) return stays[table]
  return own ? null : 'The same for every authority: reference data or bookkeeping of the server'
}

/** The columns that stay behind, of any table that has them. */
export const columnsLeftOut: readonly string[] = [...secret, ...workedOut]

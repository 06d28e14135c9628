/** What a registered system may be good for, with the words an administrator chooses by. */
export const systemScopes = {
  'system/Patient.rs': 'FHIR: read and search carers and those they look after',
  'system/RelatedPerson.rs': 'FHIR: read and search who looks after whom',
  'system/ServiceRequest.crs': 'FHIR: send referrals, read and search its own',
  'system/Task.rs': 'FHIR: read and search what becomes of referrals',
  'system/Flag.rs': 'FHIR: read and search who is flagged as a carer',
  'system/Consent.rs': 'FHIR: read and search what carers agreed to share',
  'referrals.read': 'API: read what becomes of referrals it sent',
  'referrals.write': 'API: send referrals',
  'practice-list.read': 'API: read a practice’s list of carers to flag',
  'practice-list.write': 'API: confirm a practice’s list',
} as const

export type SystemScope = keyof typeof systemScopes

export const allScopes = Object.keys(systemScopes) as readonly SystemScope[]

/** One scope as SMART App Launch 2 writes it, taken apart; null for scopes of other makes. */
function smart(scope: string): { readonly type: string; readonly may: string } | null {
  const found = /^system\/(\*|[A-Za-z]+)\.(read|write|\*|[cruds]+)$/.exec(scope)
  if (found === null) return null
  const words: Record<string, string> = { read: 'rs', write: 'cud', '*': 'cruds' }
  return { type: found[1]!, may: words[found[2]!] ?? found[2]! }
}

/**
 * Of what a system asks for, what it is registered for: SMART scopes of version 1 (`.read`) and 2
 * (`.rs`), `*` for every resource; all of its own where it asks for nothing.
 */
export function grantedScopes(asked: string, registered: readonly string[]): readonly string[] {
  const wanted = asked.split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return registered
  return registered.flatMap((own) => {
    if (wanted.includes(own)) return [own]
    const mine = smart(own)
    if (mine === null) return []
    const letters = wanted.flatMap((scope) => {
      const other = smart(scope)
      return other !== null && (other.type === '*' || other.type === mine.type)
        ? other.may.split('')
        : []
    })
    const may = mine.may.split('').filter((letter) => letters.includes(letter))
    return may.length === 0 ? [] : [`system/${mine.type}.${may.join('')}`]
  })
}

/** Whether scopes that were granted are good for one that a route wants, such as `system/Patient.r`. */
export function isGoodFor(granted: readonly string[], wanted: string): boolean {
  const need = smart(wanted)
  return granted.some((scope) => {
    if (scope === wanted) return true
    const has = smart(scope)
    return (
      need !== null &&
      has !== null &&
      has.type === need.type &&
      need.may.split('').every((letter) => has.may.includes(letter))
    )
  })
}

// What an organisation's single sign-on gives by itself, and what proves a second factor.
// OpenID Connect Core 1.0, sections 2 (acr, amr) and 5.1 (claims); RFC 8176 for the values of amr.

import type { Duty } from '#platform/access/duties.ts'

/** Whoever an issuer vouches for with a claim of this value holds these duties at this organisation. */
export type SignOnRule = {
  readonly id: string
  readonly issuer: string
  /** The claim's name, like `groups`; or `email_domain`, which is read out of the verified address. */
  readonly claim: string
  readonly value: string
  readonly organisationId: number
  readonly duties: readonly Duty[]
}

export const emailDomain = 'email_domain'

export type Claims = Readonly<Record<string, unknown>>

/** The rules that hold for somebody: of the issuer that vouched, and their claim is theirs. */
export function rulesFor<R extends SignOnRule>(
  rules: readonly R[],
  vouched: { readonly issuer: string; readonly email: string; readonly claims: Claims },
): readonly R[] {
  const [, domain = ''] = vouched.email.split('@')
  return rules.filter(({ issuer, claim, value }) => {
    if (sameIssuer(issuer) !== sameIssuer(vouched.issuer)) return false
    if (claim === emailDomain) return domain === value
    return valuesOf(vouched.claims[claim]).includes(value)
  })
}

const sameIssuer = (issuer: string): string => issuer.replace(/\/$/, '')

/** A claim says one thing or a list of things; anything else says nothing. */
function valuesOf(claim: unknown): readonly string[] {
  const said: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return said.filter((each): each is string => typeof each === 'string')
}

/** RFC 8176: one word says that several factors were used; the others name one factor each. */
const several = 'mfa'
const knows = ['pwd', 'pin', 'kba']
const hasOrIs = [
  'otp',
  'hwk',
  'swk',
  'sc',
  'sms',
  'tel',
  'fpt',
  'face',
  'iris',
  'retina',
  'vbm',
  'mca',
]

/** Levels that mean several factors: REFEDS MFA, and phishing-resistant as OpenID calls it. */
const strongLevels = [
  'https://refeds.org/profile/mfa',
  'phr',
  'phrh',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
]

/** Whether the issuer says that a second factor was asked for at this sign-in. */
export function provesSecondFactor(claims: Claims): boolean {
  if (valuesOf(claims['acr']).some((level) => strongLevels.includes(level))) return true
  const methods = valuesOf(claims['amr'])
  if (methods.includes(several)) return true
  return (
    methods.some((each) => knows.includes(each)) && methods.some((each) => hasOrIs.includes(each))
  )
}

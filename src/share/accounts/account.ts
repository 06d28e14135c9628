import type { Duty } from '#platform/access/duties.ts'

/** How a person may sign in: carers by e-mailed code or passkey, staff by the others. */
export type WayIn = 'email_code' | 'sso' | 'password'

export type Account = {
  readonly authorityId: number
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly personId: string | null
  readonly active: boolean
  readonly signIn: WayIn
}

/** What an account is charged with at one organisation. */
export type Membership = { readonly organisationId: number; readonly duties: readonly Duty[] }

/** How a way in is called on the account's own page. */
export const wayInNames: Record<WayIn, string> = {
  email_code: 'A code by email, or a passkey',
  sso: 'Your organisation’s single sign-on',
  password: 'A password and a code from your authenticator app',
}

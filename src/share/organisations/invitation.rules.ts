// How long an invitation's link works. NIST SP 800-63B-4, section 4.1, lets an enrolment code sent by
// e-mail stand for up to a day and one by post for weeks; the link opens an account that still lacks
// its proof (a password with a second step, or single sign-on), so that a working week is safe.

import type { IsoInstant } from '#platform/lib/dates.ts'

export const invitationDays = 7

/** Sent again so often at most: after that, the address is likely wrong. */
export const mostTimesSent = 5

export type Standing = 'waiting' | 'open' | 'expired' | 'accepted' | 'withdrawn'

export type Sent = {
  readonly state: 'to_confirm' | 'sent' | 'accepted' | 'withdrawn'
  readonly expiresAt: IsoInstant | null
  readonly timesSent: number
}

/** How an invitation stands at a moment. */
export function standingOf({ state, expiresAt }: Sent, now: IsoInstant): Standing {
  if (state === 'to_confirm') return 'waiting'
  if (state !== 'sent') return state
  const over =
    expiresAt === null ||
    Temporal.Instant.compare(Temporal.Instant.from(expiresAt), Temporal.Instant.from(now)) <= 0
  return over ? 'expired' : 'open'
}

/** Why its link cannot be sent again; null where it can. */
export function notAgain(sent: Sent): string | null {
  if (sent.state === 'to_confirm') return 'A second administrator has not agreed to it yet'
  if (sent.state === 'accepted') return 'It was accepted already'
  if (sent.state === 'withdrawn') return 'It was withdrawn: invite the person again'
  return sent.timesSent >= mostTimesSent
    ? `It was sent ${mostTimesSent} times: withdraw it and check the address`
    : null
}

/** The moment at which a link sent at another stops working. */
export function expiryOf(now: IsoInstant): IsoInstant {
  return Temporal.Instant.from(now)
    .add({ hours: 24 * invitationDays })
    .toString()
}

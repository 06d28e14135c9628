// How often people may try to get in. NIST SP 800-63B-4, section 3.2.2: at most 100 failed tries in a
// row on one account; ours are far fewer. Counted by account and by address on the network, and alike
// for addresses nobody has, so that a refusal tells nothing about who is known here.

/** What is tried, and under which key it is counted. */
export type Limit = { readonly most: number; readonly minutes: number }

export const limits = {
  'code asked, e-mail': { most: 5, minutes: 60 },
  'code asked, network': { most: 60, minutes: 60 },
  'code tried, e-mail': { most: 10, minutes: 60 },
  'code tried, network': { most: 100, minutes: 60 },
  'password tried, e-mail': { most: 10, minutes: 15 },
  'password tried, network': { most: 100, minutes: 15 },
  'second step tried, network': { most: 60, minutes: 15 },
  'passkey tried, network': { most: 60, minutes: 15 },
  'single sign-on begun, network': { most: 100, minutes: 15 },
  'link asked, e-mail': { most: 5, minutes: 60 },
  'link asked, network': { most: 60, minutes: 60 },
  'link tried, network': { most: 30, minutes: 60 },
  // A ward or a council comes from one address; a machine would come far more often.
  'referral sent, network': { most: 60, minutes: 60 },
  'reference tried, network': { most: 30, minutes: 15 },
  // RFC 6238, section 5.2: a code is accepted once. It counts for a minute and a half at most.
  'second step used, code': { most: 1, minutes: 3 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

/** Why an organisation cannot take a referral that another may. */
export const passingReasons = ['full', 'area', 'kind', 'reason', 'better_placed'] as const

export type PassingReason = (typeof passingReasons)[number]

/** As staff choose it, and as the sender and the carer read it. */
export const passingWords: Readonly<Record<PassingReason, string>> = {
  full: 'We are full',
  area: 'They live outside our area',
  kind: 'We do not work with this kind of carer',
  reason: 'We do not offer what they ask for',
  better_placed: 'Another service can help them better',
}

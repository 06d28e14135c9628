/** From the route of a page to what somebody opens it for, said to the carer; the first that fits counts. */
const purposes: readonly (readonly [RegExp, string])[] = [
  [/^POST \/carers\/:id\/contacts/, 'to log a contact with you'],
  [/\/contacts\/new$/, 'to log a contact with you'],
  [/^GET \/contacts/, 'to read what was said in a contact with you'],
  [
    /\/conversation-:number|\/conversations\/:id\/(parts|agreed|check-in)|\/agreed\//,
    'to write down a talk with you',
  ],
  [/\/conversations/, 'to read what you talked about'],
  [/\/offer-assessment/, 'to offer you an assessment'],
  [/\/ask-for-assessment/, 'to ask for an assessment for you'],
  [/\/assessments\/:id\/(sections|questions)/, 'to write your assessment'],
  [/\/assessment-offers/, 'to offer you an assessment'],
  [/\/assessments/, 'to work on your assessment'],
  [/\/look-again|\/second-looks/, 'to look again at a decision about you'],
  [/\/determinations|\/decision/, 'to decide what you are entitled to'],
  [/\/plans\/:id\/review|\/reviews/, 'to look at your plan again with you'],
  [/\/plans?\b.*\/copy/, 'to give you a copy of your plan'],
  [/\/plans?\b/, 'to work on your support plan'],
  [/\/payments|\/bank-details/, 'to arrange a payment for you'],
  [/\/duplicates/, 'to check that you are on the register only once'],
  [/\/competence/, 'to write down what you can decide yourself'],
  [/\/sharing/, 'to see or change whom you share with'],
  [/\/details|\/worker|\/looks-after/, 'to keep your details right'],
  [/\/practice-list/, "to keep your GP practice's list right"],
  [/\/referrals/, 'to answer a referral about you'],
  [/\/api\//, 'to pass on what you agreed to share'],
  [/^GET \/carers\/:id$/, 'to see how things stand with you'],
]

/** Why somebody looked, from the route they came by; null where that tells nothing a carer would know. */
export function purposeOfLook(route: string): string | null {
  return purposes.find(([pattern]) => pattern.test(route))?.[1] ?? null
}

/** What an agreement lets an organisation know, as carers and staff read it. */
export const purposeWords: Readonly<Record<string, string>> = {
  identity: 'who they are and how to reach them',
  support: 'contacts, plans and support',
  assessment: 'assessments and decisions',
  emergency: 'the plan for emergencies',
  outcome: 'what became of the referral',
}

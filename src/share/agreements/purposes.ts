/** What an agreement lets an organisation know, as staff read it. */
export const purposeWords: Readonly<Record<string, string>> = {
  identity: 'who they are and how to reach them',
  support: 'contacts, plans and support',
  assessment: 'assessments and decisions',
  emergency: 'the plan for emergencies',
  outcome: 'what became of the referral',
}

/** The same, said to the carer. */
export const ownPurposeWords: Readonly<Record<string, string>> = {
  identity: 'who you are and how to reach you',
  support: 'when we talked, your plan and your support',
  assessment: 'your assessments and what was decided',
  emergency: 'your plan for emergencies',
  outcome: 'what became of the referral they sent',
}

/** Several purposes as part of a sentence. */
export function inASentence(
  purposes: readonly string[],
  words: Readonly<Record<string, string>>,
): string {
  return purposes.map((purpose) => words[purpose] ?? purpose).join('; ')
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

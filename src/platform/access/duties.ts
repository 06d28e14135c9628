/** What a person may be charged with at an organisation. A carer's own duty is to themself. */
export const duties = [
  'carer',
  'referrer',
  'adviser',
  'assessor',
  'key_worker',
  'manager',
  'council_practitioner',
  'safeguarding_lead',
  'commissioner',
  'analyst',
  'administrator',
] as const

export type Duty = (typeof duties)[number]

/** The duty's name as people say it. */
export const dutyNames: Record<Duty, string> = {
  carer: 'Carer',
  referrer: 'Referrer',
  adviser: 'Adviser',
  assessor: 'Assessor',
  key_worker: "Young carers' key worker",
  manager: 'Manager',
  council_practitioner: 'Council practitioner',
  safeguarding_lead: 'Safeguarding lead',
  commissioner: 'Commissioner',
  analyst: 'Analyst',
  administrator: 'Administrator',
}

/** Those who work with carers' records at a hub, a young carers' service or the council. */
export const workers = [
  'adviser',
  'assessor',
  'key_worker',
  'manager',
  'council_practitioner',
  'safeguarding_lead',
] as const satisfies readonly Duty[]

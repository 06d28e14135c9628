import { assessmentReaders } from '#assess/assessments/who-assesses.ts'

/** Who may take a reading and read one: whoever reads assessments, and young carers' key workers. */
export const measurers = [...assessmentReaders, 'key_worker'] as const

/** Whom an alert reaches: those, and the safeguarding lead of their organisation. */
export const alerted = [...measurers, 'safeguarding_lead'] as const

import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'

/** Somebody asks for what is held on a person, that it be put right, or erased (UK GDPR, articles 15 to 17). */
export type DataRequest = Selectable<DB['dataRequest']>
export type RequestStep = Selectable<DB['dataRequestStep']>

/** One row that is held, as it stood when it was gathered. */
export type HeldItem = Omit<Selectable<DB['dataRequestItem']>, 'said' | 'changes'> & {
  readonly said: Readonly<Record<string, unknown>>
  readonly changes: readonly Change[]
}

/** A line of the history of a row; `before` are the values that a change replaced. */
export type Change = {
  readonly at: string
  readonly action: string
  readonly by?: string
  readonly before?: Readonly<Record<string, unknown>>
}

/**
 * Who works on requests: the council is the controller, and its practitioners read the whole record.
 * Administrators open no record, so they do not; what is restricted the safeguarding lead decides on.
 */
export const rightsWorkers = ['council_practitioner', 'safeguarding_lead'] as const

/** Who says that a record ends: they see a reference, a rule and days, and no record. */
export const recordKeepers = ['administrator', 'council_practitioner'] as const

export const kinds = {
  access: 'See what is held',
  correction: 'Have something put right',
  erasure: 'Have it erased',
} as const

/** The same, as whoever asks for themself reads it. */
export const ownKinds: Readonly<Record<keyof typeof kinds, string>> = {
  access: 'See a copy of everything you hold about me',
  correction: 'Have something put right',
  erasure: 'Have what you hold about me erased',
}

export const askers = {
  self: 'The person themself',
  parent: 'Somebody with parental responsibility',
  attorney_or_deputy: 'An attorney or deputy',
  solicitor: 'A solicitor or adviser for them',
  somebody_else: 'Somebody else',
} as const

export const ways = {
  letter: 'Letter',
  email: 'Email',
  telephone: 'Telephone',
  in_person: 'In person',
  online: 'Online',
} as const

export const states: Readonly<Record<string, string>> = {
  open: 'Open',
  released: 'Released',
  corrected: 'Put right',
  agreed: 'Agreed, to be erased',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
}

export type StepKind =
  | 'asked_identity'
  | 'identity_checked'
  | 'asked_clarification'
  | 'clarified'
  | 'extended'
  | 'gathered'
  | 'lead_signed'
  | 'released'
  | 'corrected'
  | 'erasure_agreed'
  | 'refused'
  | 'withdrawn'
  | 'note'

export const stepNames: Readonly<Record<StepKind, string>> = {
  asked_identity: 'Asked who they are',
  identity_checked: 'Checked who they are',
  asked_clarification: 'Asked what they mean',
  clarified: 'Told what they mean',
  extended: 'Took two more months',
  gathered: 'Gathered what is held',
  lead_signed: 'The safeguarding lead agreed to the release',
  released: 'Released',
  corrected: 'Put right',
  erasure_agreed: 'Agreed to erase the record',
  refused: 'Refused',
  withdrawn: 'Withdrawn by who asked',
  note: 'Note',
}

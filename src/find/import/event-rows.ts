/** The ids of a row about something that happened: its own in the previous system, where it has one, and the carer's. */
export type EventIds = { readonly id: string; readonly carerId: string }

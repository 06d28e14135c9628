import { v7 } from 'uuid'

/** A new row's id: UUID version 7, so that rows made together lie together. */
export function newId(): string {
  return v7()
}

/** Whether a text from outside is a UUID and may be put to the database as one. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)
}

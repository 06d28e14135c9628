/** An id of a previous system made comparable: no spaces, upper case. Which it is otherwise is not ours to know. */
export function sourceId(written: string): string {
  return written.replace(/\s+/g, '').toUpperCase()
}

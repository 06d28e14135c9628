import { newReference } from '#platform/lib/reference.ts'

/**
 * New references for many records at once: five random characters make twenty million, so that
 * among thirteen thousand some would come twice. `taken` tells of those that others have.
 */
export async function manyReferences(
  count: number,
  taken: (references: readonly string[]) => Promise<ReadonlySet<string>>,
  prefix?: string,
): Promise<() => string> {
  const made = new Set<string>()
  while (made.size < count) {
    const more = new Set<string>()
    while (made.size + more.size < count) {
      const reference = newReference(prefix)
      if (!made.has(reference)) more.add(reference)
    }
    const others = await taken([...more])
    for (const reference of more) if (!others.has(reference)) made.add(reference)
  }
  const left = made.values()
  return () => {
    const { value, done } = left.next()
    if (done === true) throw new Error('more references were asked for than made')
    return value
  }
}

import { soundOf } from '#people/persons/sounds-like.rules.ts'

const known = new Map<string, string>()
const most = 200_000

/** A folded word's sound code, worked out once: a register has few names and many people. */
export function soundCode(word: string): string {
  const kept = known.get(word)
  if (kept !== undefined) return kept
  const code = soundOf(word)
  if (known.size >= most) known.clear()
  known.set(word, code)
  return code
}

import { fold } from '#platform/lib/fold.ts'

const yes = new Set(
  'y|yes|true|t|1|x|ok|on|agreed|agree|consented|consent|consent given|opted in|opt in|checked|ticked|allowed|✓'.split(
    '|',
  ),
)
const no = new Set(
  'n|no|false|f|0|off|refused|declined|not agreed|no consent|opted out|opt out|unchecked|none|not ok|do not|dont|never|withdrawn'.split(
    '|',
  ),
)
const unsaid = new Set(
  '|unknown|not known|nk|n k|n a|not stated|not recorded|not asked|tbc'.split('|'),
)

/** Yes, no, nothing said (null), or a word that is none of these (undefined). */
export function yesNo(written: string): boolean | null | undefined {
  const word = /^\s*[✓✔]\s*$/.test(written) ? 'y' : fold(written)
  if (yes.has(word)) return true
  if (no.has(word)) return false
  return unsaid.has(word) ? null : undefined
}

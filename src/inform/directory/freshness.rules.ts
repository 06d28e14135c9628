import { addMonths, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'

export type Freshness = { readonly state: 'fresh' | 'old' | 'never'; readonly words: string }

/** An entry is trusted for a year after somebody made sure of it; Open Referral UK's "assured date". */
const monthsTrusted = 12

/** When somebody last made sure of an entry, in words that stand beside it. */
export function freshness(checkedOn: string | null, today: IsoDate): Freshness {
  if (checkedOn === null) {
    return { state: 'never', words: 'Nobody has checked this entry yet. Ring before you go.' }
  }
  const checked = isoDate(checkedOn)
  if (addMonths(checked, monthsTrusted) >= today) {
    return { state: 'fresh', words: `Checked on ${inWords(checked)}.` }
  }
  return {
    state: 'old',
    words: `Last checked on ${inWords(checked)}, more than a year ago. Ring before you go.`,
  }
}

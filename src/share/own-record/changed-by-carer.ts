import { factList } from '#platform/govuk/own/fact-list.ts'
import { addMonths, inWords, londonDay } from '#platform/lib/dates.ts'
import type { RecordPanel } from '#platform/room.ts'
import { findOwnChange, type OwnChange } from './own-changes.sql.ts'

const shownForMonths = 12

/** That the carer changed how they are reached on their own page, and what, for whoever rings next. */
export const changedByCarer: RecordPanel = {
  id: 'changed-by-carer',
  side: 'facts',
  order: 16,
  show: async (tx, { personId, today }) => {
    const change = await findOwnChange(tx, personId)
    const on = change === undefined ? null : londonDay(change.at)
    if (change === undefined || on === null || on < addMonths(today, -shownForMonths)) return null
    const facts = [
      { name: 'When', value: inWords(on) },
      { name: 'What', value: changedWords(change) },
    ]
    return { title: 'Changed by the carer', body: factList({ facts }) }
  },
}

const columnWords: Readonly<Record<string, string>> = {
  home_phone: 'home telephone',
  mobile_phone: 'mobile telephone',
  email: 'email',
  may_phone: 'whether we may ring',
  may_text: 'whether we may text',
  may_email: 'whether we may email',
  may_post: 'whether we may write',
  safe_contact: 'what we must know first',
  information_format: 'how they read',
  language: 'language',
  preferred_way: 'best way to reach them',
  format_words: 'how they read',
  interpreter: 'interpreter',
  professionals: 'who must be there',
  support: 'what helps them',
  longer_appointment: 'longer appointments',
  adjustments: 'reasonable adjustments',
  no_voicemail: 'voicemail',
  safe_times: 'when it is safe to ring',
}

/** What changed, in words; what the house keeps beside it is left out. */
export function changedWords({ columns }: Pick<OwnChange, 'columns'>): string {
  const words = new Set(columns.flatMap((column) => columnWords[column] ?? []))
  return words.size === 0 ? 'How to reach them and be understood' : [...words].join(', ')
}

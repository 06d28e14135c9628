import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { RecordPanel } from '#platform/room.ts'
import { listAgreements, type Agreement } from './agreements.sql.ts'
import { purposeWords } from './purposes.ts'

/** With whom the record is shared by the carer's agreement, and what of it. */
export const sharedWith: RecordPanel = {
  id: 'shared-with',
  side: 'facts',
  order: 60,
  show: async (tx, { personId, today }) => {
    const lasting = (await listAgreements(tx, personId)).filter((each) => lasts(each, today))
    if (lasting.length === 0) return null
    const facts = lasting.map(({ organisation, purposes, agreedOn }) => ({
      name: organisation,
      value: `${sentence(purposes)}, agreed ${inWords(isoDate(agreedOn))}`,
    }))
    return { title: 'Shared with', body: factList({ facts }) }
  },
}

function lasts({ endedOn, until }: Agreement, today: IsoDate): boolean {
  return endedOn === null && (until === null || until >= today)
}

function sentence(purposes: readonly string[]): string {
  const words = purposes.map((purpose) => purposeWords[purpose] ?? purpose).join('; ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

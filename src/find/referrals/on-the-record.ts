import { isoDate } from '#platform/lib/dates.ts'
import type { TimelineEntry, TimelineSource } from '#platform/room.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import type { Referral } from './referral.ts'
import { listReferralsOf } from './referrals.sql.ts'

/** Each referral of the carer when it came, was decided and ended. */
export const referralTimeline: TimelineSource = {
  kind: 'referral',
  label: 'Referrals',
  list: async (tx, { personId, actor }) => {
    const referrals = await listReferralsOf(tx, personId)
    return referrals.flatMap((referral) =>
      entriesOf(referral, actor.organisationIds.includes(referral.toOrganisationId)),
    )
  },
}

function entriesOf(referral: Referral, mayOpen: boolean): readonly TimelineEntry[] {
  const link = mayOpen ? { href: `/referrals/${referral.id}` } : {}
  const from = referral.from ?? wordsFor('referral-sources', referral.source).toLowerCase()
  const reason =
    referral.reason === null
      ? {}
      : { text: `What would help: ${wordsFor('referral-reasons', referral.reason).toLowerCase()}` }
  const outcome = referral.outcome === null ? null : wordsFor('referral-outcomes', referral.outcome)
  const entries: (TimelineEntry | null)[] = [
    {
      on: isoDate(referral.receivedOn),
      ...(referral.receivedAt === null ? {} : { at: referral.receivedAt }),
      kind: 'referral',
      title: `Referral from ${from}`,
      ...reason,
      ...link,
      ...(referral.referrerName === null ? {} : { by: referral.referrerName }),
    },
    outcome === null || referral.outcomeOn === null
      ? null
      : {
          on: isoDate(referral.outcomeOn),
          kind: 'referral',
          title: `Referral closed: ${outcome.toLowerCase()}`,
          ...(referral.outcomeWords === null ? {} : { text: referral.outcomeWords }),
          ...link,
        },
  ]
  return entries.filter((entry) => entry !== null)
}

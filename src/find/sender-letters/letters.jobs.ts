import { asActor, systemActor } from '#platform/access/as-actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import { addDays, inWords } from '#platform/lib/dates.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import type { Job, JobHouse } from '#platform/room.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { listAuthoritiesWithReferrals } from '../referral-clock/stalled.sql.ts'
import type { OwnOrganisation } from '../referrals/comparison.sql.ts'
import { financialYear } from '../referrals/period.ts'
import type { SpanOfDays } from '../referrals/sent-referrals.sql.ts'
import { letterFrom, senderLetter } from './letter.ts'
import { getWriter, insertLetter, listReferrers, listToWriteTo } from './letters.sql.ts'

/**
 * On 8 April each practice that referred anybody in the year that ended gets its letter: by e-mail to
 * those who refer for it, by post where nobody has an account. Run again it writes to nobody twice.
 */
export const yearlyLetters: Job = {
  queue: 'referrals.yearly-letters',
  every: '30 6 8 4 *',
  run: async (house) => {
    const year = financialYear(addDays(financialYear(house.clock.today()).from, -1))
    for (const authority of await listAuthoritiesWithReferrals(house.db)) {
      const actor = actorFor(authority, [])
      const practices = await asActor(house.db, actor, (tx) =>
        listToWriteTo(tx, { authorityId: authority.id, year }),
      )
      for (const practice of practices)
        await asActor(house.db, actorFor(authority, [practice.id]), (tx) =>
          writeTo(tx, house, { authorityId: authority.id, practice, year }),
        )
    }
  },
}

/** The house, which reads of a practice's referrals what the practice may know. */
const actorFor = (
  authority: { readonly id: number; readonly code: string },
  organisationIds: readonly number[],
) => ({
  ...systemActor({
    authorityId: authority.id,
    authorityCode: authority.code,
    reason: 'yearly letters to practices',
  }),
  organisationIds,
})

async function writeTo(
  tx: Tx,
  house: JobHouse,
  of: {
    readonly authorityId: number
    readonly practice: OwnOrganisation
    readonly year: SpanOfDays
  },
): Promise<void> {
  const { authorityId, practice, year } = of
  const today = house.clock.today()
  const key = { authorityId, organisationId: practice.id }
  if (!(await insertLetter(tx, { ...key, yearFrom: year.from, sentOn: today }))) return
  const authority = knownAuthorities.find(({ id }) => id === authorityId)?.name ?? ''
  const writer = await getWriter(tx, authorityId)
  const letter = senderLetter(
    await letterFrom(tx, { organisation: practice, year, writer, authority, today }),
  )
  const file = await documentFile(letter, 'pdf', `carers-you-referred-${year.from.slice(0, 4)}`)
  const message = {
    authorityId,
    purpose: 'office',
    subject: letter.title,
    body: `Here is how the carers fared whom ${practice.name} referred from ${inWords(year.from)} to ${inWords(year.to)}. You can also read it here: ${house.config.url}/referrals/letters\n`,
    attachments: [{ name: file.name, type: file.type, bytes: Buffer.from(file.body) }],
  } as const
  const referrers = await listReferrers(tx, key)
  for (const { id, email } of referrers)
    await queueMessage(tx, { ...message, channel: 'email', recipient: email, accountId: id })
  if (referrers.length === 0) {
    const recipient = [practice.name, practice.town].filter((line) => line !== null).join('\n')
    await queueMessage(tx, { ...message, channel: 'letter', recipient })
  }
}

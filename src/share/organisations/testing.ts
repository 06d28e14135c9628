import type { Room } from '#platform/room.ts'
import { anOrganisation, testHouse } from '#platform/web/testing.ts'
import { accounts } from '#share/accounts/room.ts'
import { findAccountByEmail } from '#share/accounts/accounts.sql.ts'
import { organisations } from './room.ts'

/** A house with this room, two administrators of a council, and the organisations they keep. */
export async function administrationHouse(more: readonly Room[] = []) {
  const house = await testHouse([accounts, organisations, ...more])
  const authorityId = house.house.authority.id
  const council = { organisation: 'Test council', kind: 'council' }
  const aisha = await house.signIn({ duties: ['administrator'], name: 'Aisha Khan', ...council })
  const owen = await house.signIn({ duties: ['administrator'], name: 'Owen Price', ...council })
  const [hub, councilId] = await house.asSystem(async (tx) => [
    await anOrganisation(tx, authorityId, 'Test hub', 'hub'),
    await anOrganisation(tx, authorityId, 'Test council', 'council'),
  ])
  return {
    ...house,
    authorityId,
    aisha,
    owen,
    hub: hub!,
    council: councilId!,
    /** The newest message to an address. */
    mailTo: (email: string) =>
      house.asSystem((tx) =>
        tx
          .selectFrom('message')
          .select(['subject', 'body'])
          .where('recipient', '=', email)
          .orderBy('createdAt', 'desc')
          .orderBy('id', 'desc')
          .executeTakeFirst(),
      ),
    accountOf: (email: string) =>
      house.asSystem((tx) => findAccountByEmail(tx, authorityId, email)),
  }
}

/** The token of the link in a message. */
export function linkIn(body: string | undefined): string {
  const token = /\/invitation\/([\w-]+)/.exec(body ?? '')?.[1]
  if (token === undefined) throw new Error('there is no invitation in this message')
  return token
}

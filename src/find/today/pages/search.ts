import { z } from 'zod'
import { workers } from '#platform/access/duties.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { page, see, show } from '#platform/web/page.ts'
import { findReferralByReference } from '#find/referrals/referrals.sql.ts'
import { findPeople } from '../find-people.ts'
import { readSearch, type Search } from '../search-box.rules.ts'
import { searchView } from './search.view.ts'

const query = z.object({
  q: z.string().max(1000).catch(''),
  for: z.literal('contact').optional().catch(undefined),
})

/** One box for everybody: name, sound, date of birth, postcode, telephone, NHS number, reference, old id. */
export const searchPage = page({
  path: '/search',
  door: 'workspace',
  may: workers,
  query,
  get: ({ query: { q, for: purpose }, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const search = readSearch(q, clock.today())
      const referral = await referralAsked(tx, actor, search)
      if (referral !== null) return see(`/referrals/${referral}`)
      const found = await findPeople(tx, actor, search)
      const [only] = found.hits
      if (search.isOnePerson && found.hits.length === 1 && only !== undefined) {
        return see(`/carers/${only.person.id}${purpose === 'contact' ? '/contacts/new' : ''}`)
      }
      return show({
        title: search.typed === '' ? 'Search' : `Search: ${search.typed}`,
        main: searchView({
          search,
          found,
          today: clock.today(),
          forContact: purpose === 'contact',
        }),
      })
    }),
})

async function referralAsked(tx: Tx, actor: Actor, { referral }: Search): Promise<string | null> {
  if (referral === null) return null
  const found = await findReferralByReference(tx, actor, referral)
  return found?.id ?? null
}

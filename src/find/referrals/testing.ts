// For tests: a referral as a door would have written it.
import type { Insertable } from 'kysely'
import { asActor } from '#platform/access/as-actor.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import { newId } from '#platform/lib/ids.ts'
import type { TestHouse } from '#platform/web/testing.ts'
import type { Told } from './referral.ts'
import { insertReferral } from './referrals.sql.ts'

const margaret: Told = {
  givenName: 'Margaret',
  familyName: 'Tolley',
  dateOfBirth: '1946-06-01',
  age: null,
  telephone: '01632960287',
  address1: null,
  postcode: null,
  email: null,
  more: null,
}

type Row = Insertable<DB['referral']>

/** A referral of Margaret Tolley that the sender's organisation sent to the test hub today; its id. */
export async function aReferral(
  { house, db, asSystem }: TestHouse,
  sender: Actor,
  more: Partial<Omit<Row, 'told'>> & { readonly told?: Partial<Told> } = {},
): Promise<string> {
  const id = newId()
  const { told, ...values } = more
  const hub = await asSystem((tx) =>
    tx
      .selectFrom('organisation')
      .select('id')
      .where('kind', '=', 'hub')
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  )
  const written = await asActor(db, sender, (tx) =>
    insertReferral(tx, {
      authorityId: house.authority.id,
      id,
      kind: 'adult_carer',
      receivedOn: house.clock.today(),
      receivedAt: house.clock.now(),
      source: 'gp_practice',
      fromOrganisationId: sender.organisationIds[0] ?? null,
      toOrganisationId: hub.id,
      referrerAccountId: sender.accountId,
      referrerName: sender.displayName,
      carerAgreed: true,
      agreedHow: 'written',
      shareOutcome: true,
      state: 'new',
      ...values,
      told: JSON.stringify({ ...margaret, ...told }),
    }),
  )
  if (!written) throw new Error('the referral of a test was there already')
  return id
}

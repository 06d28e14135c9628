// Everybody of the demo, each duty once, and strangers to whom the county is closed.
import pg from 'pg'
import type { Actor } from '#platform/access/actor.ts'
import { type Duty, duties } from '#platform/access/duties.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { TestHouse, Visitor } from '#platform/web/testing.ts'
import { chargeOf } from '#share/accounts/duties.rules.ts'

export type SignedIn = Visitor & { readonly actor: Actor }

/** For each duty the demo person who holds it, signed in. */
export async function demoPeople(house: TestHouse): Promise<ReadonlyMap<Duty, SignedIn>> {
  const people = new Map<Duty, SignedIn>()
  for (const account of await rowsOf<AccountRow>(house, accounts)) {
    const charge = chargeOf(account.memberships, account.personId)
    const actor: Actor = { ...base(house), ...account, ...charge }
    for (const duty of charge.duties) if (!people.has(duty)) people.set(duty, house.signInAs(actor))
  }
  const missing = duties.filter((duty) => !people.has(duty))
  if (missing.length > 0) throw new Error(`nobody of the demo is ${missing.join(', ')}`)
  return people
}

/** Somebody with every duty in another authority, whose organisations have the same numbers as ours. */
export function anotherAuthority(house: TestHouse, numbers: readonly number[]): SignedIn {
  const { id, code } = knownAuthorities.find(
    ({ code: each }) => each === 'herefordshire-county-of',
  )!
  const name = { displayName: 'Somebody of Herefordshire', accountId: null, personId: null }
  return house.signInAs({
    ...base(house),
    ...name,
    authorityId: id,
    authorityCode: code,
    organisationIds: [...numbers],
    duties: duties.filter((duty) => duty !== 'carer'),
  })
}

/** A worker of an organisation of this authority that works with none of the demo's carers. */
export function anotherHub(house: TestHouse): Promise<SignedIn> {
  return house.signIn({
    duties: ['adviser', 'assessor', 'key_worker', 'manager', 'referrer'],
    organisation: 'A hub that works with nobody yet',
  })
}

export async function rowsOf<T extends pg.QueryResultRow>(
  house: TestHouse,
  statement: string,
): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

type AccountRow = {
  readonly accountId: string
  readonly displayName: string
  readonly personId: string | null
  readonly memberships: readonly { readonly organisationId: number; readonly duties: Duty[] }[]
}

const accounts = `
  select a.id as "accountId", display_name as "displayName", person_id as "personId",
         coalesce(jsonb_agg(jsonb_build_object('organisationId', organisation_id, 'duties', duties))
                  filter (where organisation_id is not null), '[]') as memberships
    from account a left join membership m on m.authority_id = a.authority_id and m.account_id = a.id
   group by a.id, display_name, person_id order by a.id`

const base = ({ house }: TestHouse) => ({
  authorityId: house.authority.id,
  authorityCode: house.authority.code,
  requestId: 'test',
  reason: 'test',
})

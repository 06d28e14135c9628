import type { Tx } from '#platform/db/database.ts'
import type { PersonSummary } from '#people/persons/person.ts'

export type CarerListed = PersonSummary & {
  readonly kind: string
  readonly since: string
  readonly lastContactAt: string | null
}

/** The carers of one worker in name order, with the day of their last contact. */
export function listCarersOf(
  tx: Tx,
  of: { readonly workerId: string; readonly offset: number; readonly limit: number },
): Promise<CarerListed[]> {
  return tx
    .selectFrom('involvement')
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'involvement.authorityId')
        .onRef('person.id', '=', 'involvement.personId'),
    )
    .select([
      'person.id',
      'person.reference',
      'person.givenName',
      'person.familyName',
      'person.knownAs',
      'person.dateOfBirth',
      'person.diedOn',
      'person.address1',
      'person.town',
      'person.postcode',
      'person.homePhone',
      'person.mobilePhone',
      'person.nhsNumber',
      'involvement.kind',
      'involvement.since',
    ])
    .select((eb) =>
      eb
        .selectFrom('contact')
        .select(({ fn }) => fn.max('contact.at').as('at'))
        .whereRef('contact.authorityId', '=', 'involvement.authorityId')
        .whereRef('contact.personId', '=', 'involvement.personId')
        .as('lastContactAt'),
    )
    .where('involvement.workerId', '=', of.workerId)
    .where('involvement.until', 'is', null)
    .where('involvement.kind', '!=', 'cared_for')
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .orderBy('person.id')
    .offset(of.offset)
    .limit(of.limit)
    .execute()
}

import type { Tx } from '#platform/db/database.ts'
import { addDays, type IsoDate } from '#platform/lib/dates.ts'
import type { PersonSummary } from '#people/persons/person.ts'
import type { CarersFilter } from './carers-filter.ts'

export type CarerListed = PersonSummary & {
  readonly kind: string
  readonly since: string
  readonly lastContactAt: string | null
}

type OfCarers = {
  readonly workerId: string
  readonly filter: CarersFilter
  readonly today: IsoDate
}

/** The carers of one worker, by name or by the longest silence, with the day of their last contact. */
export function listCarersOf(
  tx: Tx,
  of: OfCarers & { readonly offset: number; readonly limit: number },
): Promise<CarerListed[]> {
  const named = carersOf(tx, of)
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
      'last.at as lastContactAt',
    ])
  return (
    of.filter.by === 'contact'
      ? named.orderBy('last.at', (order) => order.asc().nullsFirst())
      : named
  )
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .orderBy('person.id')
    .offset(of.offset)
    .limit(of.limit)
    .execute()
}

/** How many of a worker's carers a filter shows. */
export async function countListed(tx: Tx, of: OfCarers): Promise<number> {
  const { count } = await carersOf(tx, of)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function carersOf(tx: Tx, { workerId, filter, today }: OfCarers) {
  const all = tx
    .selectFrom('involvement')
    .leftJoinLateral(
      (contacts) =>
        contacts
          .selectFrom('contact')
          .select(({ fn }) => fn.max('contact.at').as('at'))
          .whereRef('contact.authorityId', '=', 'involvement.authorityId')
          .whereRef('contact.personId', '=', 'involvement.personId')
          .as('last'),
      (join) => join.onTrue(),
    )
    .where('involvement.workerId', '=', workerId)
    .where('involvement.until', 'is', null)
    .where('involvement.kind', '!=', 'cared_for')
  const { kind, quiet } = filter
  const ofKind = kind === undefined ? all : all.where('involvement.kind', '=', kind)
  if (quiet === undefined) return ofKind
  const before = addDays(today, -quiet)
  return ofKind.where((where) =>
    where.or([where('last.at', 'is', null), where('last.at', '<', before)]),
  )
}

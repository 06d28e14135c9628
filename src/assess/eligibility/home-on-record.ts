import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Determination } from './determination.ts'
import { homeIn } from './home-area.rules.ts'
import { listCaredForHomes } from './homes.sql.ts'
import type { OpenedDecision } from './opened.ts'
import {
  responsibleAuthority,
  type Home,
  type Responsibility,
} from './responsible-authority.rules.ts'

/**
 * Where it is that decides whose responsibility the decision is, as the record has it: the home of the
 * adult looked after (of several, the one that makes the duty ours); for children and their families
 * their own.
 */
export async function homeOnRecord(
  tx: Tx,
  { determination, person }: OpenedDecision,
  authorityCode: string,
  today: IsoDate,
): Promise<Home> {
  if (determination.kind !== 'adult_carer') return homeIn(person.districtCode, authorityCode)
  const homes = await listCaredForHomes(tx, person.id, today)
  const known = homes.map(({ districtCode }) => homeIn(districtCode, authorityCode))
  const unsure = known.find(({ is }) => is === 'unknown')
  return known.find(({ is }) => is === 'here') ?? unsure ?? known[0] ?? { is: 'unknown' }
}

/** Whose responsibility it is with this home, by the law of the decision's kind. */
export function responsibilityFor(
  { kind }: Pick<Determination, 'kind'>,
  home: Home,
): Responsibility {
  return responsibleAuthority({ kind, carer: home, caredFor: [home] })
}

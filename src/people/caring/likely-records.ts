import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { nameWords } from '#platform/lib/names.ts'
import { ordinary } from '#people/matching/commonness.ts'
import { fullNamesOf } from '#people/matching/nicknames.ts'
import { prepare } from '#people/matching/prepare.ts'
import type { MatchRecord } from '#people/matching/record.ts'
import { scoreInWords } from '#people/matching/score.rules.ts'
import type { PersonSummary } from '#people/persons/person.ts'
import { listSurvivors } from '#people/persons/persons.sql.ts'
import { searchKeys } from '#people/persons/search-keys.rules.ts'
import { listIdsSharingKeys } from '#people/persons/search.sql.ts'

export type CaredForTold = {
  readonly givenName: string
  readonly familyName: string
  readonly dateOfBirth: IsoDate | null
  readonly postcode: string | null
}

const looked = 20
const shown = 5
// One name shared and nothing else is no reason to look.
const leastPoints = 8

/** Records that may be the cared-for person told of, the likeliest first, before a second one is made. */
export async function listLikelyCaredFor(
  tx: Tx,
  actor: Actor,
  told: CaredForTold,
): Promise<readonly PersonSummary[]> {
  const ids = await listIdsSharingKeys(tx, { actor, keys: keysOf(told), limit: looked })
  const asked = prepare({ ...nothingKnown, ...told, id: 'told', birth: told.dateOfBirth })
  const scored = (await listSurvivors(tx, ids)).map((person) => ({
    person,
    points: scoreInWords(asked, prepare(recordOf(person)), ordinary).points,
  }))
  return scored
    .filter(({ points }) => points >= leastPoints)
    .toSorted((a, b) => b.points - a.points || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, shown)
    .map(({ person }) => person)
}

function keysOf(told: CaredForTold): readonly string[] {
  const given = nameWords(told.givenName)[0] ?? ''
  const unknown = { knownAs: null, homePhone: null, mobilePhone: null, nhsNumber: null }
  const keys = [told.givenName, ...fullNamesOf(given)].flatMap((givenName) =>
    searchKeys({ ...told, ...unknown, givenName, reference: '', previousIds: [] }),
  )
  return [...new Set(keys)].filter((key) => key !== 'r:')
}

const nothingKnown = {
  knownAs: null,
  gender: null,
  address: null,
  homePhone: null,
  mobilePhone: null,
  email: null,
  nhsNumber: null,
  gpPractice: null,
  caredFor: null,
  relationship: null,
  conditions: [],
} as const

function recordOf(person: PersonSummary): MatchRecord {
  const { dateOfBirth, address1: address, ...known } = person
  return {
    ...nothingKnown,
    id: known.id,
    givenName: known.givenName,
    familyName: known.familyName,
    knownAs: known.knownAs,
    birth: dateOfBirth === null ? null : isoDate(dateOfBirth),
    address,
    postcode: known.postcode,
  }
}

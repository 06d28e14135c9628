import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { nameWords } from '#platform/lib/names.ts'
import type { PersonSummary } from '#people/persons/person.ts'
import { listSurvivors } from '#people/persons/persons.sql.ts'
import { searchKeys } from '#people/persons/search-keys.rules.ts'
import { listIdsSharingKeys } from '#people/persons/search.sql.ts'
import { listMatchRecords } from './candidates.sql.ts'
import { ordinary } from './commonness.ts'
import { fullNamesOf } from './nicknames.ts'
import { prepare } from './prepare.ts'
import type { MatchRecord, Score } from './record.ts'
import { scoreInWords } from './score.rules.ts'

/** What is told of somebody who may have a record already: a carer referred, someone looked after. */
export type PersonTold = {
  readonly givenName: string
  readonly familyName: string
  readonly dateOfBirth: string | null
  readonly postcode: string | null
  readonly telephone?: string | null
  readonly address1?: string | null
  readonly email?: string | null
}

/** A record that may be the person told of, with what speaks for and against it, in words. */
export type LikelyRecord = { readonly person: PersonSummary; readonly score: Score }

const looked = 20
const shown = 5
// One name shared and nothing else is no reason to look.
const leastPoints = 8

/**
 * Records of the actor's organisations that may be the person told of, the likeliest first; in as
 * many statements for twenty candidates as for one.
 */
export async function listLikelyRecords(
  tx: Tx,
  actor: Actor,
  told: PersonTold,
): Promise<readonly LikelyRecord[]> {
  const ids = await listIdsSharingKeys(tx, { actor, keys: keysOf(told), limit: looked })
  const people = await listSurvivors(tx, ids)
  const records = await listMatchRecords(
    tx,
    people.map(({ id }) => id),
  )
  return likeliest(told, people, records)
}

/** Of these people, by their records, those whom what is told may be of; the likeliest first. */
export function likeliest(
  told: PersonTold,
  people: readonly PersonSummary[],
  records: readonly MatchRecord[],
): readonly LikelyRecord[] {
  const asked = prepare(asRecord(told))
  const byId = new Map(records.map((record) => [record.id, record]))
  return people
    .flatMap((person) => {
      const record = byId.get(person.id)
      return record === undefined
        ? []
        : [{ person, score: scoreInWords(asked, prepare(record), ordinary) }]
    })
    .filter(({ score }) => score.points >= leastPoints)
    .toSorted((a, b) => b.score.points - a.score.points || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, shown)
}

/** The keys under which the person told of would stand, by their own name and what it may be short for. */
function keysOf(told: PersonTold): readonly string[] {
  const given = nameWords(told.givenName)[0] ?? ''
  const { telephone = null } = told
  const known = { knownAs: null, homePhone: telephone, mobilePhone: null, nhsNumber: null }
  const keys = [told.givenName, ...fullNamesOf(given)].flatMap((givenName) =>
    searchKeys({ ...told, ...known, givenName, reference: '', previousIds: [] }),
  )
  return [...new Set(keys)].filter((key) => key !== 'r:')
}

function asRecord(told: PersonTold): MatchRecord {
  const { telephone = null } = told
  const mobile = telephone?.startsWith('07') === true
  return {
    id: 'told',
    givenName: told.givenName,
    familyName: told.familyName,
    knownAs: null,
    birth: told.dateOfBirth === null ? null : isoDate(told.dateOfBirth),
    gender: null,
    address: told.address1 ?? null,
    postcode: told.postcode,
    homePhone: mobile ? null : telephone,
    mobilePhone: mobile ? telephone : null,
    email: told.email ?? null,
    nhsNumber: null,
    gpPractice: null,
    caredFor: null,
    relationship: null,
    conditions: [],
  }
}

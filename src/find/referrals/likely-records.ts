import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { nameWords } from '#platform/lib/names.ts'
import { listCaredFor } from '#people/caring/caring.sql.ts'
import { ordinary } from '#people/matching/commonness.ts'
import { fullNamesOf } from '#people/matching/nicknames.ts'
import { prepare } from '#people/matching/prepare.ts'
import type { MatchRecord, Score } from '#people/matching/record.ts'
import { scoreInWords } from '#people/matching/score.rules.ts'
import type { Person, PersonSummary } from '#people/persons/person.ts'
import { getPerson, listSurvivors } from '#people/persons/persons.sql.ts'
import { searchKeys } from '#people/persons/search-keys.rules.ts'
import { listIdsSharingKeys } from '#people/persons/search.sql.ts'
import type { Told } from './referral.ts'

/** A record that may be the person told of, with what speaks for and against it, in words. */
export type LikelyRecord = { readonly person: PersonSummary; readonly score: Score }

const looked = 20
const shown = 5
// One name shared and nothing else is no reason to look.
const leastPoints = 8

/** Records of the actor's organisations that may be the person told of, the likeliest first. */
export async function listLikelyRecords(
  tx: Tx,
  actor: Actor,
  told: Told,
): Promise<readonly LikelyRecord[]> {
  const ids = await listIdsSharingKeys(tx, { actor, keys: keysOf(told), limit: looked })
  const asked = prepare(asTold(told))
  const likely: LikelyRecord[] = []
  for (const person of await listSurvivors(tx, ids)) {
    const record = prepare(await recordOf(tx, person.id))
    likely.push({ person, score: scoreInWords(asked, record, ordinary) })
  }
  return likely
    .filter(({ score }) => score.points >= leastPoints)
    .toSorted((a, b) => b.score.points - a.score.points || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, shown)
}

/** The keys under which the person told of would stand, by their own name and what it may be short for. */
function keysOf(told: Told): readonly string[] {
  const given = nameWords(told.givenName)[0] ?? ''
  const known = { knownAs: null, homePhone: told.telephone, mobilePhone: null, nhsNumber: null }
  const names = [told.givenName, ...fullNamesOf(given)]
  const keys = names.flatMap((givenName) =>
    searchKeys({ ...told, ...known, givenName, reference: '', previousIds: [] }),
  )
  return [...new Set(keys)].filter((key) => key !== 'r:')
}

const nothingKnown = {
  knownAs: null,
  gender: null,
  nhsNumber: null,
  gpPractice: null,
  caredFor: null,
  relationship: null,
  conditions: [],
} as const

function asTold(told: Told): MatchRecord {
  const { telephone } = told
  const mobile = telephone?.startsWith('07') === true
  return {
    ...nothingKnown,
    id: 'told',
    givenName: told.givenName,
    familyName: told.familyName,
    birth: dateOrNull(told.dateOfBirth),
    address: told.address1,
    postcode: told.postcode,
    homePhone: mobile ? null : telephone,
    mobilePhone: mobile ? telephone : null,
    email: told.email,
  }
}

async function recordOf(tx: Tx, id: string): Promise<MatchRecord> {
  const person: Person = await getPerson(tx, id)
  const [caring] = await listCaredFor(tx, id)
  return {
    id,
    givenName: person.givenName,
    familyName: person.familyName,
    knownAs: person.knownAs,
    birth: dateOrNull(person.dateOfBirth),
    gender: person.gender,
    address: person.address1,
    postcode: person.postcode,
    homePhone: person.homePhone,
    mobilePhone: person.mobilePhone,
    email: person.email,
    nhsNumber: person.nhsNumber,
    gpPractice: person.gpPractice,
    caredFor:
      caring === undefined
        ? null
        : {
            givenName: caring.givenName,
            familyName: caring.familyName,
            birth: dateOrNull(caring.dateOfBirth),
          },
    relationship: caring?.relationship ?? null,
    conditions: caring?.conditions ?? [],
  }
}

const dateOrNull = (date: string | null): IsoDate | null => (date === null ? null : isoDate(date))

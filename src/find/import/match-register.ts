import type { Tx } from '#platform/db/database.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import { searchKeys } from '#people/persons/search-keys.rules.ts'
import { findPairs, type ScoredPair } from '#people/matching/find-pairs.ts'
import type { MatchRecord } from '#people/matching/record.ts'
import type { Carer } from './carer.ts'
import type { Existing, Why } from './plan-carers.ts'
import type { Register } from './read-extract.ts'
import { hasCarers, listCandidates, type Candidate } from './register.sql.ts'

/** Who of the new carers is on the register already, surely or perhaps. */
export type Matched = {
  readonly sure: ReadonlyMap<string, Existing & { readonly why: Why }>
  readonly unsure: readonly {
    readonly newId: string
    readonly personId: string
    readonly pair: ScoredPair
  }[]
}

const nobody: Matched = { sure: new Map(), unsure: [] }

const kindsOf: Readonly<Record<Register, readonly CarerKind[]>> = {
  adult_carers: ['adult_carer', 'parent_carer'],
  young_carers: ['young_carer', 'young_adult_carer'],
}

type Of = {
  readonly authorityId: number
  readonly register: Register
  readonly fresh: readonly Carer[]
}

/** Compares new carers with those whom the register has already, by way of the search keys that they share. */
export async function matchRegister(
  tx: Tx,
  { authorityId, register, fresh }: Of,
): Promise<Matched> {
  const kinds = kindsOf[register]
  if (fresh.length === 0 || !(await hasCarers(tx, { authorityId, kinds }))) return nobody
  const candidates = await listCandidates(tx, { authorityId, kinds, keys: fresh.flatMap(keysOf) })
  const records = [...fresh.map(newRecord), ...candidates.map(oldRecord)]
  const byId = new Map(candidates.map((candidate) => [`old ${candidate.personId}`, candidate]))
  return sorted(
    findPairs(records).filter(({ ids }) => ids.filter((id) => byId.has(id)).length === 1),
    byId,
  )
}

/** Best pairs first: a new carer is joined to one person only, further likenesses are to be looked at. */
function sorted(pairs: readonly ScoredPair[], byId: ReadonlyMap<string, Candidate>): Matched {
  const sure = new Map<string, Existing & { readonly why: Why }>()
  const unsure: Matched['unsure'][number][] = []
  for (const pair of pairs) {
    const newId = (pair.ids.find((id) => !byId.has(id)) ?? '').slice('new '.length)
    const candidate = byId.get(pair.ids.find((id) => byId.has(id)) ?? '')
    if (candidate === undefined) continue
    const { points, parts, verdict } = pair.score
    const { personId, readers } = candidate
    if (verdict === 'join' && !sure.has(newId))
      sure.set(newId, { personId, readers, why: { how: 'surely', points, parts } })
    else unsure.push({ newId, personId, pair })
  }
  return {
    sure,
    unsure: unsure.filter(({ newId, personId }) => sure.get(newId)?.personId !== personId),
  }
}

function keysOf(carer: Carer): readonly string[] {
  const keys = searchKeys({ ...carer, dateOfBirth: carer.birth, reference: '', previousIds: [] })
  return keys.filter((key) => key !== 'r:')
}

function newRecord(carer: Carer): MatchRecord {
  return { ...carer, id: `new ${carer.id}`, address: carer.address1 }
}

function oldRecord({
  personId,
  conditions,
  caredForGiven,
  caredForFamily,
  caredForBirth,
  ...person
}: Candidate): MatchRecord {
  const caredFor = { givenName: caredForGiven, familyName: caredForFamily, birth: caredForBirth }
  const nobodyNamed = caredForGiven === null && caredForFamily === null && caredForBirth === null
  return {
    ...person,
    id: `old ${personId}`,
    conditions: conditions ?? [],
    caredFor: nobodyNamed ? null : caredFor,
  }
}

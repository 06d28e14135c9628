import { noteReads } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { nhsNumberFrom } from '#platform/lib/nhs-number.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Actor } from '#platform/access/actor.ts'
import { nhsNumberRange, referenceRange } from '#people/persons/search-keys.rules.ts'
import { listIdsByRanges } from '#people/persons/search.sql.ts'
import { listSeen } from '../referrals/received.sql.ts'
import { consentOf, flagOf } from './agreement.rules.ts'
import { nhsNumberSystem, referenceSystem, type Resource, type ResourceType } from './fhir.ts'
import { findPatient, listConsents, listFlags, listPatients, listRelated } from './fhir.sql.ts'
import { idsByNameAndBirth } from './find-people.ts'
import type { Issue } from './outcome.ts'
import { patientOf } from './patient.rules.ts'
import { serviceRequestOf, taskOf } from './referral.rules.ts'
import { relatedPersonOf } from './related-person.rules.ts'
import { idsOf, type Search, type SearchParameter, tokensOf, valuesOf } from './search.rules.ts'

export type Reader = {
  readonly tx: Tx
  readonly actor: Actor
  readonly baseUrl: string
  readonly today: IsoDate
}

type Found = Result<readonly Resource[], Issue>

/** A kind of resource: how one is found, how many are searched for, and by what. */
export type Reading = {
  readonly parameters: Readonly<Record<string, SearchParameter>>
  readonly find: (of: Reader, id: string) => Promise<Resource | undefined>
  /** At most `limit`, in the order of their ids. */
  readonly search: (of: Reader, search: Search, limit: number) => Promise<Found>
}

const id = { type: 'token', documentation: 'Ids, commas between' } as const

/** The carer sees who looked, and through what. */
const note = ({ tx, actor }: Reader, ids: readonly string[], what: string): Promise<void> =>
  noteReads(tx, actor, [...new Set(ids)], `${what}, through another system`)

const patient: Reading = {
  parameters: {
    _id: id,
    identifier: { type: 'token', documentation: 'NHS number, or our reference' },
    family: { type: 'string', documentation: 'Last name, whole' },
    given: { type: 'string', documentation: 'First name or the name they go by, whole' },
    birthdate: { type: 'date', documentation: 'A day, such as 1951-03-04' },
  },
  find: async (of, wanted) => {
    const row = await findPatient(of.tx, wanted)
    if (row === undefined) return undefined
    await note(of, [row.id], 'details')
    return patientOf(row, of.baseUrl)
  },
  search: async (of, search, limit) => {
    const [born, family, given] = ['birthdate', 'family', 'given'].map(
      (name) => search.given[name] ?? null,
    )
    if (born !== null && !/^\d{4}-\d{2}-\d{2}$/.test(born!))
      return refused({ code: 'value', text: 'birthdate must be a day, such as 1951-03-04' })
    const named = { born: born!, family: family!, given: given! }
    const narrowed = await idsByNameAndBirth(of.tx, of.actor, named)
    if (!narrowed.ok) return narrowed
    const told = identifiersAsked(of, search)
    const byIdentifier = told === null ? null : await idsByIdentifier(of, told)
    const ids = inAll(idsOf(search, '_id'), narrowed.value, byIdentifier)
    const rows = await listPatients(of.tx, of.actor, {
      ...told,
      ...named,
      nhsNumbers: told?.nhsNumbers ?? null,
      references: told?.references ?? null,
      ids,
      after: search.after,
      limit,
    })
    await note(
      of,
      rows.map((row) => row.id),
      'details',
    )
    return ok(rows.map((row) => patientOf(row, of.baseUrl)))
  },
}

type Told = { readonly nhsNumbers: readonly string[]; readonly references: readonly string[] }

function identifiersAsked({ baseUrl }: Reader, search: Search): Told | null {
  const tokens = tokensOf(search, 'identifier')
  if (tokens === null) return null
  const ours = referenceSystem(baseUrl, 'person')
  return {
    nhsNumbers: tokens.flatMap(({ system, value }) =>
      system === null || system === nhsNumberSystem ? (nhsNumberFrom(value) ?? []) : [],
    ),
    references: tokens.flatMap(({ system, value }) =>
      system === null || system === ours ? [value.toUpperCase()] : [],
    ),
  }
}

function idsByIdentifier({ tx, actor }: Reader, { nhsNumbers, references }: Told) {
  const ranges = [...nhsNumbers.map(nhsNumberRange), ...references.map(referenceRange)]
  return ranges.length === 0
    ? Promise.resolve([])
    : listIdsByRanges(tx, { actor, terms: [ranges], limit: 500 })
}

/** The ids that stand in every list there is; null where there is none. */
function inAll(...lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  const [first, ...others] = lists.filter((list) => list !== null)
  return first?.filter((each) => others.every((list) => list.includes(each))) ?? null
}

/** Where one is found as the only hit of a search by its id. */
const byId =
  (reading: Pick<Reading, 'search'>): Reading['find'] =>
  async (of, wanted) => {
    const found = await reading.search(of, { given: { _id: wanted }, count: 1, after: null }, 1)
    return found.ok ? found.value[0] : undefined
  }

const related: Pick<Reading, 'parameters' | 'search'> = {
  parameters: { _id: id, patient: { type: 'reference', documentation: 'Whom they look after' } },
  search: async (of, search, limit) => {
    const span = { ids: idsOf(search, '_id'), after: search.after, limit }
    const rows = await listRelated(of.tx, of.actor, {
      ...span,
      caredForIds: idsOf(search, 'patient'),
    })
    await note(
      of,
      rows.flatMap(({ caring, carer }) => [carer.id, caring.caredForId]),
      'whom they look after',
    )
    return ok(rows.map((row) => relatedPersonOf(row, of.baseUrl)))
  },
}

const flag: Pick<Reading, 'parameters' | 'search'> = {
  parameters: {
    _id: id,
    subject: { type: 'reference', documentation: 'The carer' },
    patient: { type: 'reference', documentation: 'The carer' },
  },
  search: async (of, search, limit) => {
    const ids = idsOf(search, '_id', 'subject', 'patient')
    const rows = await listFlags(of.tx, of.actor, { ids, after: search.after, limit })
    await note(
      of,
      rows.map((row) => row.id),
      'that they are a carer',
    )
    return ok(rows.map(flagOf))
  },
}

const consent: Pick<Reading, 'parameters' | 'search'> = {
  parameters: {
    _id: id,
    patient: { type: 'reference', documentation: 'Who agreed' },
    status: { type: 'token', documentation: 'active or inactive' },
  },
  search: async (of, search, limit) => {
    const states = valuesOf(search, 'status')
    const lasting = states?.length === 1 ? states[0] === 'active' : null
    const span = { ids: idsOf(search, '_id'), after: search.after, limit }
    const wanted = { ...span, personIds: idsOf(search, 'patient'), lasting, today: of.today }
    const rows = await listConsents(of.tx, of.actor, wanted)
    await note(
      of,
      rows.map(({ personId }) => personId),
      'what they agreed to share',
    )
    return ok(rows.map((row) => consentOf(row, of.today)))
  },
}

const referralParameters = {
  _id: id,
  identifier: { type: 'token', documentation: 'The sender’s own, as sent' },
} as const

async function referrals(of: Reader, search: Search, limit: number, talked: boolean | null = null) {
  const [identifier = null] = tokensOf(search, 'identifier') ?? []
  return listSeen(of.tx, {
    organisationIds: of.actor.organisationIds,
    ids: idsOf(search, '_id', 'based-on', 'focus'),
    states: statesAsked(search),
    talked,
    personIds: idsOf(search, 'subject', 'patient'),
    identifier,
    after: search.after,
    limit,
  })
}

const statesOf: Readonly<Record<string, readonly string[]>> = {
  active: ['new', 'asked', 'accepted'],
  revoked: ['declined'],
  completed: ['closed'],
  requested: ['new'],
  'on-hold': ['asked'],
  accepted: ['accepted'],
  'in-progress': ['accepted'],
  rejected: ['declined'],
}

const statesAsked = (search: Search): readonly string[] | null =>
  valuesOf(search, 'status')?.flatMap((status) => statesOf[status] ?? []) ?? null

const serviceRequest: Pick<Reading, 'parameters' | 'search'> = {
  parameters: {
    ...referralParameters,
    subject: {
      type: 'reference',
      documentation: 'The carer, once there is a record that you may read',
    },
    patient: { type: 'reference', documentation: 'The same' },
    status: { type: 'token', documentation: 'active, revoked or completed' },
  },
  search: async (of, search, limit) => {
    const rows = await referrals(of, search, limit)
    return ok(rows.map((row) => serviceRequestOf(row, of.baseUrl)))
  },
}

const task: Pick<Reading, 'parameters' | 'search'> = {
  parameters: {
    ...referralParameters,
    'based-on': { type: 'reference', documentation: 'The ServiceRequest' },
    focus: { type: 'reference', documentation: 'The ServiceRequest' },
    status: {
      type: 'token',
      documentation: 'requested, on-hold, accepted, in-progress, rejected or completed',
    },
  },
  search: async (of, search, limit) => {
    const wanted = valuesOf(search, 'status') ?? []
    const talked = wanted.includes('in-progress')
    const either = talked === wanted.includes('accepted')
    const rows = await referrals(of, search, limit, either ? null : talked)
    return ok(rows.map((row) => taskOf(row, of.baseUrl)))
  },
}

export const readings: Readonly<Record<ResourceType, Reading>> = {
  Patient: patient,
  RelatedPerson: { ...related, find: byId(related) },
  ServiceRequest: { ...serviceRequest, find: byId(serviceRequest) },
  Task: { ...task, find: byId(task) },
  Flag: { ...flag, find: byId(flag) },
  Consent: { ...consent, find: byId(consent) },
}

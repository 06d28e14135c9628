import { z } from 'zod'
import { type Answered, answered } from '#platform/api/answered.ts'
import type { ApiContext } from '#platform/room.ts'
import { receiveReferral } from '../referrals/receive-referral.ts'
import type { OwnIdentifier } from '../referrals/receive-referral.ts'
import { listSeen, type SeenReferral } from '../referrals/received.sql.ts'
import type { ToldReferral } from '../referrals/told-referral.ts'
import { fhirJson, fhirPath, type Resource } from './fhir.ts'
import { type Issue, refusedWith } from './outcome.ts'
import {
  identifierOf,
  type Lookup,
  readRequest,
  serviceRequestSchema,
} from './read-request.rules.ts'
import { serviceRequestOf, taskOf } from './referral.rules.ts'

type Wanted = { readonly told: ToldReferral; readonly identifier: OwnIdentifier }
type Read = { readonly wanted: Wanted } | { readonly issues: readonly Issue[] }

/** `POST ServiceRequest`: 201 for a new one, 200 with the one there is where its identifier came before. */
export async function createServiceRequest(context: ApiContext): Promise<Answered> {
  const header = context.headers['if-none-exist']
  const read = readOne(context, context.body, {
    lookup: () => undefined,
    ifNoneExist: String(header ?? ''),
  })
  if ('issues' in read) return refusedWith(422, ...read.issues)
  const [taken] = await takeAll(context, [read.wanted])
  const { referral, isNew } = taken!
  return answered({
    status: isNew ? 201 : 200,
    type: fhirJson,
    headers: {
      location: `${context.baseUrl}${fhirPath}/ServiceRequest/${referral.id}`,
      etag: `W/"${referral.version}"`,
    },
    body: serviceRequestOf(referral, context.baseUrl),
  })
}

function readOne(
  { clock }: ApiContext,
  body: unknown,
  of: { readonly lookup: Lookup; readonly ifNoneExist?: string | undefined },
): Read {
  const request = serviceRequestSchema.safeParse(body)
  if (!request.success)
    return {
      issues: request.error.issues.map(({ path, message }) => ({
        code: 'structure' as const,
        text: message,
        expression: ['ServiceRequest', ...path].join('.'),
      })),
    }
  const told = readRequest(request.data, { lookup: of.lookup, today: clock.today() })
  if (!told.ok) return { issues: told.error }
  const identifier = identifierOf(request.data, of.ifNoneExist)
  if (identifier === null)
    return {
      issues: [
        {
          code: 'required',
          text: 'Give an identifier with system and value, so that the same request sent twice is one',
          expression: 'ServiceRequest.identifier',
        },
      ],
    }
  return { wanted: { told: told.value, identifier } }
}

type Taken = { readonly referral: SeenReferral; readonly isNew: boolean }

/** All in one transaction: either every request is taken, or none. */
function takeAll({ actor, asActor, clock }: ApiContext, all: readonly Wanted[]): Promise<Taken[]> {
  return asActor(async (tx) => {
    const taken: Taken[] = []
    for (const wanted of all) {
      const { id, isNew } = await receiveReferral(tx, { actor, ...wanted, clock })
      const [referral] = await listSeen(tx, {
        organisationIds: actor.organisationIds,
        ids: [id],
        states: null,
        personIds: null,
        identifier: null,
        after: null,
        limit: 1,
      })
      if (referral === undefined) throw new Error('a referral that was taken is not there')
      taken.push({ referral, isNew })
    }
    return taken
  })
}

const entrySchema = z.looseObject({
  fullUrl: z.string().optional(),
  resource: z.looseObject({ resourceType: z.string() }),
  request: z.looseObject({
    method: z.string(),
    url: z.string(),
    ifNoneExist: z.string().optional(),
  }),
})
const bundleSchema = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction', 'Only a transaction is taken here'),
  entry: z.array(entrySchema).min(1).max(100),
})
type Entry = z.output<typeof entrySchema>

const takenTypes = ['Patient', 'Consent', 'ServiceRequest', 'Task']

/**
 * `POST` of a transaction: requests with the carer and their agreement beside them, and a Task for
 * each where the sender makes one. Carer and agreement become part of the referral, not records of
 * their own: whose record it is, triage decides.
 */
export async function takeTransaction(context: ApiContext): Promise<Answered> {
  const bundle = bundleSchema.safeParse(context.body)
  if (!bundle.success)
    return refusedWith(
      400,
      ...bundle.error.issues.map(({ path, message }) => ({
        code: 'structure' as const,
        text: message,
        expression: ['Bundle', ...path].join('.'),
      })),
    )
  const { entry: entries } = bundle.data
  const foreign = entries.filter(
    ({ resource, request }) =>
      request.method !== 'POST' ||
      request.url !== resource.resourceType ||
      !takenTypes.includes(request.url),
  )
  if (foreign.length > 0)
    return refusedWith(422, {
      code: 'not-supported',
      text: `A transaction may POST ${takenTypes.join(', ')}, and nothing else`,
      expression: 'Bundle.entry',
    })
  return takeEntries(context, entries)
}

async function takeEntries(context: ApiContext, entries: readonly Entry[]): Promise<Answered> {
  const lookup: Lookup = (to) =>
    entries.find(({ fullUrl }) => fullUrl === to)?.resource as Resource | undefined
  const requests = entries.filter(({ resource }) => resource.resourceType === 'ServiceRequest')
  const reads = requests.map(({ resource, request }) =>
    readOne(context, resource, { lookup, ifNoneExist: request.ifNoneExist }),
  )
  const issues = reads.flatMap((read) => ('issues' in read ? read.issues : []))
  const lost = entries.filter(
    (each) => each.resource.resourceType === 'Task' && requestOf(each, requests) < 0,
  )
  if (requests.length === 0 || lost.length > 0)
    issues.push({
      code: 'required',
      text: 'There must be a ServiceRequest, and each Task must have one of them as its focus',
      expression: 'Bundle.entry',
    })
  if (issues.length > 0) return refusedWith(422, ...issues)
  const taken = await takeAll(
    context,
    reads.flatMap((read) => ('wanted' in read ? [read.wanted] : [])),
  )
  const { baseUrl } = context
  const answers = entries.map((each) => {
    const { resourceType } = each.resource
    const at = taken[resourceType === 'Task' ? requestOf(each, requests) : requests.indexOf(each)]
    if (at === undefined) return { response: { status: '202 Accepted' } }
    const resource = (resourceType === 'Task' ? taskOf : serviceRequestOf)(at.referral, baseUrl)
    return {
      fullUrl: `${baseUrl}${fhirPath}/${resourceType}/${at.referral.id}`,
      resource,
      response: {
        status: at.isNew ? '201 Created' : '200 OK',
        location: `${resourceType}/${at.referral.id}`,
        etag: `W/"${at.referral.version}"`,
      },
    }
  })
  const body = { resourceType: 'Bundle', type: 'transaction-response', entry: answers }
  return answered({ status: 200, type: fhirJson, body })
}

/** Which of the requests a Task is about; -1 for none. */
function requestOf({ resource }: Entry, requests: readonly Entry[]): number {
  const { focus } = resource as { focus?: { reference?: string } }
  return requests.findIndex(({ fullUrl }) => fullUrl !== undefined && fullUrl === focus?.reference)
}

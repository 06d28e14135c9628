import { z } from 'zod'
import { type Answered, answered } from '#platform/api/answered.ts'
import { isId } from '#platform/lib/ids.ts'
import type { ApiContext, ApiRoute } from '#platform/room.ts'
import { capabilityStatement, smartConfiguration } from './capability.ts'
import { fhirJson, fhirPath, type Resource, type ResourceType, resourceTypes } from './fhir.ts'
import { refusedWith, refuseWithOutcome } from './outcome.ts'
import { type Reader, readings } from './reading.ts'
import { createServiceRequest, takeTransaction } from './receive.ts'
import { readSearch, type Search, searchAddress } from './search.rules.ts'

const shared = {
  tag: 'FHIR',
  summary: 'FHIR R4',
  answer: z.unknown(),
  refuse: refuseWithOutcome,
} as const

const open = (path: string, body: (baseUrl: string) => unknown, type = fhirJson): ApiRoute => ({
  ...shared,
  method: 'GET',
  path: `${fhirPath}/${path}`,
  may: 'anyone',
  run: async ({ baseUrl }) => answered({ status: 200, type, body: body(baseUrl) }),
})

function readRoutes(type: ResourceType): readonly ApiRoute[] {
  const path = `${fhirPath}/${type}`
  const own = { ...shared, may: 'registered-system' } as const
  return [
    {
      ...own,
      method: 'GET',
      path,
      scope: `system/${type}.s`,
      run: (context) => search(type, context, context.query),
    },
    {
      ...own,
      method: 'POST',
      path: `${path}/_search`,
      scope: `system/${type}.s`,
      run: (context) => search(type, context, (context.body ?? {}) as Record<string, unknown>),
    },
    {
      ...own,
      method: 'GET',
      path: `${path}/{id}`,
      scope: `system/${type}.r`,
      run: (context) => readOne(type, context),
    },
  ]
}

const readerOf = ({ actor, baseUrl, clock }: ApiContext, tx: Reader['tx']): Reader => ({
  tx,
  actor,
  baseUrl,
  today: clock.today(),
})

async function readOne(type: ResourceType, context: ApiContext): Promise<Answered> {
  const { id = '' } = context.params
  const resource = isId(id)
    ? await context.asActor((tx) => readings[type].find(readerOf(context, tx), id))
    : undefined
  if (resource === undefined)
    return refusedWith(404, {
      code: 'not-found',
      text: `There is no ${type} of that id that you may read`,
    })
  const { versionId } = (resource['meta'] ?? {}) as { versionId?: string }
  return answered({
    status: 200,
    type: fhirJson,
    headers: versionId === undefined ? {} : { etag: `W/"${versionId}"` },
    body: resource,
  })
}

async function search(
  type: ResourceType,
  context: ApiContext,
  query: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const asked = readSearch(query, readings[type].parameters)
  if (!asked.ok) return refusedWith(400, asked.error)
  const { count } = asked.value
  const found = await context.asActor((tx) =>
    readings[type].search(readerOf(context, tx), asked.value, count + 1),
  )
  if (!found.ok) return refusedWith(400, found.error)
  return answered({
    status: 200,
    type: fhirJson,
    body: searchSet(type, context.baseUrl, asked.value, found.value),
  })
}

/** A page of hits with its links; one more than fits was looked for, to know whether there is a next. */
function searchSet(
  type: ResourceType,
  baseUrl: string,
  asked: Search,
  found: readonly Resource[],
): Resource {
  const base = `${baseUrl}${fhirPath}/${type}`
  const shown = found.slice(0, asked.count)
  const next = found.length > asked.count ? (shown.at(-1)?.id ?? null) : null
  const link = [
    { relation: 'self', url: searchAddress(base, asked, asked.after) },
    ...(next === null ? [] : [{ relation: 'next', url: searchAddress(base, asked, next) }]),
  ]
  const entry = shown.map((resource) => ({
    fullUrl: `${base}/${resource.id}`,
    resource,
    search: { mode: 'match' },
  }))
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link,
    ...(entry.length === 0 ? {} : { entry }),
  }
}

export const fhirApi: readonly ApiRoute[] = [
  open('metadata', capabilityStatement),
  open('.well-known/smart-configuration', smartConfiguration, 'application/json'),
  ...resourceTypes.flatMap(readRoutes),
  {
    ...shared,
    method: 'POST',
    path: `${fhirPath}/ServiceRequest`,
    may: 'registered-system',
    scope: 'system/ServiceRequest.c',
    run: createServiceRequest,
  },
  {
    ...shared,
    method: 'POST',
    path: fhirPath,
    may: 'registered-system',
    scope: 'system/ServiceRequest.c',
    run: takeTransaction,
  },
]

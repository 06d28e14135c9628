import { z } from 'zod'
import type { ApiRoute } from '#platform/room.ts'
import type { ApiMay } from '#platform/web/page.ts'

/** The API as an OpenAPI 3.1 document, from the schemas that check its requests. */
export function openApiDocument(
  routes: readonly ApiRoute[],
  serverUrl: string,
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  // A route that refuses in a standard's own form is described in that standard's own way.
  for (const route of routes.filter(({ refuse }) => refuse === undefined)) {
    const path = (paths[route.path] ??= {})
    path[route.method.toLowerCase()] = operation(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Alongside',
      version: '0.1.0',
      summary: 'The open carers’ hub',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes,
    },
  }
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'alongside_session' },
  system: {
    type: 'oauth2',
    description:
      'For registered systems: a token of some minutes against an assertion signed with the system’s own key (private_key_jwt).',
    flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } },
  },
}

const problemSchema = {
  type: 'object',
  description: 'A problem as RFC 9457 describes it.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri-reference' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
}

function operation(route: ApiRoute): Record<string, unknown> {
  const problems = [...(route.may === 'anyone' ? [] : [401, 403]), 404, 422, 429, 500]
  const failed = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    summary: route.summary,
    description: whoMay(route.may),
    tags: [route.tag],
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-zA-Z]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, '')}`,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(route.answer, 'output') } },
      },
      ...Object.fromEntries(problems.map((status) => [status, failed])),
    },
    ...(route.may === 'anyone' ? {} : { security: security(route) }),
  }
}

function security({ may, scope }: ApiRoute): readonly Record<string, readonly string[]>[] {
  return [
    ...(may === 'registered-system' ? [] : [{ session: [] }]),
    ...(scope === undefined ? [] : [{ system: [scope] }]),
  ]
}

function whoMay(may: ApiMay): string {
  if (may === 'anyone') return 'For anyone.'
  if (may === 'signed-in') return 'For anyone signed in.'
  if (may === 'registered-system') return 'For registered systems.'
  return `For: ${may.map((duty) => duty.replace('_', ' ')).join(', ')}.`
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return plain
}

function parameters(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
): Record<string, unknown>[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

import type { FastifyReply } from 'fastify'

const titles: Record<number, string> = {
  400: 'The request is not as it should be',
  401: 'Sign in first',
  403: 'Not among this account’s duties',
  404: 'Not found',
  409: 'Somebody else changed it first',
  413: 'Too large',
  422: 'Some of what was sent is not right',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available just now',
}

export type ProblemFault = { readonly pointer: string; readonly detail: string }

export type ProblemOf = {
  readonly requestId: string
  readonly detail?: string
  readonly faults?: readonly ProblemFault[]
}

/** A problem as RFC 9457 has it: what, which request, and for 422 each fault with a pointer to its place. */
export function problemBody(status: number, of: ProblemOf) {
  return {
    type: 'about:blank',
    title: titles[status] ?? 'Problem',
    status,
    ...(of.detail === undefined ? {} : { detail: of.detail }),
    instance: `urn:uuid:${of.requestId}`,
    ...(of.faults === undefined ? {} : { errors: of.faults }),
  }
}

/** Answers a request with a problem. */
export function problem(reply: FastifyReply, status: number, of: ProblemOf): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(status, of)))
}

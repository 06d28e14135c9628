import { type Answered, answered } from '#platform/api/answered.ts'
import type { Refuse } from '#platform/room.ts'
import { fhirJson, type Resource } from './fhir.ts'

/** Codes of FHIR's IssueType that we use. */
export type IssueCode =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'not-supported'
  | 'not-found'
  | 'login'
  | 'forbidden'
  | 'conflict'
  | 'too-costly'
  | 'too-long'
  | 'throttled'
  | 'business-rule'
  | 'transient'
  | 'exception'

export type Issue = {
  readonly code: IssueCode
  readonly text: string
  /** FHIRPath of the fault's place. */
  readonly expression?: string
}

/** What went wrong, as FHIR has it. */
export function operationOutcome(issues: readonly Issue[]): Resource {
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map(({ code, text, expression }) => ({
      severity: 'error',
      code,
      details: { text },
      ...(expression === undefined ? {} : { expression: [expression] }),
    })),
  }
}

/** A refusal that names what is wrong. */
export function refusedWith(status: number, ...issues: readonly Issue[]): Answered {
  return answered({ status, type: fhirJson, body: operationOutcome(issues) })
}

const byStatus: Readonly<Record<number, readonly [IssueCode, string]>> = {
  400: ['invalid', 'The request is not as it should be'],
  401: ['login', 'Show a token: it is over, or there is none'],
  403: ['forbidden', 'The token is not good for this'],
  404: ['not-found', 'There is nothing here that you may read'],
  409: ['conflict', 'Somebody else changed it first'],
  413: ['too-long', 'Too large'],
  429: ['throttled', 'Too many requests: wait a minute'],
  503: ['transient', 'Not available just now: try again'],
}

/** Whatever the server itself refuses or meets, in FHIR's form. */
export const refuseWithOutcome: Refuse = (status, { detail, faults }) => {
  const [code, words] = byStatus[status] ?? ['exception', 'Something went wrong here']
  if (faults !== undefined && faults.length > 0)
    return refusedWith(
      400,
      ...faults.map((fault) => ({ code: 'invalid' as const, text: fault.detail })),
    )
  return refusedWith(status, { code, text: status === 400 ? (detail ?? words) : words })
}

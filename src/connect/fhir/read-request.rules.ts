// A ServiceRequest as it comes in: the carer inside it, their agreement as a Consent beside it, and a
// name of the sender's own, so that the same sent twice is one. What is missing is told with its place.

import { z } from 'zod'
import type { IsoDate } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { OwnIdentifier } from '../referrals/receive-referral.ts'
import { soundReferral, type ToldReferral, toldReferral } from '../referrals/told-referral.ts'
import { purposeSystem, type Resource } from './fhir.ts'
import type { Issue } from './outcome.ts'

const reference = z.looseObject({ reference: z.string().optional() })
const resource = z.looseObject({ resourceType: z.string(), id: z.string().optional() })
const identifier = z.looseObject({
  system: z.string().min(1).max(500),
  value: z.string().min(1).max(200),
})

export const serviceRequestSchema = z.looseObject({
  resourceType: z.literal('ServiceRequest'),
  contained: z.array(resource).default([]),
  identifier: z.array(identifier).default([]),
  status: z.literal('active', 'status must be active: a referral is sent when it is asked for'),
  intent: z.enum(
    ['proposal', 'plan', 'order', 'original-order'],
    'intent must be order, or a plan or proposal',
  ),
  priority: z.enum(['routine', 'urgent', 'asap', 'stat']).default('routine'),
  subject: reference,
  supportingInfo: z.array(reference).default([]),
  note: z.array(z.looseObject({ text: z.string() })).default([]),
  modifierExtension: z.undefined({ error: 'modifierExtension is not understood here' }).optional(),
})

export type ServiceRequestIn = z.output<typeof serviceRequestSchema>

const telecom = z.looseObject({ system: z.string().optional(), value: z.string().optional() })
const patientSchema = z.looseObject({
  name: z
    .array(
      z.looseObject({
        use: z.string().optional(),
        family: z.string().optional(),
        given: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  telecom: z.array(telecom).default([]),
  birthDate: z.iso.date().optional(),
  address: z
    .array(
      z.looseObject({
        line: z.array(z.string()).default([]),
        city: z.string().optional(),
        postalCode: z.string().optional(),
      }),
    )
    .default([]),
})
const consentSchema = z.looseObject({
  status: z.string(),
  sourceAttachment: z.unknown().optional(),
  sourceReference: z.unknown().optional(),
  provision: z
    .looseObject({
      type: z.string().optional(),
      purpose: z
        .array(z.looseObject({ system: z.string().optional(), code: z.string() }))
        .default([]),
    })
    .optional(),
})

/** Where a reference leads, among what came with the request; undefined where it leads elsewhere. */
export type Lookup = (reference: string) => Resource | undefined

/** The referral that a request asks for, or all that is missing of it. */
export function readRequest(
  request: ServiceRequestIn,
  of: { readonly lookup: Lookup; readonly today: IsoDate },
): Result<ToldReferral, readonly Issue[]> {
  const inside: Lookup = (to) =>
    to.startsWith('#')
      ? (request.contained.find(({ id }) => id === to.slice(1)) as Resource | undefined)
      : of.lookup(to)
  const patient = patientSchema.safeParse(found(inside, request.subject.reference, 'Patient'))
  const consent = request.supportingInfo
    .map((each) => consentSchema.safeParse(found(inside, each.reference, 'Consent')))
    .find((each) => each.success)?.data
  const issues: Issue[] = []
  if (!patient.success)
    issues.push({
      code: 'required',
      text: 'subject must lead to a Patient that is contained, or in the same Bundle, with a name',
      expression: 'ServiceRequest.subject',
    })
  if (consent?.status !== 'active' || consent.provision?.type === 'deny')
    issues.push({
      code: 'required',
      text: 'supportingInfo must lead to an active Consent, contained or in the same Bundle: without the carer’s agreement we cannot ring them',
      expression: 'ServiceRequest.supportingInfo',
    })
  if (issues.length > 0 || !patient.success || consent === undefined) return refused(issues)
  return sound({ ...toldOf(patient.data), ...agreedOf(consent), ...askedOf(request) }, of.today)
}

function found(lookup: Lookup, to: string | undefined, type: string): Resource | undefined {
  const resource = to === undefined ? undefined : lookup(to)
  return resource?.resourceType === type ? resource : undefined
}

function toldOf({ name, telecom: ways, birthDate, address }: z.output<typeof patientSchema>) {
  const called = name.find(({ use }) => use === 'official' || use === 'usual') ?? name[0]
  const at = address[0]
  const way = (...systems: readonly string[]) =>
    ways.find(({ system, value }) => value !== undefined && systems.includes(system ?? 'phone'))
      ?.value ?? null
  return {
    given_name: called?.given.join(' ') ?? '',
    family_name: called?.family ?? '',
    date_of_birth: birthDate ?? null,
    telephone: way('phone', 'sms'),
    email: way('email'),
    address: [...(at?.line ?? []), at?.city ?? ''].filter(Boolean).join(', ') || null,
    postcode: at?.postalCode ?? null,
  }
}

function agreedOf({
  sourceAttachment,
  sourceReference,
  provision,
}: z.output<typeof consentSchema>) {
  const agreed = (code: string): boolean =>
    provision?.purpose.some((each) => each.system === purposeSystem && each.code === code) ?? false
  return {
    carer_agreed: true,
    agreed_how:
      sourceAttachment === undefined && sourceReference === undefined ? 'spoken' : 'written',
    share_outcome: agreed('outcome'),
    may_pass_on: agreed('pass-on'),
  }
}

function askedOf({ priority, note }: ServiceRequestIn) {
  return { urgent: priority !== 'routine', more: note.map(({ text }) => text).join('\n') || null }
}

const places: Readonly<Record<string, string>> = {
  given_name: 'Patient.name.given',
  family_name: 'Patient.name.family',
  date_of_birth: 'Patient.birthDate',
  telephone: 'Patient.telecom',
  email: 'Patient.telecom',
  address: 'Patient.address',
  postcode: 'Patient.address.postalCode',
  more: 'ServiceRequest.note',
}

function sound(told: unknown, today: IsoDate): Result<ToldReferral, readonly Issue[]> {
  const read = toldReferral.safeParse(told)
  if (!read.success)
    return refused(read.error.issues.map(({ path, message }) => issueAt(String(path[0]), message)))
  const checked = soundReferral(read.data, today)
  return checked.ok
    ? ok(checked.value)
    : refused(checked.error.map(({ field, detail }) => issueAt(field, detail)))
}

const issueAt = (field: string, text: string): Issue => ({
  code: 'value',
  text,
  expression: places[field] ?? 'ServiceRequest',
})

/** The sender's own name for a request: its first identifier, or the one of an If-None-Exist header. */
export function identifierOf(
  request: ServiceRequestIn,
  ifNoneExist: string | undefined,
): OwnIdentifier | null {
  const asked = new URLSearchParams(ifNoneExist?.replace(/^\?/, '') ?? '').get('identifier')
  const at = asked?.indexOf('|') ?? -1
  if (asked !== null && at > 0 && at < asked.length - 1)
    return { system: asked.slice(0, at), value: asked.slice(at + 1) }
  const [first] = request.identifier
  return first === undefined ? null : { system: first.system, value: first.value }
}

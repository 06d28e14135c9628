import { z } from 'zod'
import { answered } from '#platform/api/answered.ts'
import { problemBody } from '#platform/api/problem.ts'
import { Conflict, NotFound } from '#platform/lib/errors.ts'
import { isId } from '#platform/lib/ids.ts'
import type { ApiContext, ApiRoute } from '#platform/room.ts'
import { referralStates } from '#find/referrals/referral.ts'
import { updateAnswer } from '#find/referrals/sent-referrals.sql.ts'
import { carerKinds } from '#people/persons/involvement.ts'
import { listSeen, type SeenReferral } from './received.sql.ts'
import { receiveReferral } from './receive-referral.ts'
import { soundReferral, toldReferral } from './told-referral.ts'

const seen = z.object({
  id: z.uuid(),
  reference: z.string().describe('Ours, to say on the telephone'),
  your_reference: z.string().nullable(),
  kind: z.enum(carerKinds),
  received_on: z.iso.date(),
  urgent: z.boolean(),
  state: z.enum(referralStates).describe('asked: there is a question for you'),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  decided_on: z.iso.date().nullable(),
  first_contact_on: z.iso
    .date()
    .nullable()
    .describe('From here on only where the carer agreed to it'),
  outcome: z.string().nullable(),
  outcome_on: z.iso.date().nullable(),
  outcome_words: z.string().nullable(),
  with: z.string().describe('Who has it'),
  version: z.number().int(),
})

/** One referral as its sender may know it. */
function asAnswered(of: SeenReferral): z.output<typeof seen> {
  return {
    id: of.id,
    reference: of.reference,
    your_reference: of.identifierValue,
    kind: of.kind as z.output<typeof seen>['kind'],
    received_on: of.receivedOn,
    urgent: of.urgent,
    state: of.state,
    question: of.question,
    answer: of.answer,
    decided_on: of.triagedOn,
    first_contact_on: of.firstContactOn,
    outcome: of.outcome,
    outcome_on: of.outcomeOn,
    outcome_words: of.outcomeWords,
    with: of.toName,
    version: of.version,
  }
}

const body = toldReferral.extend({
  your_reference: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Your own name for it: the same sent again is the same referral'),
  organisation: z
    .number()
    .int()
    .optional()
    .describe('Which of yours sends it, where you are at several'),
})

/** Sends a referral: once under one reference of the sender's, however often it is sent. */
export const sendReferralApi: ApiRoute = {
  method: 'POST',
  path: '/api/referrals',
  summary: 'Refer a carer',
  tag: 'Referrals',
  may: ['referrer'],
  scope: 'referrals.write',
  body,
  answer: seen,
  run: async ({ body: sent, actor, asActor, clock }) => {
    const { your_reference: value, organisation, ...told } = sent as z.output<typeof body>
    const sound = soundReferral(told, clock.today())
    if (!sound.ok) {
      const faults = sound.error.map(({ field, detail }) => ({
        pointer: `#/body/${field}`,
        detail,
      }))
      const { requestId } = actor
      return answered({
        status: 422,
        type: 'application/problem+json',
        body: problemBody(422, { requestId, faults }),
      })
    }
    return asActor(async (tx) => {
      const identifier = { system: 'urn:alongside:your-reference', value }
      const { id, isNew } = await receiveReferral(tx, {
        actor,
        organisationId: organisation,
        identifier,
        told: sound.value,
        clock,
      })
      const [referral] = await listSeen(tx, { ...everything(actor.organisationIds), ids: [id] })
      if (referral === undefined) throw new NotFound('referral')
      return answered({
        status: isNew ? 201 : 200,
        headers: { location: `/api/referrals/${id}` },
        body: asAnswered(referral),
      })
    })
  },
}

const everything = (organisationIds: readonly number[]) => ({
  organisationIds,
  ids: null,
  states: null,
  personIds: null,
  identifier: null,
  after: null,
  limit: 1,
})

const query = z.object({
  state: z.enum(referralStates).optional(),
  your_reference: z.string().max(200).optional(),
  after: z.uuid().optional().describe('The `next` of the page before'),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
})

/** What the actor's organisations sent, page by page in the order they came. */
export const listReferralsApi: ApiRoute = {
  method: 'GET',
  path: '/api/referrals',
  summary: 'Referrals you sent, with what became of them',
  tag: 'Referrals',
  may: ['referrer'],
  scope: 'referrals.read',
  query,
  answer: z.object({ referrals: z.array(seen), next: z.uuid().nullable() }),
  run: ({ query: asked, actor, asActor }) =>
    asActor(async (tx) => {
      const {
        state,
        your_reference: value,
        after,
        per_page: limit,
      } = asked as z.output<typeof query>
      const found = await listSeen(tx, {
        ...everything(actor.organisationIds),
        states: state === undefined ? null : [state],
        identifier: value === undefined ? null : { system: null, value },
        after: after ?? null,
        limit: limit + 1,
      })
      const referrals = found.slice(0, limit)
      const next = found.length > limit ? (referrals.at(-1)?.id ?? null) : null
      return { referrals: referrals.map(asAnswered), next }
    }),
}

const params = z.object({ id: z.string() })

/** One referral; throws NotFound where the actor's organisations did not send it. */
export const referralApi: ApiRoute = {
  method: 'GET',
  path: '/api/referrals/{id}',
  summary: 'Where a referral stands that you sent',
  tag: 'Referrals',
  may: ['referrer'],
  scope: 'referrals.read',
  params,
  answer: seen,
  run: (context) => oneReferral(context),
}

function oneReferral({ params: { id = '' }, actor, asActor }: ApiContext) {
  return asActor(async (tx) => {
    if (!isId(id)) throw new NotFound('referral')
    const [referral] = await listSeen(tx, { ...everything(actor.organisationIds), ids: [id] })
    if (referral === undefined) throw new NotFound('referral')
    return asAnswered(referral)
  })
}

const answerBody = z.object({
  version: z.number().int().min(1).describe('As read with the question'),
  answer: z.string().trim().min(1).max(2000),
})

/** The answer to a question that triage asked. */
export const answerReferralApi: ApiRoute = {
  method: 'POST',
  path: '/api/referrals/{id}/answer',
  summary: 'Answer a question about a referral that you sent',
  tag: 'Referrals',
  may: ['referrer'],
  scope: 'referrals.write',
  params,
  body: answerBody,
  answer: seen,
  run: async (context) => {
    const { version, answer } = context.body as z.output<typeof answerBody>
    const before = await oneReferral(context)
    const { id } = before
    const taken = await context.asActor((tx) =>
      updateAnswer(tx, { id, version, answer, on: context.clock.today() }),
    )
    if (!taken && before.answer !== answer)
      throw new Conflict('There is no question waiting under that version: read the referral again')
    return oneReferral(context)
  },
}

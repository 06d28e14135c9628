import type { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isId } from '#platform/lib/ids.ts'
import { readReference } from '#platform/lib/reference.ts'
import { refused, ok, type Result } from '#platform/lib/result.ts'
import { withFault, type FieldFault } from '#platform/web/form.ts'
import type { AskForAssessment, Gathered } from '#platform/room.ts'
import {
  page,
  see,
  showAgain,
  showConflict,
  type Context,
  type Page,
  type Reply,
} from '#platform/web/page.ts'
import { listWorkers } from '#people/persons/involvements.sql.ts'
import { findByReference, getPerson } from '#people/persons/persons.sql.ts'
import { acceptReferral } from '../accept.ts'
import { canTake, type Referral } from '../referral.ts'
import { getReferral, lockReferral } from '../referrals.sql.ts'
import { tellSender } from '../tell-sender.ts'
import { acceptForm } from '../triage-forms.ts'
import { triagers } from '../triagers.ts'
import { referralParams, triagePageView } from './triage.ts'

/** Takes a referral on; of two who do it at once one wins, and the other is told. */
export function acceptPage({ askForAssessment }: Gathered): Page {
  return page({
    path: '/referrals/:id/accept',
    door: 'workspace',
    may: triagers,
    params: referralParams,
    get: async ({ params }) => see(`/referrals/${params.id}`),
    post: (context) => accept(context, askForAssessment),
  })
}

function accept(
  context: Context<z.output<typeof referralParams>>,
  askForAssessment: AskForAssessment | null,
): Promise<Reply> {
  const { params, body, actor, clock, config, asActor } = context
  return asActor(async (tx) => {
    await lockReferral(tx, params.id)
    const referral = await getReferral(tx, actor, params.id)
    const today = clock.today()
    const workers = (await listWorkers(tx, [referral.toOrganisationId])).map(({ id }) => id)
    const read = acceptForm({ today, workers }).read(body)
    if (!read.ok) {
      return showAgain(
        await triagePageView(tx, actor, { referral, today, states: { accept: read.error } }),
      )
    }
    const answers = read.value
    if (!canTake('accept', referral.state) || referral.version !== answers.version) {
      if (sentTwice(referral, actor, answers)) return see(`/carers/${referral.personId}`)
      return showConflict(await triagePageView(tx, actor, { referral, today, overtaken: true }))
    }
    const record = await chosenRecord(tx, referral, answers)
    if (!record.ok) {
      const states = { accept: withFault(body, record.error.field, record.error.message) }
      return showAgain(await triagePageView(tx, actor, { referral, today, states }))
    }
    const personId = await acceptReferral(tx, actor, referral, {
      ...answers,
      personId: record.value,
      workerId: answers.worker,
      today,
      askForAssessment,
    })
    await tellSender(tx, { referral, what: 'accepted', config })
    return see(`/carers/${personId}`)
  })
}

type Chosen = { readonly record: string; readonly reference: string | null; readonly newId: string }

/** The record that was chosen: one of the likely ones, one by its reference, or null for a new one. */
async function chosenRecord(
  tx: Tx,
  referral: Referral,
  { record, reference }: Chosen,
): Promise<Result<string | null, FieldFault>> {
  if (record === 'new') {
    return referral.told === null
      ? refused({
          field: 'record',
          message: 'This referral names nobody: give the reference of their record',
        })
      : ok(null)
  }
  if (record === 'reference') {
    const found = await findByReference(tx, readReference(reference ?? '') ?? '')
    return found === undefined
      ? refused({ field: 'reference', message: 'No record of yours has this reference' })
      : ok(found.id)
  }
  if (!isId(record)) return refused({ field: 'record', message: 'Select one of the records' })
  const person = await getPerson(tx, record)
  return ok(person.mergedInto ?? person.id)
}

/** The same person sending the same form again: done already, and not to be done twice. */
function sentTwice(referral: Referral, actor: Actor, { record, newId }: Chosen): boolean {
  const mine = referral.state === 'accepted' && referral.triagedBy === actor.accountId
  return mine && (referral.personId === newId || referral.personId === record)
}

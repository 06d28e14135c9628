import type { Actor } from '#platform/access/actor.ts'
import type { Document } from '#platform/documents/document.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import type { DocumentFormat } from '#platform/documents/formats.ts'
import { plainText } from '#platform/documents/plain-text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { pounds } from '#platform/lib/money.ts'
import { queueMessage } from '#platform/messages/messages.sql.ts'
import { fullName, type Person, spokenName } from '#people/persons/person.ts'
import { getPlanPeople, type PlanPeople } from '#support/plan-people.sql.ts'
import { postalLines } from '#people/persons/ways-to-send.ts'
import { agreementDocument } from './agreement-document.ts'
import {
  type AgreementHow,
  insertAgreement,
  insertAgreementCopy,
  type PaymentAgreement,
} from './agreements.sql.ts'
import { findPaymentPlan } from './payment-plan.sql.ts'
import type { Payment } from './payment.ts'

type Of = {
  readonly payment: Payment
  readonly agreement: PaymentAgreement
  readonly person: Person
}

/** An agreement as a document: where it was agreed, in the words that were agreed. */
export async function printedAgreement(
  tx: Tx,
  of: Of,
): Promise<{ readonly document: Document; readonly people: PlanPeople }> {
  const { payment, agreement } = of
  const workerId = payment.proposedBy
  const people = await getPlanPeople(tx, { organisationId: payment.organisationId, workerId })
  if (agreement.document !== null) return { document: agreement.document, people }
  const plan = payment.planId === null ? null : await findPaymentPlan(tx, payment.planId)
  const needs = plan?.needs.filter(({ id }) => payment.needIds.includes(id)).map(({ need }) => need)
  return { document: agreementDocument({ ...of, people, needs: needs ?? [] }), people }
}

/** What a copy is called as a file, without its ending. */
export const agreementName = 'direct-payment-agreement'

export type NewAgreement = Omit<PaymentAgreement, 'recordedByName' | 'document'>

/** Keeps an agreement; one that is agreed to with the words that were. The same id again does nothing. */
export async function keepAgreement(
  tx: Tx,
  actor: Actor,
  of: { readonly payment: Payment; readonly person: Person; readonly agreement: NewAgreement },
): Promise<void> {
  const agreement = { ...of.agreement, recordedByName: actor.displayName, document: null }
  const document =
    agreement.signedOn === null ? null : (await printedAgreement(tx, { ...of, agreement })).document
  await insertAgreement(tx, actor, { ...of.agreement, document })
}

/** The carer agrees to what they were shown: a further row, as no agreement is ever written over. */
export async function agreeTo(
  tx: Tx,
  actor: Actor,
  of: Of & { readonly on: IsoDate; readonly how: AgreementHow },
): Promise<void> {
  const { payment, person, agreement, on, how } = of
  if (agreement.signedOn !== null) return
  const { recordedByName: _, document: _none, ...same } = agreement
  const signed = { signedOn: on, signedBy: fullName(person), agreedHow: how, recordedOn: on }
  await keepAgreement(tx, actor, {
    payment,
    person,
    agreement: { ...same, ...signed, id: newId() },
  })
}

/** Sends an agreement to its carer as they read, and writes down that it went. */
export async function sendAgreement(
  tx: Tx,
  actor: Actor,
  of: Of & {
    readonly id: string
    readonly way: 'email' | 'letter' | 'by_hand'
    readonly format: DocumentFormat
    readonly on: IsoDate
    readonly url: string
  },
): Promise<void> {
  const { id, way, format, on, agreement, payment, person } = of
  const copy = {
    id,
    agreementId: agreement.id,
    paymentId: payment.id,
    personId: person.id,
    way,
    format,
  }
  if (!(await insertAgreementCopy(tx, actor, { ...copy, sentOn: on })) || way === 'by_hand') return
  const { document, people } = await printedAgreement(tx, of)
  const file = await documentFile(document, format, agreementName)
  const words = [
    `Dear ${spokenName(person)}`,
    agreement.signedOn === null
      ? `Here is what we would agree with you about a direct payment of ${pounds(payment.amountPence)}. Please read it. You can agree to it by signing in: ${of.url}/my/money/${payment.id}`
      : `Here is the agreement about your direct payment of ${pounds(payment.amountPence)}. Keep it where you can find it.`,
    `If something in it is wrong or not clear, ${people.telephone === null ? 'tell us' : `ring ${people.telephone}`}.`,
    ...(format === 'text' ? [plainText(document)] : ['It comes with this message.']),
    people.organisation,
  ]
  await queueMessage(tx, {
    authorityId: person.authorityId,
    channel: way,
    purpose: 'plan',
    recipient: way === 'email' ? (person.email ?? '') : postalLines(person),
    subject: 'Your direct payment',
    body: words.join('\n\n'),
    personId: person.id,
    format,
    attachments: [{ name: file.name, type: file.type, bytes: Buffer.from(file.body) }],
  })
}

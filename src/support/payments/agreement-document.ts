import {
  callout,
  fact,
  facts,
  heading,
  list,
  paragraph,
  signatures,
} from '#platform/documents/blocks.ts'
import type { Block, Document } from '#platform/documents/document.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { pounds } from '#platform/lib/money.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import type { PlanPeople } from '#support/plan-people.sql.ts'
import type { AgreementHow, PaymentAgreement } from './agreements.sql.ts'
import { frequencies, type Payment } from './payment.ts'

export const agreedHows: Record<AgreementHow, string> = {
  in_person: 'Face to face',
  telephone: 'On the telephone',
  in_writing: 'Signed on paper',
  online: 'Online, signed in',
}

export type AgreementToPrint = {
  readonly payment: Payment
  readonly agreement: PaymentAgreement
  readonly person: Pick<Person, 'givenName' | 'familyName'>
  readonly people: PlanPeople
  /** The needs that the money meets, in words. */
  readonly needs: readonly string[]
}

/** A direct payment agreement as its carer reads it (Care Act 2014 s.31 to s.33; SI 2014/2871). */
export function agreementDocument(of: AgreementToPrint): Document {
  const { payment, agreement, person, people } = of
  const { organisation: name, town, telephone } = people
  return {
    kind: 'plan',
    language: 'en-GB',
    title:
      agreement.signedOn === null ? 'Direct payment: for you to agree' : 'Direct payment agreement',
    subtitle: fullName(person),
    authority: people.authority,
    sender: {
      name,
      address: town === null ? [] : [town],
      ...(telephone === null ? {} : { phone: telephone }),
    },
    date: agreement.signedOn ?? agreement.recordedOn,
    body: [
      opening(of),
      heading('The money'),
      facts(
        fact('How much', pounds(payment.amountPence)),
        fact('How often', frequencies[payment.frequency]),
        ...(payment.startsOn === null ? [] : [fact('From', inWords(payment.startsOn))]),
        ...(payment.endsOn === null ? [] : [fact('Until', inWords(payment.endsOn))]),
        fact('Who looks after it', lookedAfterBy(agreement)),
      ),
      ...useOf(of),
      ...duties(people),
      ...signed(of),
    ],
  }
}

function opening({ agreement, people }: AgreementToPrint): Block {
  if (agreement.signedOn !== null)
    return callout(
      'This is agreed',
      'Keep it where you can find it. It says what was agreed and does not change.',
    )
  const ring = people.telephone === null ? 'tell us' : `ring ${people.telephone}`
  return callout(
    'Nothing is settled until you agree',
    `Read it, ask us what is not clear, and tell us if something is wrong: ${ring}. No money goes out before you agree.`,
  )
}

function lookedAfterBy({ way, who }: PaymentAgreement): string {
  if (way === 'own') return 'You'
  return way === 'nominee' ? `${who ?? ''}, whom you named` : `${who ?? ''}, who is authorised to`
}

function useOf({ payment, agreement, needs }: AgreementToPrint): readonly Block[] {
  return [
    heading('What it is for'),
    paragraph(`${payment.purpose}.`),
    ...(needs.length === 0 ? [] : [paragraph('It meets these needs of your plan:'), list(needs)]),
    ...(agreement.terms === null ? [] : [paragraph(agreement.terms)]),
  ]
}

function duties({ telephone }: PlanPeople): readonly Block[] {
  const ring = telephone === null ? 'Tell us' : `Ring ${telephone}`
  return [
    heading('What you do'),
    list([
      'Use the money only for what it is for.',
      'Keep receipts, or write down what you spent and why there is no receipt.',
      'Tell us what you used it for when we ask, and what is left over.',
      'Tell us soon if your bank details, your caring or your plan change.',
    ]),
    heading('What we do'),
    list([
      'We pay it on time and tell you who to ask.',
      'We look at how it is going within six months of the first payment, and then at least once a year.',
      'We may ask money back that was used for something else, and stop the payment if this agreement is not kept. We talk with you first.',
    ]),
    paragraph(
      `You may stop the direct payment at any time; we then arrange the support with you in another way. ${ring} if you are not happy with it; you may also complain to the council.`,
    ),
  ]
}

function signed({ agreement, person, people }: AgreementToPrint): readonly Block[] {
  const office = { name: people.organisation, role: 'for the council' }
  const carer = { name: fullName(person), role: 'carer' }
  if (agreement.signedOn === null) return [heading('Agreement'), signatures(carer, office)]
  const on = isoDate(agreement.signedOn)
  const how =
    agreement.agreedHow === null ? '' : ` (${agreedHows[agreement.agreedHow].toLowerCase()})`
  const name = agreement.signedBy ?? carer.name
  return [
    heading('Agreement'),
    signatures(
      {
        name,
        role: `${agreement.way === 'authorised' ? 'authorised person' : 'carer'}${how}`,
        signedOn: on,
      },
      { ...office, signedOn: isoDate(agreement.recordedOn) },
    ),
  ]
}

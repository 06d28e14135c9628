import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { insertNeed } from '#support/plans/plan-lines.sql.ts'
import { insertPlan, updateAsAgreed as updatePlanAsAgreed } from '#support/plans/plans.sql.ts'
import type { supportHouse } from '../testing.ts'
import { insertAgreement } from './agreements.sql.ts'
import { insertPayee } from './payees.sql.ts'
import type { Frequency, PaymentBasis } from './payment.ts'
import { insertPayment, updateAsAgreed, updateCalendar } from './payments.sql.ts'

export type House = Awaited<ReturnType<typeof supportHouse>>

/** A carer of the hub who can be paid into an account. */
export async function aPaidCarer(house: House, account = '31926819') {
  const carer = await house.aCarer()
  const { actor } = house.assessor
  await house.as(actor, (tx) =>
    insertPayee(tx, {
      id: newId(),
      personId: carer.id,
      organisationId: actor.organisationIds[0]!,
      accountName: 'Margaret Tolley',
      sortCode: '089999',
      accountNumber: account,
      rollNumber: null,
      givenOn: isoDate('2018-03-20'),
      givenHow: 'in_writing',
      recordedBy: actor.accountId,
      recordedByName: actor.displayName,
    }),
  )
  return carer
}

type About = {
  readonly amountPence?: number
  readonly frequency?: Frequency
  readonly startsOn?: string
  readonly endsOn?: string
  readonly personId?: string
  readonly agreed?: boolean
}

/** A prevention grant that a manager agreed. */
export async function anAgreedGrant(house: House, about: About = {}): Promise<string> {
  const personId = about.personId ?? (await aPaidCarer(house)).id
  return agreedPayment(
    house,
    { ...about, personId },
    { basis: 'prevention_grant', planId: null, needIds: [] },
  )
}

type Under = {
  readonly basis: PaymentBasis
  readonly planId: string | null
  readonly needIds: readonly string[]
}

async function agreedPayment(house: House, about: About & { personId: string }, under: Under) {
  const id = newId()
  const { actor: jo } = house.assessor
  const on = isoDate('2018-03-26')
  await house.as(jo, (tx) =>
    insertPayment(tx, {
      id,
      personId: about.personId,
      organisationId: jo.organisationIds[0]!,
      amountPence: about.amountPence ?? 250_00,
      frequency: about.frequency ?? 'once',
      purpose: 'Driving lessons',
      ...under,
      on,
      by: jo.accountId,
    }),
  )
  const { actor: mo } = house.manager
  await house.as(mo, async (tx) => {
    if (about.startsOn !== undefined) {
      const endsOn = about.endsOn === undefined ? null : isoDate(about.endsOn)
      await updateCalendar(tx, { id, version: 1 }, { startsOn: isoDate(about.startsOn), endsOn })
    }
    const version = about.startsOn === undefined ? 1 : 2
    await updateAsAgreed(tx, { id, version, from: 'proposed', on, by: mo.accountId })
  })
  return id
}

/** A direct payment under a plan, for a need that is eligible or not, with or without its agreement. */
export async function aDirectPayment(
  house: House,
  about: About & {
    readonly eligible?: boolean
    readonly basis?: PaymentBasis
    readonly agreement?: 'met' | 'not_met' | 'none'
  } = {},
) {
  const carer = await aPaidCarer(house)
  const [planId, needId] = [newId(), newId()]
  const { actor } = house.assessor
  const organisationId = actor.organisationIds[0]!
  await house.as(actor, async (tx) => {
    await insertPlan(tx, {
      id: planId,
      reference: newReference('PLN'),
      number: 1,
      kind: 'adult_carer',
      personId: carer.id,
      organisationId,
      startedOn: isoDate('2018-03-19'),
      workerId: actor.accountId,
    })
    const need = {
      id: needId,
      need: 'Time away',
      eligible: about.eligible ?? true,
      outcomeId: 'O8',
    }
    await insertNeed(tx, { id: planId, personId: carer.id }, need)
    if (about.agreed === false) return
    const agreement = { on: isoDate('2018-03-26'), by: 'Margaret', how: 'telephone' } as const
    await updatePlanAsAgreed(tx, planId, { ...agreement, involved: null, copiesTo: null })
  })
  const under = { basis: about.basis ?? 'direct_payment', planId, needIds: [needId] } as const
  const id = await agreedPayment(house, { ...about, personId: carer.id }, under)
  if (about.agreement !== 'none') {
    const met = about.agreement !== 'not_met'
    await house.as(actor, (tx) =>
      insertAgreement(tx, actor, {
        id: newId(),
        paymentId: id,
        personId: carer.id,
        way: 'own',
        who: null,
        relationship: null,
        conditions: {},
        met,
        terms: null,
        signedOn: met ? isoDate('2018-03-26') : null,
        signedBy: met ? 'Margaret Tolley' : null,
        agreedHow: met ? 'in_writing' : null,
        document: null,
        recordedOn: isoDate('2018-03-26'),
      }),
    )
  }
  return { id, planId, carer }
}

import { isoDate } from '#platform/lib/dates.ts'
import type { Plan, PlanAction, PlanGoal, PlanNeed, PlanPayment, WholePlan } from './plan.ts'

const id = (last: string) => `00000000-0000-7000-8000-0000000000${last}`

/** A plan that has all that section 25 asks for: two eligible needs, one met by a line, one by a direct payment of £300. */
export function aWholePlan(): WholePlan {
  return { plan, needs: [company, sleep], goals: [sister], actions: [alarm], payments: [weekend] }
}

const plan: Plan = {
  id: id('01'),
  reference: 'PLN-7F3KM-9',
  number: 1,
  personId: id('02'),
  organisationId: 1,
  assessmentId: id('03'),
  determinationId: null,
  workerId: null,
  kind: 'adult_carer',
  state: 'draft',
  startedOn: isoDate('2018-03-19'),
  agreedOn: null,
  agreedBy: null,
  agreedHow: null,
  involved: null,
  copiesTo: null,
  budgetPence: 300_00,
  personPaysPence: 0,
  authorityPaysPence: 300_00,
  matters: ['able', 'wellbeing'],
  adviceReduce: 'Ask the pharmacy to deliver; the falls clinic can look at the stairs.',
  advicePrevent: 'Caring with Confidence starts on 12 April; ring us before things get too much.',
  contingency: {
    people: [
      { name: 'Ruth Tolley', relationship: 'Daughter', phone: '01632 960123', agreed: true },
    ],
    facts: 'Spare key with number 12.',
  },
  endedOn: null,
  endReason: null,
  sentAt: null,
  sentAs: null,
  version: 1,
}

const company: PlanNeed = {
  id: id('11'),
  need: 'Time away from caring',
  eligible: true,
  outcomeId: 'O8',
  version: 1,
}

const sleep: PlanNeed = {
  id: id('12'),
  need: 'Sleep through two nights a week',
  eligible: true,
  outcomeId: 'C2a',
  version: 1,
}

const sister: PlanGoal = {
  id: id('21'),
  words: 'See my sister in Malvern again',
  iStatement: 'relationships',
  answerBefore: 'never',
  answerAfter: null,
  met: null,
  version: 1,
}

const alarm: PlanAction = {
  id: id('31'),
  needId: sleep.id,
  action: 'Learn to use the night alarm',
  target: 'carer',
  caredForAgreed: null,
  caredForAskedOn: null,
  caredForAgreedHow: null,
  goalId: null,
  owner: 'Jo Pugh, Worcestershire hub',
  dueOn: isoDate('2018-04-13'),
  doneOn: null,
  startsOn: isoDate('2018-03-26'),
  reviewOn: null,
  paidBy: 'free',
  provider: null,
  costPence: null,
  version: 1,
}

const weekend: PlanPayment = {
  id: id('41'),
  basis: 'direct_payment',
  amountPence: 300_00,
  frequency: 'once',
  purpose: 'A weekend with her sister',
  needIds: [company.id],
  state: 'proposed',
  agreedOn: null,
  version: 1,
}

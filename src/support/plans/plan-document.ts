import {
  callout,
  fact,
  facts,
  heading,
  list,
  paragraph,
  signatures,
  strong,
  subheading,
} from '#platform/documents/blocks.ts'
import type { Block, Document, Text } from '#platform/documents/document.ts'
import { dayInWords, inWords } from '#platform/lib/dates.ts'
import { pounds } from '#platform/lib/money.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { paymentBases } from '#support/payments/payment.ts'
import type { Review } from '#support/diary/review.ts'
import { planCosts } from './budget.rules.ts'
import { iStatement } from './i-statements.ts'
import type { PlanPeople } from '#support/plan-people.sql.ts'
import { agreedHows, howOften, type PlanAction, type PlanPayment, type WholePlan } from './plan.ts'
import { costInWords, daysInWords, dialled, paymentInWords } from './plan-words.ts'
import { supportMatters } from './support-matters.ts'

export type PlanToPrint = {
  readonly whole: WholePlan
  readonly person: Pick<Person, 'givenName' | 'familyName'>
  readonly people: PlanPeople
  /** The review that comes next, where one is on the list. */
  readonly nextReview: Review | null
}

/** A support plan as its carer reads it: in every format the same words, s.25(1) to (4) and (10). */
export function planDocument(of: PlanToPrint): Document {
  const { whole, person, people } = of
  const { plan } = whole
  return {
    kind: 'plan',
    language: 'en-GB',
    title: plan.state === 'draft' ? 'Your support plan: a draft' : 'Your support plan',
    subtitle: fullName(person),
    authority: people.authority,
    sender: senderOf(people),
    date: plan.agreedOn ?? plan.startedOn,
    reference: `${plan.reference}, plan ${plan.number}`,
    body: [
      whatHappensNext(of),
      ...needsPart(whole),
      ...goalsPart(whole),
      ...supportPart(whole),
      ...moneyPart(whole),
      ...mattersPart(whole),
      ...advicePart(whole),
      ...contingencyPart(whole),
      ...agreementPart(of),
    ],
  }
}

function senderOf({ organisation, town, telephone }: PlanPeople): Document['sender'] {
  const address = town === null ? [] : [town]
  return { name: organisation, address, ...(telephone === null ? {} : { phone: telephone }) }
}

function whatHappensNext({ whole: { plan }, people, nextReview }: PlanToPrint): Block {
  const who = people.worker ?? people.organisation
  const ring = people.telephone === null ? 'Tell us' : `Ring ${people.telephone}`
  const sooner = `${ring} if anything changes before that, or if you want us to look at this plan again.`
  if (plan.state === 'draft') {
    return callout(
      'This is a draft',
      `Nothing here is settled until you have agreed it with ${who}.`,
    )
  }
  if (plan.state !== 'agreed') {
    return callout('This plan is over', 'It is kept so that you can see what was agreed.')
  }
  if (nextReview === null) return callout('What happens next', sooner)
  const when =
    nextReview.dueFrom === null
      ? `by ${dayInWords(nextReview.dueOn)}`
      : `between ${inWords(nextReview.dueFrom)} and ${inWords(nextReview.dueOn)}`
  return callout(
    'What happens next',
    `${who} will talk with you about how it is going ${when}.`,
    sooner,
  )
}

function needsPart({ plan, needs }: WholePlan): readonly Block[] {
  if (needs.length === 0) return []
  const items = needs.map(({ need, eligible }) => {
    if (plan.kind !== 'adult_carer' || eligible === null) return need
    return `${need}. ${eligible ? 'This meets the national eligibility criteria.' : 'This does not meet the national eligibility criteria; our advice about it is below.'}`
  })
  return [heading('What you need'), list(items)]
}

function goalsPart({ goals }: WholePlan): readonly Block[] {
  if (goals.length === 0) return []
  return [
    heading('What you want'),
    list(
      goals.map(({ words, iStatement: statement, answerBefore, answerAfter, met }) => {
        const before =
          answerBefore === null ? '' : ` You told us: ${howOften[answerBefore].toLowerCase()}.`
        const after =
          answerAfter === null ? '' : ` At the review: ${howOften[answerAfter].toLowerCase()}.`
        const end = met === true ? ' You have reached this goal.' : ''
        return [strong(words), `. “${iStatement(statement)}.”${before}${after}${end}`]
      }),
    ),
  ]
}

function supportPart(whole: WholePlan): readonly Block[] {
  const of = (target: PlanAction['target']) =>
    list(whole.actions.filter((one) => one.target === target).map((one) => supportText(whole, one)))
  if (whole.actions.length === 0) return []
  const [own, theirs] = [of('carer'), of('cared_for')]
  return [
    heading('What will be done'),
    ...(isEmpty(own) ? [] : [own]),
    ...(isEmpty(theirs)
      ? []
      : [
          subheading('For the person you look after'),
          paragraph(
            'They were asked, and this is done only because they agreed. You are never charged for it.',
          ),
          theirs,
        ]),
  ]
}

const isEmpty = (block: Block): boolean => block.block === 'list' && block.items.length === 0

function supportText({ needs, goals }: WholePlan, line: PlanAction): Text {
  const by = line.dueOn === null ? '' : ` by ${inWords(line.dueOn)}`
  const provider = line.provider === null ? '' : ` From ${line.provider}.`
  const need = needs.find(({ id }) => id === line.needId)
  const meets = need === undefined ? '' : ` For: ${need.need}.`
  const goal = goals.find(({ id }) => id === line.goalId)
  const serves = goal === undefined ? '' : ` It serves your goal: “${goal.words}”.`
  const more = [daysInWords(line), costInWords(line, 'carer')].flatMap((words) =>
    words === null ? [] : [` ${capital(words)}.`],
  )
  const done = line.doneOn === null ? '' : ` Done on ${inWords(line.doneOn)}.`
  return [
    strong(line.action),
    `. ${line.owner} will see to it${by}.${provider}${more.join('')}${meets}${serves}${done}`,
  ]
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function moneyPart(whole: WholePlan): readonly Block[] {
  const { plan, payments, actions } = whole
  // What was given up while the plan was written never was in it.
  const told = payments.filter(({ state, agreedOn }) => state !== 'cancelled' || agreedOn !== null)
  const blocks: Block[] = []
  if (told.length > 0) blocks.push(list(told.map((payment) => paymentText(whole, payment))))
  if (plan.budgetPence !== null) {
    blocks.push(
      subheading('Your personal budget for the first year'),
      facts(
        fact('What it costs', pounds(plan.budgetPence)),
        fact('What you pay', pounds(plan.personPaysPence ?? 0)),
        fact('What the council pays', pounds(plan.authorityPaysPence ?? 0)),
      ),
    )
    if (planCosts(actions, payments).grants > 0) {
      blocks.push(paragraph('A prevention grant is on top of your personal budget.'))
    }
  }
  return blocks.length === 0 ? [] : [heading('Money'), ...blocks]
}

function paymentText({ needs }: WholePlan, payment: PlanPayment): Text {
  const meets = needs.filter(({ id }) => payment.needIds.includes(id)).map(({ need }) => need)
  const needWords = meets.length === 0 ? '' : ` It meets: ${meets.join('; ')}.`
  const stopped = payment.state === 'cancelled' ? ' This payment was stopped.' : ''
  const basis = paymentBases[payment.basis]
  return [
    strong(paymentInWords(payment)),
    `. ${basis}, for: ${payment.purpose}.${needWords}${stopped}`,
  ]
}

function mattersPart({ plan }: WholePlan): readonly Block[] {
  const heard = supportMatters.filter(({ id }) => plan.matters.includes(id)).map((one) => one.heard)
  return heard.length === 0 ? [] : [heading('What this could help with'), list(heard)]
}

function advicePart({ plan }: WholePlan): readonly Block[] {
  const parts = [
    ['What can help with these needs now', plan.adviceReduce],
    ['What can keep things from getting harder', plan.advicePrevent],
  ] as const
  const given = parts.flatMap(([title, words]) =>
    words === null ? [] : [subheading(title), paragraph(words)],
  )
  return given.length === 0 ? [] : [heading('Our advice'), ...given]
}

function contingencyPart({ plan: { contingency } }: WholePlan): readonly Block[] {
  const { people = [], facts: known, declined } = contingency
  if (people.length === 0 && known === undefined) {
    return declined === true
      ? [
          heading('If you cannot care'),
          paragraph(
            'You told us that you do not want arrangements for this. You can change your mind at any time.',
          ),
        ]
      : []
  }
  return [
    heading('If you cannot care'),
    ...(people.length === 0
      ? []
      : [
          facts(
            ...people.map(({ name, relationship, phone, agreed }) =>
              fact(relationship === '' ? name : `${name}, ${relationship.toLowerCase()}`, [
                strong(dialled(phone)),
                agreed ? '. They have said that they will step in.' : '. Not asked yet.',
              ]),
            ),
          ),
        ]),
    ...(known === undefined ? [] : [subheading('What they must know'), paragraph(known)]),
  ]
}

function agreementPart({ whole: { plan }, person, people }: PlanToPrint): readonly Block[] {
  const carer = fullName(person)
  const worker = { name: people.worker ?? people.organisation, role: people.organisation }
  const rights = paragraph(
    'You may ask for this plan to be looked at again at any time. If you are not happy with it, or with how it was made, tell us first; you may also complain to the council.',
  )
  if (plan.agreedOn === null) {
    return [heading('Agreement'), signatures({ name: carer, role: 'carer' }, worker), rights]
  }
  const how = plan.agreedHow === null ? '' : ` (${agreedHows[plan.agreedHow].toLowerCase()})`
  const others = plan.involved === null ? [] : [fact('Who else took part', plan.involved)]
  const copies =
    plan.copiesTo === null ? [] : [fact('Who gets a copy because you asked', plan.copiesTo)]
  return [
    heading('Agreement'),
    signatures(
      { name: plan.agreedBy ?? carer, role: `carer${how}`, signedOn: plan.agreedOn },
      { ...worker, signedOn: plan.agreedOn },
    ),
    ...(others.length + copies.length === 0 ? [] : [facts(...others, ...copies)]),
    rights,
  ]
}

// Care Act 2014 s.27(4), in force from 1 April 2015: where a plan is revised, the carer is told what changes.
import { inWords } from '#platform/lib/dates.ts'
import { pounds } from '#platform/lib/money.ts'
import { paymentBases } from '#support/payments/payment.ts'
import { iStatement } from './i-statements.ts'
import {
  type Contingency,
  type PlanAction,
  type PlanGoal,
  type PlanNeed,
  type PlanPayment,
  type WholePlan,
} from './plan.ts'
import { costInWords, daysInWords, dialled, paymentInWords } from './plan-words.ts'
import { mattersInWords } from './support-matters.ts'

export type LineChange = 'same' | 'changed' | 'new' | 'done' | 'gone'

export type ChangedLine = {
  readonly part: string
  readonly change: LineChange
  /** What it said; null where it is new. */
  readonly before: string | null
  /** What it says now; null where it is gone or done. */
  readonly after: string | null
}

/** What became of a line, in a word. */
export const lineChanges: Readonly<Record<LineChange, string>> = {
  same: 'As before',
  changed: 'Changed',
  new: 'New',
  done: 'Done',
  gone: 'Taken out',
}

/**
 * A plan beside the one that it goes on from, line by line, in the order of the plan's page: every line
 * of either stands there once. A line that was copied knows where it comes from; where that was not
 * kept, the same words are the same line.
 */
export function planChanges(
  before: WholePlan,
  after: WholePlan,
  readBy: 'worker' | 'carer' = 'worker',
): readonly ChangedLine[] {
  const said = (whole: WholePlan) => (action: PlanAction) => actionWords(action, whole, readBy)
  return [
    ...pairs('Need', before.needs, after.needs, { says: sayTwice(needWords) }),
    ...pairs('Goal', before.goals, after.goals, {
      says: sayTwice(goalWords),
      done: ({ met }) => met === true,
    }),
    ...pairs('Support', before.actions, after.actions, {
      says: [said(before), said(after)],
      done: ({ doneOn }) => doneOn !== null,
    }),
    ...pairs('Money', live(before.payments), live(after.payments), {
      says: sayTwice(moneyWords),
      // A one-off that went out is not paid again.
      done: ({ frequency, state }) => frequency === 'once' && state === 'paid',
    }),
    ...single('Personal budget', budgetWords(before), budgetWords(after)),
    ...single('What it could help with', mattersOf(before), mattersOf(after)),
    ...single('Advice for now', before.plan.adviceReduce, after.plan.adviceReduce),
    ...single('Advice for later', before.plan.advicePrevent, after.plan.advicePrevent),
    ...single(
      readBy === 'carer' ? 'If you cannot care' : 'If the carer cannot care',
      ...bothContingencies(before, after),
    ),
  ]
}

/** Whether anything is other than it was. */
export function hasChanges(lines: readonly ChangedLine[]): boolean {
  return lines.some(({ change }) => change !== 'same')
}

type Line = { readonly id: string; readonly continuesId?: string | null }

type Said<L> = {
  /** The words of a line before, and after. */
  readonly says: readonly [(line: L) => string, (line: L) => string]
  readonly done?: (line: L) => boolean
}

const sayTwice = <L>(says: (line: L) => string) => [says, says] as const

function pairs<L extends Line>(
  part: string,
  before: readonly L[],
  after: readonly L[],
  { says: [was, is], done = () => false }: Said<L>,
): readonly ChangedLine[] {
  const former = formerOf(before, after, [was, is])
  const kept = new Set([...former.values()].map(({ id }) => id))
  return [
    ...after.map((line): ChangedLine => {
      const from = former.get(line.id)
      const now = is(line)
      if (from === undefined) return { part, change: 'new', before: null, after: now }
      const then = was(from)
      return { part, change: then === now ? 'same' : 'changed', before: then, after: now }
    }),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((line): ChangedLine => {
        const change = done(line) ? 'done' : 'gone'
        return { part, change, before: was(line), after: null }
      }),
  ]
}

/** The line that each new line goes on from, none of them twice. */
function formerOf<L extends Line>(
  before: readonly L[],
  after: readonly L[],
  [was, is]: Said<L>['says'],
): ReadonlyMap<string, L> {
  const former = new Map<string, L>()
  const left = new Map(before.map((line) => [line.id, line]))
  const take = (line: L, from: L | undefined) => {
    if (from === undefined) return
    former.set(line.id, from)
    left.delete(from.id)
  }
  for (const line of after) take(line, left.get(line.continuesId ?? ''))
  for (const line of after) {
    if (former.has(line.id)) continue
    take(
      line,
      [...left.values()].find((one) => was(one) === is(line)),
    )
  }
  return former
}

function single(part: string, before: string | null, after: string | null): readonly ChangedLine[] {
  if (before === null && after === null) return []
  const change =
    before === null ? 'new' : after === null ? 'gone' : before === after ? 'same' : 'changed'
  return [{ part, change, before, after }]
}

const live = (payments: readonly PlanPayment[]) =>
  payments.filter(({ state }) => state !== 'cancelled')

function needWords({ need, eligible }: PlanNeed): string {
  if (eligible === null) return need
  return `${need} (${eligible ? 'meets' : 'does not meet'} the eligibility criteria)`
}

/** Without its answers: a goal that goes on begins from the last one, which is no change of the plan. */
function goalWords({ words, iStatement: statement }: PlanGoal): string {
  return `“${words}” ${iStatement(statement)}.`
}

function actionWords(
  action: PlanAction,
  { needs, goals }: WholePlan,
  readBy: 'worker' | 'carer',
): string {
  const need = needs.find(({ id }) => id === action.needId)
  const goal = goals.find(({ id }) => id === action.goalId)
  const whose = action.target === 'cared_for' ? 'For the person who is looked after: ' : ''
  const parts = [
    `${whose}${action.action}`,
    action.owner,
    action.provider,
    daysInWords(action),
    action.dueOn === null ? null : `by ${inWords(action.dueOn)}`,
    costInWords(action, readBy),
    need === undefined ? null : `for the need “${need.need}”`,
    goal === undefined ? null : `for the goal “${goal.words}”`,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

function moneyWords(payment: PlanPayment): string {
  return `${payment.purpose}: ${paymentInWords(payment)}. ${paymentBases[payment.basis]}`
}

function budgetWords({ plan }: WholePlan): string | null {
  const { budgetPence, personPaysPence, authorityPaysPence } = plan
  if (budgetPence === null) return null
  return `${pounds(budgetPence)}: ${pounds(personPaysPence ?? 0)} from the carer, ${pounds(authorityPaysPence ?? 0)} from the council`
}

function mattersOf({ plan: { matters } }: WholePlan): string | null {
  return matters.length === 0 ? null : mattersInWords(matters).join(', ')
}

function bothContingencies(before: WholePlan, after: WholePlan) {
  return [
    contingencyWords(before.plan.contingency),
    contingencyWords(after.plan.contingency),
  ] as const
}

function contingencyWords({ people = [], facts, declined }: Contingency): string | null {
  if (people.length === 0 && facts === undefined) {
    return declined === true ? 'No arrangements are wanted' : null
  }
  const names = people.map(
    ({ name, relationship, phone, agreed }) =>
      `${name}${relationship === '' ? '' : `, ${relationship.toLowerCase()}`}, ${dialled(phone)}${agreed ? '' : ' (not asked yet)'}`,
  )
  return [...names, ...(facts === undefined ? [] : [facts])].join('; ')
}

// What the counted rows of outcomes come to. Small numbers are withheld by the house's own rule, whose
// source and date stand in small-numbers.rules.ts: here a group can be asked for that is as small as one
// carer, so totals are withheld as well as parts, and nothing that a withheld number could be worked out from.
import { iStatements } from '#support/plans/i-statements.ts'
import { howOften, type HowOften } from '#support/plans/plan.ts'
import { percent } from '../measures/measure.ts'
import { type Shown, smallest, withheldIn } from '../measures/small-numbers.rules.ts'
import type { OutcomeCount } from './outcomes.sql.ts'

/** A number by each of its parts, and their share where it may be known. */
export type Parted = {
  readonly total: Shown
  readonly parts: ReadonlyMap<string, Shown>
  /** Of all, those that count as good, in per cent; null where that is withheld or there are none. */
  readonly good: number | null
}

export type StatementFigure = {
  readonly id: string
  readonly asked: Shown
  /** Those who can say it always or most of the time. */
  readonly before: Shown
  readonly after: Shown
}

export type SixFigure = {
  readonly carers: Shown
  /** Means, to one decimal; null where they are withheld or nobody answered twice. */
  readonly before: number | null
  readonly after: number | null
  readonly better: Shown
}

type Counts = readonly OutcomeCount[]

/** Counts by part, as one reader may see them. */
export function parted(
  counts: ReadonlyMap<string, number>,
  good: readonly string[],
  whole: boolean,
): Parted {
  const total = sum(counts.values())
  if (whole) return { total, parts: counts, good: percent(goodOf(counts, good), total) }
  if (total > 0 && total < smallest) {
    const parts = new Map([...counts.keys()].map((key) => [key, 'not shown' as const]))
    return { total: 'fewer than 5', parts, good: null }
  }
  // The share tells what the good ones come to, and so the others: each is a sum that a reader can do.
  const keys = [...counts.keys()]
  const bad = keys.filter((key) => !good.includes(key))
  const parts = withheldIn(counts, [keys, good, bad])
  // A share of good and bad is itself a part: where it or what it leaves is small, it says who they are.
  const liked = goodOf(counts, good)
  const tells = [liked, total - liked].some((count) => count > 0 && count < smallest)
  return { total, parts, good: tells ? null : percent(liked, total) }
}

/** Goals that were reached, of those asked about at a review. */
export function goalsMet(counts: Counts, whole: boolean): Parted {
  const met = sumWhere(counts, (row) => row.met === true)
  const not = sumWhere(counts, (row) => row.met !== true)
  return parted(
    new Map([
      ['met', met],
      ['not_met', not],
    ]),
    ['met'],
    whole,
  )
}

/** How often carers could say the words of their goals, at the plan or at the review. */
export function answers(counts: Counts, when: 'before' | 'after', whole: boolean): Parted {
  const each = Object.keys(howOften).map(
    (answer) => [answer, sumWhere(counts, (row) => row[when] === answer)] as const,
  )
  return parted(new Map(each), often, whole)
}

const often: readonly HowOften[] = ['always', 'most_of_the_time']

/** Each I-statement that any goal served, with how many could say it often before and after. */
export function statements(counts: Counts, whole: boolean): readonly StatementFigure[] {
  return iStatements.flatMap(({ id }) => {
    const own = counts.filter(({ label }) => label === id)
    const asked = sumWhere(own, () => true)
    if (asked === 0) return []
    const said = (when: 'before' | 'after') =>
      sumWhere(own, (row) => often.includes(row[when] as HowOften))
    const shown = (count: number): Shown => {
      if (whole) return count
      if (asked < smallest) return 'not shown'
      const small = [count, asked - count].some((part) => part > 0 && part < smallest)
      return small ? 'not shown' : count
    }
    return [
      {
        id,
        asked: whole || asked >= smallest ? asked : ('fewer than 5' as const),
        before: shown(said('before')),
        after: shown(said('after')),
      },
    ]
  })
}

/** The six questions: the means of first and last scores of those who answered twice. */
export function sixQuestionsFigure(counts: Counts, whole: boolean): SixFigure {
  const carers = sumWhere(counts, () => true)
  if (carers === 0) return { carers: 0, before: null, after: null, better: 0 }
  if (!whole && carers < smallest) {
    return { carers: 'fewer than 5', before: null, after: null, better: 'not shown' }
  }
  const better = sumWhere(counts, ({ met }) => met === true)
  const tells = [better, carers - better].some((part) => part > 0 && part < smallest)
  const mean = (when: 'before' | 'after') =>
    Math.round(
      (10 * counts.reduce((all, row) => all + Number(row[when]) * row.count, 0)) / carers,
    ) / 10
  return {
    carers,
    before: mean('before'),
    after: mean('after'),
    better: !whole && tells ? 'not shown' : better,
  }
}

/** What was said of the support, by each answer there is. */
export function said(
  counts: Counts,
  answersThere: readonly string[],
  good: readonly string[],
  whole: boolean,
): Parted {
  const each = answersThere.map(
    (answer) => [answer, sumWhere(counts, ({ after }) => after === answer)] as const,
  )
  return parted(new Map(each), good, whole)
}

const goodOf = (counts: ReadonlyMap<string, number>, good: readonly string[]): number =>
  sum(good.map((key) => counts.get(key) ?? 0))

const sumWhere = (counts: Counts, where: (row: OutcomeCount) => boolean): number =>
  sum(counts.filter(where).map(({ count }) => count))

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((all, one) => all + one, 0)
}

import type { IsoDate } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { choice, day, optionalChoice, optionalText, text, tick } from '#platform/web/fields.ts'
import { type Body, form, type FieldFault, type FormState } from '#platform/web/form.ts'
import { howOften, type HowOften, type PlanGoal } from '#support/plans/plan.ts'
import type { HeldReview } from './hold-review.ts'
import {
  type Feedback,
  type Recommend,
  recommends,
  type Review,
  type ReviewOutcome,
  type Satisfaction,
  satisfactions,
} from '#support/diary/review.ts'

type Asked = {
  readonly review: Pick<Review, 'kind'>
  readonly goals: readonly PlanGoal[]
  readonly agreedOn: IsoDate
  readonly today: IsoDate
  /** Whether the carer said at home how satisfied they are: then it is not asked again. */
  readonly feedbackGiven: boolean
}

const often = Object.keys(howOften) as HowOften[]
const outcomes = ['continue', 'change', 'end'] as const satisfies readonly ReviewOutcome[]

/** Goals and breaks belong to a review of the plan; one of the direct payment alone asks only about the money. */
export function asksGoals({ kind }: Pick<Review, 'kind'>): boolean {
  return kind !== 'direct_payment'
}

/** What was written down of a review, or what is wrong with it. */
export function readReview(
  body: Body,
  asked: Asked,
): Result<Omit<HeldReview, 'nextPlanId'>, FormState> {
  const whole = asksGoals(asked.review)
  const said = saidForm(asked).read(body)
  const breaks = whole ? breaksForm.read(body) : ok({ breaks: null })
  const feedback = whole && !asked.feedbackGiven ? feedbackForm.read(body) : ok(nothingSaid)
  const answers = (whole ? asked.goals : []).map((goal) => readAnswer(body, goal))
  const faults = [
    ...answers.flatMap((answer) => (answer.ok ? [] : answer.error)),
    ...(said.ok ? [] : said.error.faults),
    ...(breaks.ok ? [] : breaks.error.faults),
    ...(feedback.ok ? [] : feedback.error.faults),
  ]
  if (!said.ok || !breaks.ok || !feedback.ok || faults.length > 0) {
    return refused({ typed: body, faults: faults.toSorted(asOnThePage) })
  }
  const { doneOn, changed, working, notWorking, outcome, reason, paymentsToo } = said.value
  return ok({
    doneOn,
    outcome,
    paymentsToo,
    words: {
      changed,
      ...(working === null ? {} : { working }),
      ...(notWorking === null ? {} : { notWorking }),
      ...(reason === null ? {} : { reason }),
    },
    breaksDiscussed: breaks.value.breaks === null ? null : breaks.value.breaks === 'yes',
    feedback: feedbackOf(feedback.value),
    answers: answers.flatMap((answer) => (answer.ok ? [answer.value] : [])),
  })
}

/** Goals stand between the day and what changed, breaks before what follows. */
const places = [
  'doneOn',
  'goals',
  'changed',
  'working',
  'notWorking',
  'breaks',
  'satisfaction',
  'recommend',
  'feedbackWords',
  'outcome',
  'reason',
]

function asOnThePage(one: FieldFault, other: FieldFault): number {
  const place = ({ field }: FieldFault) => places.indexOf(places.includes(field) ? field : 'goals')
  return place(one) - place(other)
}

/** How satisfied the carer is and whether they would recommend the support; each may be left out. */
export const feedbackForm = form({
  satisfaction: optionalChoice(
    Object.keys(satisfactions) as Satisfaction[],
    'Select how satisfied the carer is, or leave it out',
  ),
  recommend: optionalChoice(
    Object.keys(recommends) as Recommend[],
    'Select whether the carer would recommend the support, or leave it out',
  ),
  feedbackWords: optionalText(1000),
})

const nothingSaid = { satisfaction: null, recommend: null, feedbackWords: null }

/** What was said of the support; null where nothing was. */
export function feedbackOf(read: {
  readonly satisfaction: Satisfaction | null
  readonly recommend: Recommend | null
  readonly feedbackWords: string | null
}): Feedback | null {
  const { satisfaction, recommend, feedbackWords: words } = read
  if (satisfaction === null && recommend === null && words === null) return null
  return { satisfaction, recommend, words }
}

const breaksForm = form({
  breaks: choice(['yes', 'no'], 'Say whether you talked about breaks from caring'),
})

const saidForm = ({ agreedOn, today, review }: Asked) =>
  form(
    {
      doneOn: day('Enter the day on which you talked', 'The day on which you talked', {
        notBefore: { date: agreedOn, words: 'The review must not be before the plan was agreed' },
        notAfter: {
          date: today,
          words: 'The day on which you talked must be today or in the past',
        },
      }),
      changed: text(
        review.kind === 'direct_payment'
          ? 'Write what the money was used for'
          : 'Write what has changed, or that nothing has',
        4000,
      ),
      working: optionalText(4000),
      notWorking: optionalText(4000),
      paymentsToo: tick(),
      outcome: choice(outcomes, 'Select what follows from the review'),
      reason: optionalText(500),
    },
    ({ outcome, reason }): readonly FieldFault[] =>
      outcome === 'end' && reason === null
        ? [{ field: 'reason', message: 'Write why the plan ends' }]
        : [],
  )

function readAnswer(
  body: Body,
  { id, words }: PlanGoal,
): Result<HeldReview['answers'][number], readonly FieldFault[]> {
  const answerForm = form({
    [`answer-${id}`]: choice(often, `Select how often the carer can say: “${words}”`),
    [`met-${id}`]: choice(['yes', 'no'], `Say whether this goal is reached: “${words}”`),
  })
  const read = answerForm.read(body)
  if (!read.ok) return refused(read.error.faults)
  const answer = read.value[`answer-${id}`] as HowOften
  return ok({ goalId: id, answer, met: read.value[`met-${id}`] === 'yes' })
}

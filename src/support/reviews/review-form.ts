import type { IsoDate } from '#platform/lib/dates.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import { choice, day, optionalText, text, tick } from '#platform/web/fields.ts'
import { type Body, form, type FieldFault, type FormState } from '#platform/web/form.ts'
import { howOften, type HowOften, type PlanGoal } from '#support/plans/plan.ts'
import type { HeldReview } from './hold-review.ts'
import type { Review, ReviewOutcome } from '#support/diary/review.ts'

type Asked = {
  readonly review: Pick<Review, 'kind'>
  readonly goals: readonly PlanGoal[]
  readonly agreedOn: IsoDate
  readonly today: IsoDate
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
  const answers = (whole ? asked.goals : []).map((goal) => readAnswer(body, goal))
  const faults = [
    ...answers.flatMap((answer) => (answer.ok ? [] : answer.error)),
    ...(said.ok ? [] : said.error.faults),
    ...(breaks.ok ? [] : breaks.error.faults),
  ]
  if (!said.ok || !breaks.ok || faults.length > 0) {
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
  'outcome',
  'reason',
]

function asOnThePage(one: FieldFault, other: FieldFault): number {
  const place = ({ field }: FieldFault) => places.indexOf(places.includes(field) ? field : 'goals')
  return place(one) - place(other)
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

import {
  callout,
  fact,
  facts,
  heading,
  list,
  paragraph,
  signOff,
  strong,
  subheading,
} from '#platform/documents/blocks.ts'
import type { Block, Document } from '#platform/documents/document.ts'
import { dayInWords, inWords, type IsoDate, isoDate } from '#platform/lib/dates.ts'
import { fullName } from '#people/persons/person.ts'
import { recommends, type Review, satisfactions } from '#support/diary/review.ts'
import { iStatement } from '#support/plans/i-statements.ts'
import { lineChanges, planChanges } from '#support/plans/plan-changes.rules.ts'
import { howOften, planName, type WholePlan } from '#support/plans/plan.ts'
import { answerFor, type ReviewOf } from './review-of.ts'

export type ReviewToPrint = ReviewOf & {
  /** The review that comes next, where one is on the list. */
  readonly nextReview: Review | null
}

/** A held review as its carer reads it, in every format the same words: Care Act 2014 s.27. */
export function reviewDocument(of: ReviewToPrint): Document {
  const { review, whole, person, people } = of
  const { organisation, town, telephone } = people
  return {
    kind: 'plan',
    language: 'en-GB',
    title: 'Your review: what we talked about',
    subtitle: fullName(person),
    authority: people.authority,
    sender: {
      name: organisation,
      address: town === null ? [] : [town],
      ...(telephone === null ? {} : { phone: telephone }),
    },
    date: heldOn(review),
    reference: planName(whole.plan),
    body: [
      whatFollows(of),
      ...talkPart(of),
      ...goalsPart(of),
      ...changesPart(of),
      ...feedbackPart(of),
      ...rightsPart(of),
    ],
  }
}

const heldOn = ({ doneOn, dueOn }: Review): IsoDate => isoDate(doneOn ?? dueOn)

const who = ({ reviewer, people }: ReviewOf): string =>
  reviewer ?? people.worker ?? people.organisation

function whatFollows({ review, next, nextReview, people }: ReviewToPrint): Block {
  const said = {
    continue: 'Your plan goes on as it is.',
    change:
      next?.plan.state === 'agreed' || next?.plan.state === 'replaced'
        ? 'Your plan changed. What changed is below, and the whole plan comes to you by itself.'
        : 'Your plan will change. We write the new one with you; until you have agreed it, your plan goes on as it is.',
    end: `Your plan ended.${review.words.reason === undefined ? '' : ` ${review.words.reason}`}`,
  }[review.outcome ?? 'continue']
  const again =
    nextReview === null
      ? []
      : [`We will talk with you again by ${dayInWords(isoDate(nextReview.dueOn))}.`]
  const ring = people.telephone === null ? 'Tell us' : `Ring ${people.telephone}`
  return callout('What happens next', said, ...again, `${ring} if anything changes before that.`)
}

function talkPart(of: ReviewToPrint): readonly Block[] {
  const { review } = of
  const { changed, working, notWorking } = review.words
  const money = review.kind === 'direct_payment'
  const parts = [
    [money ? 'What the money was used for' : 'What has changed', changed],
    ['What works', working],
    ['What does not', notWorking],
  ] as const
  return [
    heading('What you told us'),
    paragraph(`${who(of)} talked with you on ${inWords(heldOn(review))}. This is what you said.`),
    ...parts.flatMap(([title, words]) =>
      words === undefined ? [] : [subheading(title), paragraph(words)],
    ),
    ...(review.breaksDiscussed === true
      ? [paragraph('We also talked about breaks from caring.')]
      : []),
  ]
}

function goalsPart({ whole: { goals }, answers, review }: ReviewToPrint): readonly Block[] {
  if (goals.length === 0 || review.kind === 'direct_payment') return []
  return [
    heading('What you want, then and now'),
    list(
      goals.map((goal) => {
        const before =
          goal.answerBefore === null
            ? ''
            : ` At the start: ${howOften[goal.answerBefore].toLowerCase()}.`
        const now = answerFor(goal, answers, 'worker')?.answer ?? goal.answerAfter
        const after = now === null ? '' : ` Now: ${howOften[now].toLowerCase()}.`
        const end = goal.met === true ? ' You have reached this goal.' : ''
        return [strong(goal.words), `. “${iStatement(goal.iStatement)}.”${before}${after}${end}`]
      }),
    ),
  ]
}

function changesPart({ whole, next }: ReviewToPrint): readonly Block[] {
  // A draft is nobody's plan yet, and may still be written otherwise.
  if (next === null || next.plan.agreedOn === null) return []
  const lines = planChanges(whole, next, 'carer')
  const differs = lines.filter(({ change }) => change !== 'same')
  const same = lines.length - differs.length
  return [
    heading(
      `What changed in your plan, number ${next.plan.number} beside number ${whole.plan.number}`,
    ),
    ...(differs.length === 0 ? [] : [facts(...differs.map(changedFact))]),
    paragraph(
      same === 1
        ? 'One line of your plan stays as it was.'
        : `${same} lines of your plan stay as they were.`,
    ),
  ]
}

function changedFact({
  part,
  change,
  before,
  after,
}: ReturnType<typeof planChanges>[number]): ReturnType<typeof fact> {
  const said = {
    same: after ?? '',
    changed: `Before: ${before}. Now: ${after}.`,
    new: `${after}.`,
    done: `${before}.`,
    gone: `${before}.`,
  }[change]
  return fact(`${part}: ${lineChanges[change].toLowerCase()}`, said.replaceAll(/([.!?])\./g, '$1'))
}

function feedbackPart({ feedback }: ReviewToPrint): readonly Block[] {
  if (feedback === null) return []
  const { satisfaction, recommend, words } = feedback
  return [
    heading('What you say of the support'),
    facts(
      ...(satisfaction === null
        ? []
        : [fact('How satisfied you are', satisfactions[satisfaction])]),
      ...(recommend === null ? [] : [fact('Would you recommend it', recommends[recommend])]),
      ...(words === null ? [] : [fact('In your words', words)]),
    ),
  ]
}

function rightsPart(of: ReviewToPrint): readonly Block[] {
  return [
    paragraph(
      'If something here is not as you said it, tell us and we put it right. You may ask for your plan to be looked at again at any time. If you are not happy with the review, tell us first; you may also complain to the council.',
    ),
    signOff({ name: who(of), role: of.people.organisation }),
  ]
}

/** What a copy of a written review is called as a file, without its ending. */
export function reviewCopyName({
  review,
  whole,
}: {
  readonly review: Review
  readonly whole: WholePlan
}): string {
  return `review-${whole.plan.reference}-${heldOn(review)}`
}

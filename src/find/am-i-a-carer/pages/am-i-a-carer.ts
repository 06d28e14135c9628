import type { Door, Page, Reply } from '#platform/web/page.ts'
import { page, see, show, showAgain } from '#platform/web/page.ts'
import type { Body } from '#platform/web/form.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { answered, answersFrom, type Answers } from '../answers.ts'
import {
  nextQuestion,
  questionBefore,
  questionOf,
  wayFor,
  type Question,
  type Way,
} from '../questions.ts'
import { questionView } from './question.view.ts'
import { whatYouCanHaveView } from './what-you-can-have.view.ts'

const ways: Readonly<Record<Way, { readonly path: string; readonly door: Door }>> = {
  adult: { path: '/am-i-a-carer', door: 'public' },
  young: { path: '/young-carers/am-i-a-young-carer', door: 'young' },
}

export const amIACarerPage = checkPage('adult')
export const amIAYoungCarerPage = checkPage('young')

/**
 * All questions of a way, one at a time, at one address. Answers are neither stored nor in the
 * address: each page posts those given so far in hidden fields.
 */
function checkPage(way: Way): Page {
  return page({
    ...ways[way],
    may: 'anyone',
    get: async () => {
      const [first] = [nextQuestion({}, way)]
      return first === null ? see('/') : show(questionView({ way, question: first, answers: {} }))
    },
    post: async ({ body, clock }) => step(way, body, clock.today()),
  })
}

function step(way: Way, body: Body, today: IsoDate): Reply {
  const answers = answersFrom(body)
  const question = questionOf(only(body['question']))
  const wanted = askedFor(body, question, answers, way)
  if (wanted) return show(questionView({ way, question: wanted, answers }))
  if (question && answered(answers, question.id).length === 0) {
    return showAgain(questionView({ way, question, answers, fault: question.refusal }))
  }
  // Only an answer just given leads to the other way: what was carried along was asked here.
  if (question?.id === 'age' && wayFor(answers, way) !== way) {
    return see(way === 'adult' ? '/young-carers' : ways.adult.path)
  }
  const next = nextQuestion(answers, way)
  if (next) return show(questionView({ way, question: next, answers }))
  return show(whatYouCanHaveView({ way, answers, today }))
}

/** The question that a "Back" or a "Change" asks to see again. */
function askedFor(
  body: Body,
  question: Question | undefined,
  answers: Answers,
  way: Way,
): Question | null | undefined {
  const change = questionOf(only(body['change']))
  if (change) return change
  return question && body['go'] === 'back' ? questionBefore(question.id, answers, way) : null
}

function only(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}

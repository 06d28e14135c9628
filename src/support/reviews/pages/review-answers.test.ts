import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readPdf } from '#platform/documents/pdf-for-tests.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { newReference } from '#platform/lib/reference.ts'
import { firstReview } from '#support/diary/review-dates.rules.ts'
import { getReview, insertReview } from '#support/diary/reviews.sql.ts'
import {
  getWholePlan,
  insertAction,
  insertGoal,
  updateGoal,
} from '#support/plans/plan-lines.sql.ts'
import { plans } from '#support/plans/room.ts'
import { insertPlan, replaceAgreed, updateAsAgreed } from '#support/plans/plans.sql.ts'
import { supportHouse } from '../../testing.ts'
import { ownReviewsPanel } from '../own-reviews.ts'
import { findFeedback, listAnswers } from '../review-answers.sql.ts'
import { reviews } from '../room.ts'

const house = await supportHouse([plans, reviews])
const { as, assessor: jo } = house
const agreedOn = isoDate('2018-02-05')
const hub = jo.actor.organisationIds[0]!
const agreement = {
  on: agreedOn,
  by: 'Margaret',
  how: 'in_person',
  involved: null,
  copiesTo: null,
} as const

/** A carer signed in whose plan has one goal and a first review to come. */
async function aReview() {
  const carer = await house.aCarer()
  const [planId, goalId, id] = [newId(), newId(), newId()]
  const of = { id: planId, personId: carer.id }
  const reference = newReference('PLN')
  const by = { organisationId: hub, kind: 'adult_carer', startedOn: agreedOn } as const
  const { kind, dueFrom, dueOn } = firstReview(agreedOn)
  await as(jo.actor, async (tx) => {
    await insertPlan(tx, { ...of, ...by, reference, number: 1, workerId: jo.actor.accountId })
    const goal = {
      words: 'See my <sister>',
      iStatement: 'relationships',
      answerBefore: 'never',
    } as const
    await insertGoal(tx, of, { id: goalId, ...goal })
    await insertAction(tx, of, {
      id: newId(),
      action: 'Night alarm',
      target: 'carer',
      owner: 'Jo Pugh',
      needId: null,
      goalId,
      dueOn: null,
      startsOn: null,
      reviewOn: null,
      provider: null,
      costPence: 40_00,
      paidBy: 'carer',
      caredForAgreed: null,
      caredForAskedOn: null,
      caredForAgreedHow: null,
    })
    await updateAsAgreed(tx, planId, agreement)
    const on = { planId, personId: carer.id, organisationId: hub, reviewerId: jo.actor.accountId }
    await insertReview(tx, { id, ...on, kind, dueFrom, dueOn })
  })
  const margaret = await house.signIn({ duties: ['carer'], name: 'Margaret', personId: carer.id })
  return { id, at: `/reviews/${id}`, planId, goalId, carer, margaret, reference }
}

const told = (goalId: string) => ({
  version: 1,
  nextPlanId: newId(),
  'doneOn-day': '3',
  'doneOn-month': '4',
  'doneOn-year': '2018',
  [`answer-${goalId}`]: 'most_of_the_time',
  [`met-${goalId}`]: 'no',
  changed: 'Brian is home from hospital',
  breaks: 'yes',
  outcome: 'continue',
})
const home = '/my/plan/before-review'

describe('before a review', () => {
  it('the carer answers at home, changes an answer, and who reviews finds it in the form', async () => {
    const { margaret, goalId, id, at } = await aReview()
    const form = await margaret.get(home)
    assert.match(form.text, /See my <sister>.*I can keep up the relationships that matter to me/)
    for (const answer of ['never', 'some_of_the_time']) {
      const sent = await margaret.post(home, {
        [`answer-${goalId}`]: answer,
        satisfaction: 'quite',
      })
      assert.equal(sent.location, home)
    }
    assert.match((await margaret.get(home)).text, /We have your answers of 3 April 2018/)
    assert.deepEqual(await as(jo.actor, (tx) => listAnswers(tx, id)), [
      { goalId, answer: 'some_of_the_time', answeredBy: 'carer', answeredOn: '2018-04-03' },
    ])
    const held = await jo.get(at)
    assert.match(held.text, /They answered at home on 3 April 2018: some of the time/)
    assert.match(held.text, /at home on 3 April 2018 How satisfied Quite satisfied/)
    assert.match(
      held.html,
      /value="some_of_the_time"[^>]* checked|checked[^>]* value="some_of_the_time"/,
    )
  })

  const refusals: readonly [string, (goalId: string) => Record<string, string>, RegExp][] = [
    ['nothing at all', () => ({}), /Answer at least one question/],
    [
      'an answer that is none of the four',
      (goalId) => ({ [`answer-${goalId}`]: 'often' }),
      /Choose one of the four answers/,
    ],
    [
      'a satisfaction that is none',
      () => ({ satisfaction: '11', feedbackWords: 'Kind' }),
      /Select how satisfied/,
    ],
    ['words without end', () => ({ feedbackWords: 'x'.repeat(1001) }), /1,?000 characters/],
  ]
  for (const [name, values, words] of refusals)
    it(`${name} is refused and nothing is kept`, async () => {
      const { margaret, goalId, id } = await aReview()
      const sent = await margaret.post(home, values(goalId))
      assert.equal(sent.status, 422)
      assert.match(sent.text, words)
      assert.deepEqual(await as(jo.actor, (tx) => listAnswers(tx, id)), [])
      assert.equal(await as(jo.actor, (tx) => findFeedback(tx, id)), null)
    })

  it('what was said of the support can be taken back', async () => {
    const { margaret, goalId, id } = await aReview()
    await margaret.post(home, { feedbackWords: 'Too slow' })
    await margaret.post(home, { [`answer-${goalId}`]: 'never', feedbackWords: '' })
    assert.equal(await as(jo.actor, (tx) => findFeedback(tx, id)), null)
  })

  it('somebody without a review to come is led to their plan, and a goal of another is not theirs', async () => {
    const carer = await house.aCarer()
    const nobody = await house.signIn({ duties: ['carer'], personId: carer.id })
    assert.equal((await nobody.get(home)).location, '/my/plan')
    assert.equal((await nobody.post(home, { satisfaction: 'very' })).location, '/my/plan')
    const [one, other] = [await aReview(), await aReview()]
    await one.margaret.post(home, { [`answer-${other.goalId}`]: 'never', recommend: 'yes' })
    assert.deepEqual(await as(jo.actor, (tx) => listAnswers(tx, other.id)), [])
  })

  it('the carer’s own page leads there, and later to what was said', async () => {
    const { margaret, goalId, at, carer } = await aReview()
    const panel = () =>
      as(margaret.actor, (tx) =>
        ownReviewsPanel.show(tx, {
          personId: carer.id,
          actor: margaret.actor,
          today: isoDate('2018-04-03'),
        }),
      )
    assert.match(String((await panel())?.body), /before-review/)
    await jo.post(at, told(goalId))
    assert.match(String((await panel())?.body), /What we said on 3 April 2018/)
  })
})

describe('what the carer says of the support', () => {
  it('is asked in the talk and shown with the review', async () => {
    const { at, id, goalId } = await aReview()
    const said = { satisfaction: 'very', recommend: 'perhaps', feedbackWords: 'Jo listens' }
    await jo.post(at, { ...told(goalId), ...said })
    assert.deepEqual(await as(jo.actor, (tx) => findFeedback(tx, id)), {
      satisfaction: 'very',
      recommend: 'perhaps',
      words: 'Jo listens',
      saidBy: 'worker',
      saidOn: '2018-04-03',
    })
    assert.match(
      (await jo.get(at)).text,
      /in the talk on 3 April 2018 How satisfied Very satisfied Would recommend it Perhaps In their words Jo listens/,
    )
  })

  it('may be left out, and is not asked again of who said it at home', async () => {
    const { at, id, goalId, margaret } = await aReview()
    await margaret.post(home, { satisfaction: 'not_at_all' })
    await jo.post(at, { ...told(goalId), satisfaction: 'very' })
    assert.equal((await as(jo.actor, (tx) => findFeedback(tx, id)))?.satisfaction, 'not_at_all')
    const other = await aReview()
    await jo.post(other.at, told(other.goalId))
    assert.equal(await as(jo.actor, (tx) => findFeedback(tx, other.id)), null)
  })

  it('that is no answer is refused, and the review keeps what was typed', async () => {
    const { at, goalId, id } = await aReview()
    const sent = await jo.post(at, { ...told(goalId), recommend: 'maybe' })
    assert.equal(sent.status, 422)
    assert.match(sent.text, /Select whether the carer would recommend the support/)
    assert.match(sent.html, /Brian is home from hospital/)
    assert.equal((await as(jo.actor, (tx) => getReview(tx, id))).doneOn, null)
  })
})

/** The review held, the plan changed at it and the new number agreed. */
async function aChangedPlan() {
  const review = await aReview()
  const sent = { ...told(review.goalId), outcome: 'change' }
  await jo.post(review.at, sent)
  const next = sent.nextPlanId
  await as(jo.actor, async (tx) => {
    const { goals } = await getWholePlan(tx, next)
    const { id, version, iStatement, answerBefore } = goals[0]!
    await updateGoal(
      tx,
      { id, version },
      { words: 'See my sister weekly', iStatement, answerBefore },
    )
  })
  return { ...review, next }
}

describe('the reviewed plan beside the old', () => {
  it('shows line by line what changed, to the worker at once and to the carer once it is agreed', async () => {
    const { next, margaret, reference, at } = await aChangedPlan()
    const { text } = await jo.get(`/plans/${next}/changes`)
    assert.match(text, /Goal Changed “See my <sister>”.*“See my sister weekly”/)
    assert.match(text, /Support Changed Night alarm/)
    assert.match((await jo.get(at)).html, new RegExp(`/plans/${next}/changes`))
    assert.equal((await margaret.get('/my/plan/changes')).location, '/my/plan')
    await as(jo.actor, async (tx) => {
      await replaceAgreed(tx, reference)
      await updateAsAgreed(tx, next, { ...agreement, on: isoDate('2018-04-03') })
    })
    const mine = await margaret.get('/my/plan/changes')
    assert.match(mine.text, /Goal Changed “See my <sister>”/)
    assert.match(mine.text, /paid by you/)
    assert.match((await margaret.get('/my/plan')).html, /href="\/my\/plan\/changes"/)
  })

  it('is not there for a first plan', async () => {
    const { planId } = await aReview()
    assert.equal((await jo.get(`/plans/${planId}/changes`)).status, 404)
  })
})

describe('the written review', () => {
  it('is a document in each format, of what was said, for worker and carer', async () => {
    const { at, id, goalId, margaret } = await aReview()
    assert.equal((await jo.get(`${at}/copy/text`)).status, 404)
    await jo.post(at, { ...told(goalId), satisfaction: 'very' })
    const own = await margaret.get(`/my/reviews/${id}/copy/text`)
    assert.match(own.html, /Brian is home from hospital/)
    assert.match(own.html, /At the start: never\. Now: most of the time/)
    assert.match(own.html, /Very satisfied/)
    const pdf = await readPdf((await jo.get(`${at}/copy/pdf`)).response.rawPayload)
    assert.match(pdf.text.replaceAll(/\s+/g, ' '), /Your review: what we talked about/)
    const other = await aReview()
    assert.equal((await other.margaret.get(`/my/reviews/${id}/copy/text`)).status, 404)
  })

  it('says line by line what changed once the new plan is agreed', async () => {
    const { id, next, reference, margaret } = await aChangedPlan()
    const before = await margaret.get(`/my/reviews/${id}/copy/text`)
    assert.match(before.html, /We write the new one with you/)
    await as(jo.actor, async (tx) => {
      await replaceAgreed(tx, reference)
      await updateAsAgreed(tx, next, { ...agreement, on: isoDate('2018-04-03') })
    })
    const after = await margaret.get(`/my/reviews/${id}/copy/text`)
    assert.match(
      after.html.replaceAll(/\s+/g, ' '),
      /Goal: changed.*Before: “See my <sister>”.*Now: “See my sister weekly”/,
    )
  })

  it('is sent once as the carer reads, refused without a way, and not before it was held', async () => {
    const { at, id, goalId } = await aReview()
    assert.equal((await jo.get(`${at}/send`)).status, 404)
    await jo.post(at, told(goalId))
    const form = await jo.get(`${at}/send`)
    assert.match(form.text, /By email to margaret@example.org/)
    const wrong = await jo.post(`${at}/send`, { sentBefore: '', way: 'pigeon', format: 'pdf' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Select how to send the review/)
    for (const _ of ['once', 'twice'])
      await jo.post(`${at}/send`, { sentBefore: '', way: 'email', format: 'text' })
    const review = await as(jo.actor, (tx) => getReview(tx, id))
    assert.equal(review.sentAs, 'text')
    const sent = await house.asSystem((tx) =>
      tx
        .selectFrom('message')
        .select(['subject', 'body'])
        .where('personId', '=', review.personId)
        .execute(),
    )
    assert.deepEqual(
      sent.map(({ subject }) => subject),
      ['The review of your support plan'],
    )
    assert.match(sent[0]!.body, /Brian is home from hospital/)
    assert.match((await jo.get(at)).text, /Sent to the carer 3 April 2018, plain text/)
  })
})

import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { assessHouse } from '../../testing.ts'
import { getAssessment, listAssessments } from '../assessments.sql.ts'
import { countEnded, listOffers } from '../offers.sql.ts'
import { assessmentPanel, assessmentTimeline } from '../on-the-record.ts'
import { assessments } from '../room.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([assessments])
const { as, jo, aCarer } = house
const adviser = await house.signIn({ duties: ['adviser'] })
const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
const on = (name: string, day: number) => ({
  [`${name}-day`]: String(day),
  [`${name}-month`]: '4',
  [`${name}-year`]: '2018',
})
const today = isoDate('2018-04-03')

async function offered(more: Record<string, string>) {
  const carer = await aCarer()
  const path = `/carers/${carer}/offer-assessment`
  const id = (await adviser.get(path)).field('id')!
  const typed = { id, kind: 'adult_carer', combined: 'no', ...on('on_day', 2), ...more }
  const done = await adviser.post(path, typed)
  return { carer, path, id, typed, done }
}

const offersOf = (carer: string) => as(jo.actor, (tx) => listOffers(tx, carer))
const words = 'Says that her sister does enough'

describe('an assessment that is offered', () => {
  for (const state of ['declined', 'refused', 'not_offered']) {
    it(`is not ${state} without a reason that fits and words, and keeps what was typed`, async () => {
      const { done, carer, path, typed } = await offered({ state })
      assert.equal(done.status, 422)
      assert.match(done.text, /Select why Enter/)
      const unfit = await adviser.post(path, { ...typed, reason: 'died', words })
      assert.match(unfit.text, /Select a reason that goes with/)
      assert.ok(unfit.text.includes(words))
      assert.deepEqual(await offersOf(carer), [])
      for (let times = 0; times < 2; times += 1) {
        const kept = await adviser.post(path, { ...typed, reason: 'other', words })
        assert.equal(kept.location, `/carers/${carer}`)
      }
      const all = await offersOf(carer)
      assert.deepEqual(
        all.map((offer) => [offer.state, offer.reason, offer.words, offer.answeredOn]),
        [[state, 'other', words, '2018-04-02']],
      )
    })
  }

  it('starts the clock where the carer says yes, once', async () => {
    const { carer, path, typed } = await offered({ state: 'accepted' })
    await adviser.post(path, typed)
    const all = await as(jo.actor, (tx) => listAssessments(tx, carer))
    assert.deepEqual(
      all.map(({ state, askedOn }) => [state, askedOn]),
      [['asked', '2018-04-02']],
    )
    assert.equal((await offersOf(carer))[0]?.assessmentId, all[0]?.id)
  })

  it('waits for its answer on the record, and is not answered in silence', async () => {
    const { carer, id } = await offered({ state: 'offered', combined: 'yes' })
    const of = { personId: carer, actor: adviser.actor, today }
    const panel = await as(adviser.actor, (tx) => assessmentPanel.show(tx, of))
    assert.match(String(panel?.body), /combined with that of the person looked after/)
    assert.match(String(panel?.body), /offered, not answered yet/)
    const path = `/assessment-offers/${id}`
    assert.equal((await adviser.post(path, {})).status, 422)
    const early = { state: 'refused', ...on('answered_on', 1) }
    assert.match((await adviser.post(path, early)).text, /on or after the day of the offer/)
    const bare = { state: 'refused', ...on('answered_on', 3) }
    assert.match((await adviser.post(path, bare)).text, /Select why Enter what the carer said/)
    const unfit = await adviser.post(path, { ...bare, reason: 'died', words })
    assert.match(unfit.text, /Select a reason that goes with “refused by the carer”/)
    const kept = await adviser.post(path, { ...bare, reason: 'interests_conflict', words })
    assert.equal(kept.location, `/carers/${carer}`)
    assert.equal((await adviser.post(path, { state: 'accepted' })).location, path)
    assert.match((await adviser.get(path)).text, /Refused by the carer .* conflict/)
    const entries = await as(jo.actor, (tx) => assessmentTimeline.list(tx, of))
    assert.deepEqual(
      entries.map(({ title }) => title.replace(/^.*looked after/, '')),
      [' offered', ': refused by the carer'],
    )
  })

  it('is listed and counted with those that ended unheld, and in no other hub', async () => {
    await offered({ state: 'not_offered', reason: 'no_appearance', words })
    const ended = await house.anAssessment(await aCarer(), 'asked')
    await jo.post(`/assessments/${ended}/end`, { how: 'refused', reason: 'enough_help', words })
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, ended))).state, 'refused')
    const between = { from: isoDate('2018-04-01'), to: today, state: null }
    const counts = await as(jo.actor, (tx) => countEnded(tx, { actor: jo.actor, ...between }))
    const count = (state: string, reason: string | null) =>
      counts.find((each) => each.state === state && each.reason === reason)?.count
    assert.equal(count('not_offered', 'no_appearance'), 1)
    assert.equal(count('refused', 'enough_help'), 1)
    const shown = await jo.get('/assessment-offers?from=2018-04-01&to=2018-04-03&state=not_offered')
    assert.match(shown.text, /It does not appear that they may need support, now or later 1/)
    assert.doesNotMatch(shown.text, /Has the help they want/)
    assert.match(
      (await elsewhere.get('/assessment-offers')).text,
      /There is nothing in this period/,
    )
    const wrong = await jo.get('/assessment-offers?from=soon')
    assert.match(wrong.text, /From must be a real date/)
  })
})

test('the database keeps no ending without a reason', async () => {
  const id = await house.anAssessment(await aCarer(), 'asked')
  const end = as(jo.actor, (tx) =>
    tx
      .updateTable('assessment')
      .set({ state: 'withdrawn', closedOn: today, closedWords: 'x' })
      .where('id', '=', id)
      .execute(),
  )
  await assert.rejects(end, /assessment_ended/)
})

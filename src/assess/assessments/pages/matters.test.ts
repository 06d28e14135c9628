import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { assessHouse } from '../../testing.ts'
import { getAssessment } from '../assessments.sql.ts'
import { countMatters, listMatters } from '../matters.sql.ts'
import { assessments } from '../room.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([assessments])
const { as, jo } = house
const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
const day = (name: string, date = '3') => ({
  [`${name}-day`]: date,
  [`${name}-month`]: '3',
  [`${name}-year`]: '2018',
})
const completed = { ...day('completed_on'), 'completed_on-month': '4' }

async function answered(typed: Record<string, string | readonly string[]>) {
  const id = await house.anAssessmentOf(await house.aCarer(), 'adult_carer')
  const at = `/assessments/${id}`
  await jo.post(`${at}/begin`, {})
  await house.answerAll(id)
  const path = `${at}/sections/taking-part`
  const version = (await jo.get(path)).field('version-taking-part')!
  const saved = await jo.post(path, {
    'version-taking-part': version,
    method: 'home_visit',
    ...day('information_given_on', '1'),
    carer_took_part: 'yes',
    others_asked_for: 'no',
    difficulty: 'no',
    capacity: 'no',
    combined: 'yes',
    ...typed,
  })
  assert.equal(saved.status, 303)
  return { id, at, done: await jo.post(`${at}/complete`, completed) }
}

const theirs = {
  ...day('combined_carer_on', '2'),
  ...day('combined_cared_for_on', '3'),
  combined_reference: 'ASC-4711',
  ...day('combined_on', '1'),
  combined_authority: 'Worcestershire',
}

describe('what came of an assessment', () => {
  it('is kept for each matter with both agreements, shown and counted', async () => {
    const { id, at, done } = await answered({ ...theirs, combined_agreed: ['carer', 'cared_for'] })
    assert.equal(done.location, `${at}/decision`)
    const { combined, combinedCarerOn, combinedCaredForOn, combinedReference } = await as(
      jo.actor,
      (tx) => getAssessment(tx, id),
    )
    assert.deepEqual(
      [combined, combinedCarerOn, combinedCaredForOn, combinedReference],
      [true, '2018-03-02', '2018-03-03', 'ASC-4711'],
    )
    const kept = await as(jo.actor, (tx) => listMatters(tx, id))
    assert.ok(kept.some(({ matter, outcome }) => matter === 'breaks' && outcome === 'nothing'))
    const shown = await jo.get(at)
    assert.match(shown.text, /With ASC-4711, begun 1 March 2018, held by Worcestershire/)
    assert.match(shown.text, /What came of each matter .* A break from caring Nothing is needed/)
    const period = { from: isoDate('2018-04-01'), to: isoDate('2018-04-03') }
    const counts = await as(jo.actor, (tx) => countMatters(tx, { actor: jo.actor, ...period }))
    assert.equal(counts.find(({ matter }) => matter === 'willing')?.count, 1)
    const counted = '/assessment-matters?from=2018-04-01&to=2018-04-03'
    assert.match((await jo.get(counted)).text, /Wanting to go on caring Goes on as now 1 1/)
    assert.match((await elsewhere.get(counted)).text, /There is nothing in this period/)
    assert.match((await jo.get('/assessment-matters?to=soon')).text, /To must be a real date/)
  })

  it('is not combined where one of the two has not agreed', async () => {
    const { done } = await answered({ ...theirs, combined_agreed: ['carer'] })
    assert.equal(done.status, 422)
    assert.match(done.text, /That both agreed to a combined assessment/)
  })

  it('is linked by the database to nobody’s assessment without both agreements', async () => {
    const id = await house.anAssessmentOf(await house.aCarer(), 'adult_carer')
    const change = as(jo.actor, (tx) =>
      tx
        .updateTable('assessment')
        .set({ combined: true, combinedReference: 'ASC-1', combinedCarerOn: '2018-03-02' })
        .where('id', '=', id)
        .execute(),
    )
    await assert.rejects(change, /assessment_combined_agreed/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assessHouse } from '../../testing.ts'
import { getAssessment } from '../assessments.sql.ts'
import { listOwnWords, updateOwnWords } from '../own-words.sql.ts'
import { assessments } from '../room.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([assessments])
const { as, aCarer, anAssessment, jo } = house
const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })
const referrer = await house.signIn({ duties: ['referrer'] })

async function writing(state: 'asked' | 'begun' = 'asked') {
  const personId = await aCarer()
  const id = await anAssessment(personId, state)
  return { personId, id, carer: await house.signIn({ duties: ['carer'], personId }) }
}

const caring = '/my/assessment/caring'

describe('a carer who begins their assessment at home', () => {
  it('writes sections in their own words, leaves out what they like, and goes on later', async () => {
    const { carer, id } = await writing()
    const shown = await carer.get('/my/assessment')
    assert.match(shown.text, /The care you give/)
    assert.doesNotMatch(shown.text, /Taking part/)
    const first = { 'version-caring': '0', care_given: 'I wash and dress him' }
    for (let times = 0; times < 2; times += 1)
      assert.equal((await carer.post(caring, first)).location, '/my/assessment/able-and-willing')
    assert.equal((await carer.get(caring)).field('care_given'), 'I wash and dress him')
    assert.match((await carer.get('/my/assessment')).text, /The care you give .*? Written/)
    const [own] = await as(jo.actor, (tx) => listOwnWords(tx, id))
    assert.deepEqual([own?.answers, own?.version], [{ care_given: 'I wash and dress him' }, 1])
  })

  it('on two devices loses nothing: the second is shown what the first saved', async () => {
    const { carer } = await writing()
    await carer.post(caring, { 'version-caring': '0', care_given: 'At the kitchen table' })
    const clash = await carer.post(caring, { 'version-caring': '0', care_given: 'On the bus' })
    assert.equal(clash.status, 409)
    assert.match(clash.text, /You saved this on another page .* At the kitchen table/)
    assert.equal(clash.field('care_given'), 'On the bus')
    const both = { 'version-caring': clash.field('version-caring')!, care_given: 'Both' }
    assert.equal((await carer.post(caring, both)).status, 303)
  })

  it('is refused what was never offered, sections for the worker, and sections that there are not', async () => {
    const { carer } = await writing()
    const refused = await carer.post(caring, { 'version-caring': '0', child_helps: 'perhaps' })
    assert.equal(refused.status, 422)
    for (const section of ['taking-part', 'none'])
      assert.equal((await carer.get(`/my/assessment/${section}`)).status, 404)
  })

  it('has nothing to write where none is open', async () => {
    const personId = await aCarer()
    await anAssessment(personId, 'completed')
    const carer = await house.signIn({ duties: ['carer'], personId })
    for (const path of ['/my/assessment', caring]) assert.equal((await carer.get(path)).status, 404)
    assert.equal((await carer.post(caring, { care_given: 'x' })).status, 404)
  })
})

describe('the assessor who goes on with it', () => {
  it('sees which words are the carer’s, above the section and in it', async () => {
    const { carer, id } = await writing()
    await carer.post(caring, { 'version-caring': '0', care_given: 'I wash and dress him' })
    await jo.post(`/assessments/${id}/begin`, {})
    const at = `/assessments/${id}/sections/caring`
    const shown = await jo.get(at)
    assert.match(shown.text, /What the carer wrote at home/)
    assert.match(shown.text, /The carer wrote this at home\. Not confirmed yet/)
    assert.equal(shown.field('care_given'), 'I wash and dress him')
  })

  it('brought along and left as it was stays missing, until it is confirmed', async () => {
    const { carer, id } = await writing()
    await carer.post(caring, { 'version-caring': '0', care_given: 'I wash and dress him' })
    await jo.post(`/assessments/${id}/begin`, {})
    const at = `/assessments/${id}/sections/caring`
    const typed = { care_given: 'I wash and dress him', 'version-caring': '0' }
    await jo.post(at, typed)
    const unready = await jo.get(`/assessments/${id}/complete`)
    assert.match(unready.text, /Confirm with the carer what was brought along: /)
    const confirmed = { ...typed, 'version-caring': '1', 'confirmed-caring': 'yes' }
    assert.equal((await jo.post(at, confirmed)).status, 303)
    const after = await jo.get(`/assessments/${id}/complete`)
    assert.doesNotMatch(after.text, /brought along/)
    assert.doesNotMatch((await jo.get(at)).text, /Not confirmed yet/)
  })

  it('has last time’s answers to start from, marked as such', async () => {
    const personId = await aCarer()
    await anAssessment(personId, 'completed')
    const id = await anAssessment(personId, 'begun')
    const shown = await jo.get(`/assessments/${id}/sections/caring`)
    assert.match(shown.text, /From last time\. Not confirmed yet/)
    const anew = await jo.get(`/assessments/${id}/sections/taking-part`)
    assert.doesNotMatch(anew.text, /From last time/)
  })
})

describe('own words', () => {
  it('are read by whoever reads the assessment, and by nobody else', async () => {
    const { carer, id } = await writing()
    await carer.post(caring, { 'version-caring': '0', care_given: 'I wash him' })
    const another = (await writing()).carer
    for (const [who, count] of [
      [carer, 1],
      [jo, 1],
      [elsewhere, 0],
      [another, 0],
    ] as const)
      assert.equal((await as(who.actor, (tx) => listOwnWords(tx, id))).length, count)
    const stranger = { ...referrer.actor, organisationIds: jo.actor.organisationIds }
    assert.deepEqual(await as(stranger, (tx) => listOwnWords(tx, id)), [])
    assert.equal((await jo.get('/my/assessment')).status, 403)
  })

  it('of an assessment that is closed cannot be changed, by anybody', async () => {
    const { carer, id, personId } = await writing('begun')
    await carer.post(caring, { 'version-caring': '0', care_given: 'I wash him' })
    await house.asSystem((tx) =>
      tx
        .updateTable('assessment')
        .set({
          state: 'withdrawn',
          closedOn: '2018-04-01',
          closedReason: 'moved_away',
          closedWords: 'To Leeds',
        })
        .where('id', '=', id)
        .execute(),
    )
    const { authorityId } = jo.actor
    const row = { authorityId, id, assessmentId: id, personId, section: 'caring', answers: {} }
    await assert.rejects(
      house.asSystem((tx) => updateOwnWords(tx, row, 1)),
      /not open cannot be changed/,
    )
    assert.equal((await as(jo.actor, (tx) => getAssessment(tx, id))).state, 'withdrawn')
  })
})

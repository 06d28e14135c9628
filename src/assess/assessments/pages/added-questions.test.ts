import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { assessHouse } from '../../testing.ts'
import { insertAddition } from '../additions.sql.ts'
import { getAssessment } from '../assessments.sql.ts'
import { assessments } from '../room.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([assessments])
const { as, aCarer, anAssessment, jo, council } = house
const administrator = await house.signIn({ duties: ['administrator'], name: 'Ada Wood' })
const manager = await house.signIn({ duties: ['manager'] })
const elsewhere = await house.signIn({ duties: ['assessor'], organisation: 'Another hub' })

/** Saves the questions added to a form as the administrator would. */
async function add(form: string, questions: string) {
  const path = `/admin/assessment-questions/${form}`
  const shown = await administrator.get(path)
  const typed = { id: shown.field('id')!, number: shown.field('number')!, questions }
  return { path, typed, done: await administrator.post(path, typed) }
}

async function begin(personId: string): Promise<string> {
  const id = await anAssessment(personId, 'asked')
  await jo.post(`/assessments/${id}/begin`, {})
  return id
}

describe('questions that an authority adds', () => {
  it('are asked from then on; an assessment keeps the version it was begun with', async () => {
    const before = await begin(await aCarer())
    const { path, typed, done } = await add('adult-carer-2', 'Do you have a card?\n- Yes\n- No')
    assert.equal(done.location, path)
    assert.equal((await administrator.post(path, typed)).status, 303)
    const personId = await aCarer()
    const after = await begin(personId)
    const versions = await as(jo.actor, async (tx) => [
      (await getAssessment(tx, before)).formVersion,
      (await getAssessment(tx, after)).formVersion,
    ])
    assert.deepEqual(versions, ['adult-carer-2', 'adult-carer-2+1'])
    assert.equal((await jo.get(`/assessments/${before}/sections/added`)).status, 404)
    const at = `/assessments/${after}/sections/added`
    assert.match((await jo.get(at)).text, /Questions of this area .* Do you have a card\?/)
    const answer = { 'version-added': '0', added_do_you_have_a_card: 'yes' }
    assert.equal((await jo.post(at, answer)).location, `/assessments/${after}`)
    const carer = await house.signIn({ duties: ['carer'], personId })
    assert.match((await carer.get('/my/assessment/added')).text, /Do you have a card\?/)
    await house.answerAll(after)
    assert.match((await jo.get(`/assessments/${after}/complete`)).text, /Everything that the law/)
  })

  it('are asked by the next version of the form too, and stay what they are', async () => {
    // Kept while the first version was in use.
    const question = { id: 'added_parking', type: 'text', label: 'Can you park?', matters: [] }
    const row = {
      authorityId: jo.actor.authorityId,
      addedOn: '2017-01-01',
      addedByName: 'Ada Wood',
    }
    const keep = (number: number, questions: object[]) =>
      house.asSystem((tx) =>
        insertAddition(tx, {
          ...row,
          id: newId(),
          formVersion: 'transition-1',
          number,
          questions: questions as never,
        }),
      )
    await keep(1, [question])
    const id = await house.anAssessmentOf(await aCarer(), 'transition')
    await jo.post(`/assessments/${id}/begin`, {})
    const begun = await as(jo.actor, (tx) => getAssessment(tx, id))
    assert.equal(begun.formVersion, 'transition-2+1')
    assert.match((await jo.get(`/assessments/${id}/sections/added`)).text, /Can you park\?/)
    for (const law of [
      { ...question, id: 'child_helps' },
      { ...question, matters: ['P1'] },
    ])
      await assert.rejects(keep(2, [law]), /assessment_addition_beside_the_law/)
  })

  it('show beside what was there before, and leave what the law asks alone', async () => {
    await add('parent-carer-2', 'Why?')
    const { path } = await add('parent-carer-2', 'How?')
    const shown = await administrator.get(path)
    assert.match(shown.text, /In use: version parent-carer-2\+2, by Ada Wood on 3 April 2018/)
    assert.match(shown.text, /Before Now Not asked How\? Why\? No longer asked/)
    assert.match(shown.text, /matters that the law asks about are always in the form/)
  })

  it('are refused where they cannot be read, and nothing typed is lost', async () => {
    const { done } = await add('transition-2', '- Yes')
    assert.equal(done.status, 422)
    assert.match(done.text, /Begin with a question, not with an answer/)
    assert.match(done.html, />\s*- Yes<\/textarea>/)
    const numberless = await administrator.post('/admin/assessment-questions/transition-2', {})
    assert.equal(numberless.status, 422)
  })

  it('saved by two at once show both versions', async () => {
    const path = '/admin/assessment-questions/young-carer-2'
    const [one, other] = [await administrator.get(path), await administrator.get(path)]
    const typed = (page: typeof one, questions: string) => ({
      id: page.field('id')!,
      number: page.field('number')!,
      questions,
    })
    await administrator.post(path, typed(one, 'Which school?'))
    const clash = await administrator.post(path, typed(other, 'Which bus?'))
    assert.equal(clash.status, 409)
    assert.match(clash.text, /saved version 1 while you were writing\..* Which school\?/)
    const again = { ...typed(other, 'Which bus?'), number: clash.field('number')! }
    assert.equal((await administrator.post(path, again)).status, 303)
  })

  it('are kept by administrators only, for forms that there are', async () => {
    for (const who of [jo, council, manager])
      assert.equal((await who.get('/admin/assessment-questions')).status, 403)
    assert.match((await administrator.get('/admin/assessment-questions')).text, /Young carer's/)
    assert.equal((await administrator.get('/admin/assessment-questions/none')).status, 404)
  })
})

describe('side by side with last time', () => {
  it('shows what was said then and now, and marks what changed', async () => {
    const personId = await aCarer()
    await anAssessment(personId, 'completed')
    const id = await anAssessment(personId, 'begun')
    const typed = { 'version-caring': '0', care_given: 'Lifts him now, too' }
    await jo.post(`/assessments/${id}/sections/caring`, typed)
    assert.match((await jo.get(`/assessments/${id}`)).text, /Side by side with last time/)
    const shown = await jo.get(`/assessments/${id}/beside`)
    assert.match(shown.text, /Last time, 28 March 2018/)
    assert.match(shown.text, /Said in full Lifts him now, too Changed/)
    assert.equal((await manager.get(`/assessments/${id}/beside`)).status, 200)
    assert.equal((await elsewhere.get(`/assessments/${id}/beside`)).status, 404)
  })

  it('shows what is asked otherwise where the form has changed since', async () => {
    const personId = await aCarer()
    await anAssessment(personId, 'completed')
    await add('adult-carer-2', 'Do you have a garden?')
    const id = await begin(personId)
    const shown = await jo.get(`/assessments/${id}/beside`)
    assert.match(shown.text, /asked otherwise than before .* Not asked Do you have a garden\?/)
  })

  it('has nothing to show for a first assessment', async () => {
    const id = await begin(await aCarer())
    assert.equal((await jo.get(`/assessments/${id}/beside`)).status, 404)
    assert.doesNotMatch((await jo.get(`/assessments/${id}`)).text, /Side by side/)
  })
})

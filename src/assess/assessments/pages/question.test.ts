import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assessHouse } from '../../testing.ts'
import { assessments } from '../room.ts'
import { listSections } from '../sections.sql.ts'

const house = await assessHouse([assessments])
const { as, jo, sam } = house

async function begun() {
  const carer = await house.aCarer()
  const id = await house.anAssessment(carer, 'begun')
  return { id, carer, at: `/assessments/${id}`, path: `/assessments/${id}/questions/care_given` }
}

const caring = async (id: string) => {
  const saved = await as(jo.actor, (tx) => listSections(tx, id))
  return saved.find(({ section }) => section === 'caring')
}

describe('one question a page', () => {
  it('is the worker’s own choice, kept for every assessment', async () => {
    const one = await begun()
    assert.match((await jo.get(one.at)).html, /sections\/caring"/)
    assert.equal((await jo.post(`${one.at}/way`, { way: 'question' })).location, one.at)
    const other = await begun()
    assert.match((await jo.get(other.at)).html, /questions\/care_given"/)
    assert.match((await sam.get(other.at)).html, /sections\/caring"/)
    await jo.post(`${one.at}/way`, { way: 'neither' })
    assert.match((await jo.get(other.at)).text, /Write by whole sections/)
    await jo.post(`${one.at}/way`, { way: 'section' })
    assert.match((await jo.get(other.at)).html, /sections\/caring"/)
  })

  it('saves into its section and goes on, with the way back to the question before', async () => {
    const { id, at, path } = await begun()
    const shown = await jo.get(path)
    assert.match(shown.text, /Question \d+ of \d+/)
    assert.doesNotMatch(shown.text, /What could they not manage/)
    const done = await jo.post(path, {
      'version-seen': shown.field('version-seen')!,
      care_given: 'Washes him',
    })
    assert.equal(done.location, `${at}/questions/without_you`)
    const next = await jo.get(done.location)
    assert.match(next.html, /questions\/care_given"[^>]*>Back to the question before/)
    await jo.post(done.location, {
      'version-seen': next.field('version-seen')!,
      without_you: 'All of it',
      then: 'overview',
    })
    assert.deepEqual((await caring(id))?.answers, {
      care_given: 'Washes him',
      without_you: 'All of it',
    })
    assert.equal((await jo.get(`${at}/sections/caring`)).field('care_given'), 'Washes him')
    const again = await jo.get(path)
    assert.equal(again.field('care_given'), 'Washes him')
  })

  it('does not clash with who wrote another question of the section', async () => {
    const { id, at, path } = await begun()
    const mine = await jo.get(path)
    const theirs = await sam.get(`${at}/questions/without_you`)
    await sam.post(`${at}/questions/without_you`, {
      'version-seen': theirs.field('version-seen')!,
      without_you: 'Could not eat',
    })
    const done = await jo.post(path, {
      'version-seen': mine.field('version-seen')!,
      care_given: 'Feeds him',
    })
    assert.equal(done.status, 303)
    assert.deepEqual((await caring(id))?.answers, {
      care_given: 'Feeds him',
      without_you: 'Could not eat',
    })
  })

  it('shows both versions where two wrote the same question, and loses neither', async () => {
    const { id, path } = await begun()
    const seen = (await jo.get(path)).field('version-seen')!
    await sam.post(path, { 'version-seen': seen, care_given: 'Sam’s words' })
    const clash = await jo.post(path, { 'version-seen': seen, care_given: 'Jo’s words' })
    assert.equal(clash.status, 409)
    assert.match(clash.text, /Sam Okafor saved .* Sam’s words/)
    assert.equal(clash.field('care_given'), 'Jo’s words')
    assert.equal((await caring(id))?.answers['care_given'], 'Sam’s words')
    const chosen = await jo.post(path, {
      'version-seen': clash.field('version-seen')!,
      care_given: 'Both’s words',
    })
    assert.equal(chosen.status, 303)
    assert.equal((await caring(id))?.answers['care_given'], 'Both’s words')
    const same = await sam.post(path, { 'version-seen': seen, care_given: 'Both’s words' })
    assert.equal(same.status, 303, 'the same words are no clash')
  })

  it('saves in passing, and says what it saved from', async () => {
    const { id, path } = await begun()
    const seen = (await jo.get(path)).field('version-seen')!
    const saved = await jo.post(
      path,
      { 'version-seen': seen, care_given: 'Half a' },
      { 'x-autosave': '1' },
    )
    const { versions } = JSON.parse(saved.html) as { versions: Record<string, string> }
    const next = { 'version-seen': versions['version-seen']!, care_given: 'Half a sentence more' }
    assert.equal((await jo.post(path, next)).status, 303)
    assert.equal((await caring(id))?.answers['care_given'], 'Half a sentence more')
  })

  it('keeps the rest of what the carer wrote at home, marked, when one page is saved', async () => {
    const { id, carer, at, path } = await begun()
    const self = await house.signIn({ duties: ['carer'], personId: carer })
    await self.post('/my/assessment/caring', {
      'version-caring': '0',
      care_given: 'I wash him',
      without_you: 'Nothing',
    })
    const shown = await jo.get(path)
    assert.match(shown.text, /The carer wrote this at home\. Not confirmed yet/)
    await jo.post(path, { 'version-seen': shown.field('version-seen')!, care_given: 'I lift him' })
    const saved = await caring(id)
    assert.deepEqual(saved?.answers, { care_given: 'I lift him', without_you: 'Nothing' })
    assert.deepEqual(saved.unconfirmed, ['without_you'])
    assert.match((await jo.get(`${at}/questions/without_you`)).text, /Not confirmed yet/)
  })

  it('refuses what was never offered, keeps it open, and is not there by another name', async () => {
    const { at } = await begun()
    const refused = await jo.post(`${at}/questions/child_helps`, { child_helps: 'perhaps' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Select one of the answers/)
    assert.equal((await jo.get(`${at}/questions/child_helps_words`)).status, 404)
    const yes = await jo.post(`${at}/questions/child_helps`, { child_helps: 'yes' })
    assert.equal(yes.location, `${at}/young-carer`)
  })
})

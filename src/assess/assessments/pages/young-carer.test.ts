import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { referrals } from '#find/referrals/room.ts'
import { assessHouse } from '../../testing.ts'
import { assessments } from '../room.ts'
import { listNamedChildren } from '../young-carers.sql.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([assessments, referrals])
const { as, jo } = house
const hubManager = await house.signIn({ duties: ['manager'] })
const young = await house.signIn({
  duties: ['key_worker'],
  organisation: 'Young carers Malvern',
  kind: 'young_carers',
})

async function helped(answer = 'yes') {
  const carer = await house.aCarer()
  const id = await house.anAssessment(carer, 'begun')
  const saved = await jo.post(`/assessments/${id}/sections/caring`, {
    'version-caring': '0',
    child_helps: answer,
    child_helps_words: 'Lily washes him before school',
  })
  return { carer, id, saved, path: `/assessments/${id}/young-carer` }
}

const lily = {
  givenName: 'Lily',
  familyName: 'Tolley',
  settled: 'refer',
  age: '11',
  what: 'Washes him before school',
  agreed: 'both',
  parentKnows: 'no',
  reachThrough: 'Ms Hill at school, 01632 960001',
}

const children = (id: string) => as(jo.actor, (tx) => listNamedChildren(tx, id))

describe('a child who helps', () => {
  it('comes next after a yes, and not after a no', async () => {
    const { saved, path, id } = await helped()
    assert.equal(saved.location, path)
    assert.match((await jo.get(path)).text, /Lily washes him before school/)
    assert.match((await jo.get(`/assessments/${id}`)).text, /Open their referral, or say why/)
    const no = await helped('no')
    assert.equal(no.saved.location, `/assessments/${no.id}/sections/able-and-willing`)
  })

  it('has a referral opened once, by the same form twice and by the same name twice', async () => {
    const { path, id } = await helped()
    const form = { ...lily, id: (await jo.get(path)).field('id')! }
    for (let times = 0; times < 2; times += 1)
      assert.equal((await jo.post(path, form)).location, `/assessments/${id}`)
    await jo.post(path, { ...form, id: (await jo.get(path)).field('id')!, givenName: 'LILY' })
    const named = await children(id)
    assert.deepEqual(
      named.map(({ givenName, state, sentTo }) => [givenName, state, sentTo]),
      [['Lily', 'new', 'Young carers Malvern']],
    )
    const sent = await house.asSystem((tx) =>
      tx.selectFrom('referral').selectAll().where('id', '=', form.id).execute(),
    )
    assert.deepEqual(
      sent.map((row) => [row.kind, row.source, row.carerAgreed, row.shareOutcome, row.personId]),
      [['young_carer', 'carers_hub', true, false, null]],
    )
    const shown = await jo.get(`/assessments/${id}`)
    assert.match(
      shown.text,
      /Lily Tolley ?: a young carer’s referral REF-\S+ was opened to Young carers/,
    )
  })

  it('is with the young carers’ service, with what keeps the child safe, and nothing of the adult', async () => {
    const { path } = await helped()
    const id = (await jo.get(path)).field('id')!
    await jo.post(path, { ...lily, id, givenName: 'Rosa' })
    const seen = await young.get(`/referrals/${id}`)
    assert.equal(seen.status, 200)
    assert.match(seen.text, /Rosa Tolley/)
    assert.match(seen.text, /Do not contact the parents before talking with the young person/)
    assert.match(seen.text, /Ms Hill at school/)
    assert.doesNotMatch(seen.text, /Margaret/)
    for (const who of [jo, hubManager])
      assert.ok([403, 404].includes((await who.get(`/referrals/${id}`)).status))
  })

  it('is not told to the adult who is assessed', async () => {
    const { path, id, carer } = await helped()
    await jo.post(path, { ...lily, id: (await jo.get(path)).field('id')! })
    const adult = await house.signIn({ duties: ['carer'], personId: carer })
    assert.deepEqual(await as(adult.actor, (tx) => listNamedChildren(tx, id)), [])
  })

  it('is not sent without what the law and the child’s safety need, and keeps what was typed', async () => {
    const { path, id } = await helped()
    const formId = (await jo.get(path)).field('id')!
    const nameless = await jo.post(path, { id: formId, settled: 'refer', givenName: 'Lily' })
    assert.match(nameless.text, /child’s last name/)
    assert.equal(nameless.field('givenName'), 'Lily')
    const { givenName, familyName, settled } = lily
    const bare = await jo.post(path, { id: formId, givenName, familyName, settled })
    assert.equal(bare.status, 422)
    for (const words of [/date of birth, or about/, /who agreed/, /parent knows/])
      assert.match(bare.text, words)
    assert.equal(bare.field('givenName'), 'Lily')
    const grown = await jo.post(path, { ...lily, id: formId, age: '18' })
    assert.match(grown.text, /18 or over is not a young carer/)
    assert.match((await jo.post(path, { id: formId })).text, /Select what is to happen/)
    assert.deepEqual(await children(id), [])
  })

  it('may have no referral, with a reason and words', async () => {
    const { path, id } = await helped()
    const none = { id: (await jo.get(path)).field('id')!, givenName: 'Tom', familyName: 'Tolley' }
    const refused = await jo.post(path, { ...none, settled: 'known' })
    assert.match(refused.text, /Enter how you know, and what was done instead/)
    const words = { settled: 'known', notReferredWords: 'Goes to the group on Tuesdays' }
    assert.equal((await jo.post(path, { ...none, ...words })).location, `/assessments/${id}`)
    assert.match((await jo.get(`/assessments/${id}`)).text, /Tom Tolley ?: no referral/)
  })

  it('keeps the assessment from being completed until then', async () => {
    const carer = await house.aCarer()
    const id = await house.anAssessment(carer, 'begun')
    await house.answerAll(id)
    const day = { 'completed_on-day': '3', 'completed_on-month': '4', 'completed_on-year': '2018' }
    const shown = await jo.get(`/assessments/${id}/sections/caring`)
    await jo.post(`/assessments/${id}/sections/caring`, {
      'version-caring': shown.field('version-caring')!,
      care_given: 'Washes him',
      without_you: 'All of it',
      other_people: 'No',
      child_helps: 'yes',
      child_helps_words: 'Sits with him',
    })
    const refused = await jo.post(`/assessments/${id}/complete`, day)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Open the referral of the child who helps/)
    const path = `/assessments/${id}/young-carer`
    await jo.post(path, { ...lily, id: (await jo.get(path)).field('id')! })
    assert.equal((await jo.post(`/assessments/${id}/complete`, day)).status, 303)
  })

  it('is asked of adults alone', async () => {
    const id = await house.anAssessmentOf(await house.aCarer(), 'young_carer')
    await jo.post(`/assessments/${id}/begin`, {})
    assert.equal((await jo.get(`/assessments/${id}/young-carer`)).status, 404)
  })
})

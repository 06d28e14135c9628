import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listAssessments } from '#assess/assessments/assessments.sql.ts'
import { assessments } from '#assess/assessments/room.ts'
import { assessHouse } from '../../testing.ts'
import { listConversations } from '../conversations.sql.ts'
import { conversations } from '../room.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([conversations, assessments])
const { as, aCarer, jo, sam } = house
const adviser = await house.signIn({ duties: ['adviser'], name: 'Ali Khan' })
const referrer = await house.signIn({ duties: ['referrer'] })
const elsewhere = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })

type Fields = Record<string, string>
const first: Readonly<Record<number, Fields>> = {
  1: { matters: 'Getting out on Thursdays' },
  2: { change: 'Sleep tonight' },
  3: { life: 'To sing again' },
}
const on: Fields = { 'held_on-day': '3', 'held_on-month': '4', 'held_on-year': '2018' }
const around: Fields = {
  strengths: 'Knows everybody in the street',
  people: 'Her sister in Malvern',
}

async function form(path: string, by = adviser) {
  const shown = await by.get(path)
  assert.equal(shown.status, 200)
  return { id: shown.field('id') ?? '', version: shown.field('version') ?? '1' }
}

/** Begins a conversation and gives its id. */
async function begun(carer: string, number: 1 | 2 | 3, more: Fields = {}) {
  const path = `/carers/${carer}/conversation-${number}`
  const hidden = await form(path)
  const done = await adviser.post(path, { ...hidden, ...first[number], ...on, ...more })
  assert.equal(done.status, 303, done.text)
  return hidden.id
}

/** Writes a part of a conversation. */
async function write(id: string, part: string, fields: Fields) {
  const path = `/conversations/${id}/parts/${part}`
  return adviser.post(path, { ...(await form(path)), ...fields })
}

const asked = async (carer: string) =>
  (await as(jo.actor, (tx) => listAssessments(tx, carer))).map(({ askedOn, askedWhere }) => [
    askedOn,
    askedWhere,
  ])

describe('a conversation is written page by page', () => {
  for (const [number, pages] of [
    [1, ['parts/around', 'agreed']],
    [2, ['parts/matters', 'parts/around', 'agreed']],
    [3, ['parts/matters', 'parts/around', 'agreed']],
  ] as const) {
    it(`${number}: each page leads to the next, the last to what was agreed`, async () => {
      const path = `/carers/${await aCarer()}/conversation-${number}`
      const hidden = await form(path)
      let { location } = await adviser.post(path, { ...hidden, ...first[number], ...on })
      for (const page of pages) {
        assert.equal(location, `/conversations/${hidden.id}/${page}`)
        if (page !== 'agreed')
          location = (await adviser.post(location!, await form(location!))).location
      }
    })
  }

  it('is read back, and can be left and come back to', async () => {
    const id = await begun(await aCarer(), 1, { then: 'later' })
    const shown = await adviser.get(`/conversations/${id}`)
    assert.match(shown.text, /Held on Tuesday 3 April 2018 with Ali Khan/)
    assert.match(shown.text, /What matters Getting out on Thursdays/)
    assert.match(shown.text, /What goes well Not talked about yet/)
    assert.match(shown.text, /Go on: strengths and people around/)
    assert.equal((await write(id, 'around', around)).location, `/conversations/${id}/agreed`)
    const after = await adviser.get(`/conversations/${id}`)
    assert.match(after.text, /What goes well Knows everybody in the street/)
    assert.match(after.text, /Go on: who does what by when/)
  })

  for (const [number, words] of [
    [1, /Enter what matters to the carer/],
    [2, /Enter what has to change in the next days/],
    [3, /Enter what a good life would be for the carer/],
  ] as const) {
    it(`${number} is none without its purpose, and says so beside the field with the rest kept`, async () => {
      const path = `/carers/${await aCarer()}/conversation-${number}`
      const hidden = await form(path)
      const [topic = ''] = Object.keys(first[number] ?? {})
      const again = await adviser.post(path, { ...hidden, ...on, [topic]: ' ', asked: 'yes' })
      assert.equal(again.status, 422)
      assert.match(again.text, words)
      assert.equal(again.field('asked'), 'yes')
      assert.equal(again.field('id'), hidden.id)
    })
  }

  for (const [name, fields, words] of [
    ['a day to come', { 'held_on-day': '4' }, /must be today or in the past/],
    [
      'a day that does not exist',
      { 'held_on-day': '31', 'held_on-month': '2' },
      /must be a real date/,
    ],
    [
      'no day',
      { 'held_on-day': '', 'held_on-month': '', 'held_on-year': '' },
      /Enter the day on which you talked/,
    ],
    ['more than anybody reads', { matters: 'x'.repeat(4001) }, /Use 4,000 characters or fewer/],
  ] as const) {
    it(`refuses ${name}`, async () => {
      const path = `/carers/${await aCarer()}/conversation-1`
      const again = await adviser.post(path, {
        ...(await form(path)),
        ...first[1],
        ...on,
        ...fields,
      })
      assert.equal(again.status, 422)
      assert.match(again.text, words)
    })
  }

  it('sent twice is written once', async () => {
    const carer = await aCarer()
    const path = `/carers/${carer}/conversation-1`
    const hidden = await form(path)
    for (const _ of [1, 2])
      await adviser.post(path, { ...hidden, ...first[1], ...on, asked: 'yes' })
    assert.equal((await as(jo.actor, (tx) => listConversations(tx, carer))).length, 1)
    assert.equal((await asked(carer)).length, 1)
  })
})

describe('what is being typed', () => {
  it('is kept by the button, right or wrong, for whoever typed it alone, until it is saved', async () => {
    const carer = await aCarer()
    const path = `/carers/${carer}/conversation-2`
    const hidden = await form(path)
    const kept = await adviser.post(path, {
      ...hidden,
      change: '',
      'held_on-day': '99',
      then: 'draft',
    })
    assert.equal(kept.location, `/carers/${carer}`)
    const back = await adviser.get(path)
    assert.equal(back.field('held_on-day'), '99')
    assert.match(back.text, /You began this on 3 April 2018/)
    assert.doesNotMatch((await sam.get(path)).text, /You began this on/)
    await adviser.post(path, { ...hidden, ...first[2], ...on })
    assert.doesNotMatch((await adviser.get(path)).text, /You began this on/)
  })

  it('is kept in passing on every page, and overwrites nothing', async () => {
    const id = await begun(await aCarer(), 1)
    for (const page of ['parts/around', 'agreed']) {
      const path = `/conversations/${id}/${page}`
      const typed = { ...(await form(path)), people: 'A neigh', what: 'Ring the' }
      const said = await adviser.post(path, typed, { 'x-autosave': '1' })
      assert.match(said.text, /Kept as a draft at/)
      assert.equal(
        (await adviser.get(path)).field(page === 'agreed' ? 'what' : 'people')?.length,
        page === 'agreed' ? 8 : 7,
      )
    }
    assert.match(
      (await adviser.get(`/conversations/${id}`)).text,
      /Who and what is there Not talked about yet/,
    )
  })
})

describe('an assessment that is asked for in a conversation', () => {
  for (const number of [1, 2, 3] as const) {
    it(`${number} has its clock run from the day of the talk`, async () => {
      const carer = await aCarer()
      const id = await begun(carer, number, { asked: 'yes', 'held_on-day': '2' })
      assert.deepEqual(await asked(carer), [['2018-04-02', `In conversation ${number}`]])
      assert.match(
        (await adviser.get(`/conversations/${id}`)).text,
        /asked for an assessment in this conversation: its clock runs/,
      )
    })
  }

  it('may be asked for on a later page, and is asked for once', async () => {
    const carer = await aCarer()
    const id = await begun(carer, 1)
    assert.deepEqual(await asked(carer), [])
    await write(id, 'around', { asked: 'yes' })
    assert.deepEqual(await asked(carer), [['2018-04-03', 'In conversation 1']])
    assert.match((await adviser.get(`/conversations/${id}/parts/matters`)).text, /its clock runs/)
    await write(id, 'matters', { ...first[1], ...on, asked: 'yes' })
    assert.equal((await asked(carer)).length, 1)
  })

  it('is the one that the law has for this carer', async () => {
    const carer = await aCarer({ kind: 'parent_carer' })
    await begun(carer, 1, { asked: 'yes' })
    const [assessment] = await as(jo.actor, (tx) => listAssessments(tx, carer))
    assert.equal(assessment?.kind, 'parent_carer')
  })
})

describe('nothing is asked twice', () => {
  it('what was said stands in the next conversation with its day, until it is gone through', async () => {
    const carer = await aCarer()
    const talk = await begun(carer, 1, { 'held_on-day': '1' })
    await write(talk, 'around', around)
    const crisis = await begun(carer, 2)
    const path = `/conversations/${crisis}/parts/around`
    const shown = await adviser.get(path)
    assert.equal(shown.field('people'), 'Her sister in Malvern')
    assert.match(shown.text, /From the talk on 1 April 2018\. Not confirmed yet/)
    await write(crisis, 'around', { ...around, strengths: 'Asks for help' })
    const half = await adviser.get(`/conversations/${crisis}`)
    assert.match(half.text, /Asks for help Change/)
    assert.match(
      half.text,
      /Her sister in Malvern From the talk on 1 April 2018\. Not confirmed yet Confirm/,
    )
    await write(crisis, 'around', { ...around, strengths: 'Asks for help', confirmed: 'yes' })
    assert.doesNotMatch(
      (await adviser.get(`/conversations/${crisis}`)).text,
      /Malvern From the talk/,
    )
  })

  it('stands in the third too, and in its first page', async () => {
    const carer = await aCarer()
    await begun(carer, 3, { 'held_on-day': '1' })
    const again = await adviser.get(`/carers/${carer}/conversation-3`)
    assert.equal(again.field('life'), 'To sing again')
    assert.match(again.text, /From the talk on 1 April 2018/)
  })

  it('stands in the assessment as known from the talk until confirmed, and the whole talk can be read there', async () => {
    const carer = await aCarer()
    const talk = await begun(carer, 1, { 'held_on-day': '1' })
    await write(talk, 'around', around)
    const assessment = await house.anAssessment(carer, 'begun')
    const path = `/assessments/${assessment}/sections/what-you-want`
    const shown = await jo.get(path)
    assert.equal(shown.field('outcomes-1'), 'Getting out on Thursdays')
    assert.match(shown.text, /From the talk on 1 April 2018\. Not confirmed yet/)
    assert.match(shown.text, /What was said in conversation 1, 1 April 2018/)
    const answers = { 'version-what-you-want': '0', 'outcomes-1': 'Getting out on Thursdays' }
    await jo.post(path, answers)
    assert.match((await jo.get(path)).text, /From the talk on 1 April 2018\. Not confirmed yet/)
    await jo.post(path, {
      ...answers,
      'version-what-you-want': '1',
      'confirmed-what-you-want': 'yes',
    })
    assert.doesNotMatch((await jo.get(path)).text, /Not confirmed yet/)
  })

  it('and what an assessment said stands in the next talk, for those who may read assessments', async () => {
    const carer = await aCarer()
    await house.anAssessment(carer, 'completed')
    const path = `/carers/${carer}/conversation-1`
    const shown = await jo.get(path)
    assert.notEqual(shown.field('matters') ?? '', '')
    assert.match(shown.text, /From the assessment on 28 March 2018\. Not confirmed yet/)
    assert.equal((await adviser.get(path)).field('matters') ?? '', '')
  })
})

describe('two people at once', () => {
  it('of two who change a part the second sees both, and nothing typed is lost', async () => {
    const id = await begun(await aCarer(), 1)
    const path = `/conversations/${id}/parts/around`
    const hidden = await form(path)
    const mine = await adviser.post(path, { ...hidden, people: 'Mine', then: 'later' })
    assert.equal(mine.location, `/conversations/${id}`)
    const theirs = await sam.post(path, { ...hidden, people: 'Theirs' })
    assert.equal(theirs.status, 409)
    assert.equal(theirs.field('people'), 'Theirs')
    assert.match(theirs.text, /Somebody saved this conversation while you were writing .* Mine/)
    const version = theirs.field('version') ?? ''
    const again = await sam.post(path, { id, version, people: 'Mine and theirs' })
    assert.equal(again.status, 303)
    assert.match((await sam.get(`/conversations/${id}`)).text, /Mine and theirs/)
  })
})

describe('who may', () => {
  it('a referrer may not, a worker elsewhere finds nothing, a visitor is asked to sign in', async () => {
    const carer = await aCarer()
    const id = await begun(carer, 1)
    for (const path of [
      `/carers/${carer}/conversation-1`,
      `/conversations/${id}`,
      `/conversations/${id}/parts/around`,
      `/conversations/${id}/agreed`,
    ]) {
      assert.equal((await referrer.get(path)).status, 403)
      assert.equal((await elsewhere.get(path)).status, 404)
      assert.match((await house.visitor.get(path)).location ?? '', /sign-in/)
    }
    assert.equal((await adviser.get(`/carers/${carer}/conversation-4`)).status, 404)
    assert.equal((await adviser.get(`/conversations/${id}/parts/life`)).status, 404)
  })
})

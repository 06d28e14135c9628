import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listAssessments } from '#assess/assessments/assessments.sql.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { assessHouse } from '../../testing.ts'
import { getConversation, listCheckIns, listConversations } from '../conversations.sql.ts'
import { conversations } from '../room.ts'
import { checkInsToday } from '../today.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([conversations])
const { as, aCarer, jo, sam } = house
const adviser = await house.signIn({ duties: ['adviser'], name: 'Ali Khan' })
const referrer = await house.signIn({ duties: ['referrer'] })
const elsewhere = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })

type Fields = Record<string, string | string[]>
const said: Fields = {
  matters: 'Getting out on Thursdays',
  strengths: 'Knows everybody in the street',
  people: 'Her sister in Malvern',
  'held_on-day': '3',
  'held_on-month': '4',
  'held_on-year': '2018',
}
const planned = {
  ...said,
  change: 'Sleep tonight',
  'step-1': 'Ring the night nurse',
  'step-1-who': 'Ali',
}

async function form(path: string) {
  const shown = await adviser.get(path)
  assert.equal(shown.status, 200)
  return { id: shown.field('id') ?? '', version: shown.field('version') ?? '1' }
}

/** Holds a conversation and gives its id. */
async function held(carer: string, number: 1 | 2, fields: Fields = number === 1 ? said : planned) {
  const path = `/carers/${carer}/conversation-${number}`
  const hidden = await form(path)
  const done = await adviser.post(path, { ...hidden, ...fields })
  assert.equal(done.location, `/conversations/${hidden.id}`, done.text)
  return hidden.id
}

describe('conversation 1', () => {
  it('is written on one page and read back', async () => {
    const id = await held(await aCarer(), 1)
    const shown = await adviser.get(`/conversations/${id}`)
    assert.match(shown.text, /Held on Tuesday 3 April 2018 with Ali Khan/)
    assert.match(shown.text, /What matters Getting out on Thursdays/)
    assert.doesNotMatch(shown.text, /Look in/)
  })

  it('needs what matters, and says so beside the field with everything else kept', async () => {
    const path = `/carers/${await aCarer()}/conversation-1`
    const hidden = await form(path)
    const again = await adviser.post(path, { ...hidden, ...said, matters: ' ' })
    assert.equal(again.status, 422)
    assert.match(again.text, /There is a problem Enter what matters to the carer/)
    assert.equal(again.field('strengths'), 'Knows everybody in the street')
    assert.equal(again.field('id'), hidden.id)
  })

  for (const [name, fields, words] of [
    ['a day to come', { 'held_on-day': '4' }, /must be today or in the past/],
    [
      'a day that does not exist',
      { 'held_on-day': '31', 'held_on-month': '2' },
      /must be a real date/,
    ],
    [
      'a step without anybody to do it',
      { 'step-1': 'Find a swimming group' },
      /Enter who does step 1/,
    ],
    ['somebody without anything to do', { 'step-2-who': 'Ali' }, /Enter what was agreed in step 2/],
    ['more than anybody reads', { people: 'x'.repeat(4001) }, /Use 4,000 characters or fewer/],
  ] as const) {
    it(`refuses ${name}`, async () => {
      const path = `/carers/${await aCarer()}/conversation-1`
      const again = await adviser.post(path, { ...(await form(path)), ...said, ...fields })
      assert.equal(again.status, 422)
      assert.match(again.text, words)
    })
  }

  it('sent twice is written once', async () => {
    const carer = await aCarer()
    const path = `/carers/${carer}/conversation-1`
    const hidden = await form(path)
    await adviser.post(path, { ...hidden, ...said, asked: 'yes' })
    await adviser.post(path, { ...hidden, ...said, asked: 'yes' })
    assert.equal((await as(jo.actor, (tx) => listConversations(tx, carer))).length, 1)
    assert.equal((await as(jo.actor, (tx) => listAssessments(tx, carer))).length, 1)
  })

  it('starts the clock of an assessment that was asked for in it', async () => {
    const carer = await aCarer()
    await held(carer, 1, { ...said, asked: 'yes', 'held_on-day': '2' })
    const [assessment] = await as(jo.actor, (tx) => listAssessments(tx, carer))
    assert.equal(assessment?.state, 'asked')
    assert.equal(assessment?.askedOn, '2018-04-02')
    assert.equal(assessment?.askedWhere, 'In conversation 1')
  })

  it('asks for the assessment that the law has for this carer', async () => {
    const carer = await aCarer({ kind: 'parent_carer' })
    await held(carer, 1, { ...said, asked: 'yes' })
    const [assessment] = await as(jo.actor, (tx) => listAssessments(tx, carer))
    assert.equal(assessment?.kind, 'parent_carer')
  })

  it('prefills the next, so that nothing is asked twice', async () => {
    const carer = await aCarer()
    await held(carer, 1)
    const next = await adviser.get(`/carers/${carer}/conversation-2`)
    assert.equal(next.field('people'), 'Her sister in Malvern')
    assert.match(next.text, /What was said last time stands below/)
  })
})

describe('conversation 2', () => {
  it('needs what has to change and a plan for the next days', async () => {
    const path = `/carers/${await aCarer()}/conversation-2`
    const hidden = await form(path)
    const without = await adviser.post(path, { ...hidden, ...said })
    assert.match(without.text, /Enter what has to change in the next days/)
    const planless = await adviser.post(path, { ...hidden, ...said, change: 'Sleep tonight' })
    assert.equal(planless.status, 422)
    assert.match(planless.text, /Enter at least one thing that will be done in the next days/)
  })

  it('is looked in on from the next day, every day, until it is stood down', async () => {
    const id = await held(await aCarer(), 2)
    const read = () => as(jo.actor, (tx) => getConversation(tx, id))
    assert.deepEqual([(await read()).state, (await read()).checkInOn], ['open', '2018-04-04'])
    const path = `/conversations/${id}/check-in`
    const first = await form(path)
    await adviser.post(path, { ...first, words: 'Slept four hours', next: 'go_on' })
    await adviser.post(path, { ...first, words: 'Slept four hours', next: 'go_on' })
    assert.equal((await read()).checkInOn, '2018-04-04')
    const last = await form(path)
    await adviser.post(path, { ...last, words: 'Her sister has come', next: 'stand_down' })
    const after = await read()
    assert.deepEqual([after.state, after.checkInOn, after.closedOn], ['closed', null, '2018-04-03'])
    assert.equal(after.words.stoodDown, 'Her sister has come')
    assert.equal((await as(jo.actor, (tx) => listCheckIns(tx, id))).length, 2)
    assert.match((await adviser.get(`/conversations/${id}`)).text, /Stood down on 3 April 2018/)
    assert.equal((await adviser.get(path)).location, `/conversations/${id}`)
  })

  it('refuses to be looked in on without words, and without saying what comes next', async () => {
    const id = await held(await aCarer(), 2)
    const path = `/conversations/${id}/check-in`
    const again = await adviser.post(path, { ...(await form(path)), words: '' })
    assert.equal(again.status, 422)
    assert.match(again.text, /Enter how it is going Select what comes next/)
  })

  it('waits on its worker’s list, and on everybody’s once a day was missed', async () => {
    const carer = await aCarer()
    const id = await held(carer, 2, { ...planned, 'held_on-day': '1' })
    const list = (who: typeof jo, today: string) =>
      as(who.actor, async (tx) => {
        const of = { actor: who.actor, today: isoDate(today), limit: 500 }
        return (await checkInsToday.list(tx, of)).items.filter(({ href }) => href.includes(id))
      })
    assert.equal((await list(adviser, '2018-04-02')).length, 1)
    assert.equal((await list(sam, '2018-04-02')).length, 0)
    assert.match((await list(sam, '2018-04-03'))[0]?.detail ?? '', /Ali Khan was to look in/)
    assert.equal((await list(elsewhere, '2018-04-03')).length, 0)
  })
})

describe('changing a conversation', () => {
  it('keeps what stood before in history and tells two people of each other', async () => {
    const id = await held(await aCarer(), 1)
    const path = `/conversations/${id}/change`
    const hidden = await form(path)
    const mine = await adviser.post(path, { ...hidden, ...said, matters: 'Mine' })
    assert.equal(mine.location, `/conversations/${id}`)
    const theirs = await sam.post(path, { ...hidden, ...said, matters: 'Theirs' })
    assert.equal(theirs.status, 409)
    assert.equal(theirs.field('matters'), 'Theirs')
    assert.match(theirs.text, /Somebody saved this conversation while you were writing .* Mine/)
    const again = await sam.post(path, {
      ...said,
      id,
      version: theirs.field('version') ?? '',
      matters: 'Mine and theirs',
    })
    assert.equal(again.status, 303)
    assert.match((await sam.get(`/conversations/${id}`)).text, /What matters Mine and theirs/)
  })

  it('can be what starts an assessment', async () => {
    const carer = await aCarer()
    const id = await held(carer, 1)
    const path = `/conversations/${id}/change`
    await adviser.post(path, { ...(await form(path)), ...said, asked: 'yes' })
    assert.equal((await as(jo.actor, (tx) => listAssessments(tx, carer))).length, 1)
    assert.match((await adviser.get(path)).text, /asked for an assessment in this conversation/)
  })
})

describe('who may', () => {
  it('a referrer may not, a worker elsewhere finds nothing, a visitor is asked to sign in', async () => {
    const carer = await aCarer()
    const id = await held(carer, 1)
    for (const path of [`/carers/${carer}/conversation-1`, `/conversations/${id}`]) {
      assert.equal((await referrer.get(path)).status, 403)
      assert.equal((await elsewhere.get(path)).status, 404)
      assert.match((await house.visitor.get(path)).location ?? '', /sign-in/)
    }
    assert.equal((await adviser.get(`/carers/${carer}/conversation-3`)).status, 404)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { persons } from '#people/persons/room.ts'
import { ownRecord } from '#share/own-record/room.ts'
import { assessHouse } from '../../testing.ts'
import { listActions } from '../actions.sql.ts'
import { getConversation, listCheckIns } from '../conversations.sql.ts'
import { listActionsInHand, listCrisesInHand } from '../in-hand.sql.ts'
import { holdConversation } from '../hold-conversation.ts'
import { conversations } from '../room.ts'
import { agreedToday, checkInsToday } from '../today.ts'

// The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([persons, ownRecord, conversations])
const { as, aCarer, jo, sam } = house
const adviser = await house.signIn({ duties: ['adviser'], name: 'Ali Khan' })
const manager = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })
const elsewhere = await house.signIn({
  duties: ['adviser', 'manager'],
  organisation: 'Another hub',
})

type Fields = Record<string, string>

/** A conversation that was held, with its carer. */
async function held(number: 1 | 2 | 3 = 1, heldOn = '2018-04-03') {
  const carer = await aCarer()
  const id = newId()
  const words = { matters: 'Getting out on Thursdays', change: 'Sleep tonight' }
  const talk = {
    id,
    number,
    heldOn: isoDate(heldOn),
    words,
    unconfirmed: {},
    assessmentAskedFor: false,
  }
  await as(adviser.actor, (tx) =>
    holdConversation(tx, { actor: adviser.actor, personId: carer, held: talk }),
  )
  return { id, carer, path: `/conversations/${id}/agreed` }
}

const thing: Fields = {
  what: 'Ring the choir',
  who: 'carer',
  'by-day': '6',
  'by-month': '4',
  'by-year': '2018',
}

async function add(path: string, more: Fields = {}) {
  const id = (await adviser.get(path)).field('id') ?? ''
  const done = await adviser.post(path, { ...thing, ...more, id })
  return { id, done }
}

const actionsOf = (carer: string) => as(jo.actor, (tx) => listActions(tx, carer))

describe('who does what by when', () => {
  it('is written one thing after the other, once however often it is sent, and read back', async () => {
    const { id, carer, path } = await held()
    const { id: action, done } = await add(path)
    assert.equal(done.location, path)
    await adviser.post(path, { ...thing, id: action })
    await add(path, { what: 'Send the leaflet', who: adviser.actor.accountId! })
    await add(path, { what: 'Sit with him', who: 'other', who_name: 'Her sister' })
    assert.deepEqual(
      (await actionsOf(carer)).map(({ what, owner, ownerName, byOn, state }) => [
        what,
        owner,
        ownerName,
        byOn,
        state,
      ]),
      [
        ['Ring the choir', 'carer', null, '2018-04-06', 'open'],
        ['Send the leaflet', 'worker', 'Ali Khan', '2018-04-06', 'open'],
        ['Sit with him', 'other', 'Her sister', '2018-04-06', 'open'],
      ],
    )
    const shown = await adviser.get(`/conversations/${id}`)
    assert.match(shown.text, /Ring the choir Margaret, by Friday 6 April 2018/)
    assert.match(
      (await adviser.get(`/carers/${carer}`)).text,
      /Agreed, and still to do Ring the choir/,
    )
  })

  for (const [name, fields, words] of [
    ['nothing to do', { what: ' ' }, /Enter what will be done/],
    ['nobody to do it', { who: '' }, /Select who does it/],
    ['somebody who is nobody', { who: newId() }, /Select who does it/],
    ['somebody else without a name', { who: 'other' }, /Enter the name of who does it/],
    [
      'no day',
      { 'by-day': '', 'by-month': '', 'by-year': '' },
      /Enter the day by which it is done/,
    ],
    ['a day that is past', { 'by-day': '2' }, /must be today or later/],
    ['a day that does not exist', { 'by-day': '31' }, /must be a real date/],
    ['a day after all time', { 'by-year': '2031' }, /must be within two years/],
    ['more than anybody reads', { what: 'x'.repeat(501) }, /Use 500 characters or fewer/],
  ] as const) {
    it(`refuses ${name}, and keeps what was typed`, async () => {
      const { carer, path } = await held()
      const { id, done } = await add(path, fields)
      assert.equal(done.status, 422)
      assert.match(done.text, words)
      assert.equal(done.field('id'), id)
      assert.equal(done.field('by-month'), fields['by-month' as never] ?? '4')
      assert.deepEqual(await actionsOf(carer), [])
    })
  }

  it('in a crisis is for the next days', async () => {
    const { path } = await held(2)
    const { done } = await add(path, { 'by-day': '18' })
    assert.match(done.text, /within the next two weeks: this is a plan for the next days/)
    assert.equal((await add(path, { 'by-day': '17' })).done.status, 303)
  })

  it('shows what earlier talks left to do, so that it is not agreed twice', async () => {
    const { carer, path } = await held()
    await add(path)
    const id = newId()
    const talk = {
      id,
      number: 3 as const,
      heldOn: isoDate('2018-04-03'),
      words: {},
      unconfirmed: {},
      assessmentAskedFor: false,
    }
    await as(jo.actor, (tx) =>
      holdConversation(tx, { actor: jo.actor, personId: carer, held: talk }),
    )
    assert.match(
      (await adviser.get(`/conversations/${id}/agreed`)).text,
      /Agreed before, and still to do Ring the choir/,
    )
  })
})

describe('what becomes of it', () => {
  const changed = async (id: string, more: Fields, by = adviser) => {
    const version = (await by.get(`/agreed/${id}`)).field('version') ?? ''
    return by.post(`/agreed/${id}`, { ...thing, version, state: 'open', ended_words: '', ...more })
  }

  it('is ticked off with one button, once', async () => {
    const { id: talk, carer, path } = await held()
    const { id } = await add(path)
    for (const _ of [1, 2])
      assert.equal(
        (await adviser.post(`/agreed/${id}/done`, {})).location,
        `/conversations/${talk}`,
      )
    const [action] = await actionsOf(carer)
    assert.deepEqual([action?.state, action?.endedOn, action?.version], ['done', '2018-04-03', 2])
    assert.match((await adviser.get(`/conversations/${talk}`)).text, /Done \(3 April 2018\)/)
  })

  it('not done needs why; opened again it is to do', async () => {
    const { carer, path } = await held()
    const { id } = await add(path)
    const without = await changed(id, { state: 'not_done' })
    assert.equal(without.status, 422)
    assert.match(without.text, /Enter why it was not done/)
    assert.match((await changed(id, { state: '' })).text, /Select how it stands/)
    await changed(id, { state: 'not_done', ended_words: 'The choir stopped' })
    const ended = (await actionsOf(carer))[0]
    assert.deepEqual([ended?.state, ended?.endedWords], ['not_done', 'The choir stopped'])
    await changed(id, { state: 'open' })
    const open = (await actionsOf(carer))[0]
    assert.deepEqual([open?.state, open?.endedOn, open?.endedWords], ['open', null, null])
  })

  it('of two who change it the second sees both, and loses nothing', async () => {
    const { path } = await held()
    const { id } = await add(path)
    const version = (await sam.get(`/agreed/${id}`)).field('version') ?? ''
    await changed(id, { what: 'Mine' })
    const theirs = await sam.post(`/agreed/${id}`, {
      ...thing,
      version,
      what: 'Theirs',
      state: 'open',
    })
    assert.equal(theirs.status, 409)
    assert.equal(theirs.field('what'), 'Theirs')
    assert.match(theirs.text, /Somebody changed this while you were writing .* Mine: Margaret/)
  })

  it('belongs to the list of whoever does it, on its day, and to what they leave behind', async () => {
    const { carer, path } = await held()
    const { id } = await add(path, { who: adviser.actor.accountId! })
    const listed = (who: typeof jo) =>
      as(who.actor, async (tx) => {
        const of = { actor: who.actor, today: isoDate('2018-04-03'), limit: 500 }
        return (await agreedToday.list(tx, of)).items.filter(({ href }) => href === `/agreed/${id}`)
      })
    const [item] = await listed(adviser)
    assert.deepEqual([item?.dueOn, item?.detail], ['2018-04-06', 'Ring the choir'])
    assert.deepEqual(await listed(sam), [])
    const { authorityId, accountId } = adviser.actor
    const inHand = await as(manager.actor, (tx) =>
      listActionsInHand(tx, { authorityId, accountId: accountId!, limit: 500 }),
    )
    assert.ok(inHand.items.some(({ href }) => href === `/agreed/${id}`))
    await adviser.post(`/agreed/${id}/done`, {})
    assert.deepEqual(await listed(adviser), [])
    assert.equal((await actionsOf(carer))[0]?.state, 'done')
  })

  it('is not for a worker elsewhere', async () => {
    const { path } = await held()
    const { id } = await add(path)
    assert.equal((await elsewhere.get(`/agreed/${id}`)).status, 404)
    assert.equal((await elsewhere.post(`/agreed/${id}/done`, {})).status, 404)
  })
})

describe('the carer’s own page', () => {
  it('tells what was agreed in their words, and not what is kept from it', async () => {
    const { carer, path } = await held()
    await add(path)
    await add(path, { what: 'Send the leaflet', who: adviser.actor.accountId! })
    await add(path, {
      what: 'Ask about the bruise',
      who: adviser.actor.accountId!,
      withheld: 'yes',
    })
    const own = await house.signIn({ duties: ['carer'], personId: carer })
    const { text } = await own.get('/my')
    assert.match(text, /What we agreed We talked on 3 April 2018/)
    assert.match(text, /what matters to you: Getting out on Thursdays/)
    assert.match(text, /Ring the choir: you do this, by Friday 6 April 2018/)
    assert.match(text, /Send the leaflet: Ali Khan, by Friday 6 April 2018/)
    assert.doesNotMatch(text, /bruise/)
  })

  it('does not read a crisis out, and says that we get in touch every day', async () => {
    const { carer } = await held(2)
    const own = await house.signIn({ duties: ['carer'], personId: carer })
    const { text } = await own.get('/my')
    assert.match(text, /We get in touch with you every day for now, next on Wednesday 4 April 2018/)
    assert.doesNotMatch(text, /Sleep tonight|Getting out on Thursdays/)
  })
})

describe('a crisis', () => {
  const read = (id: string) => as(jo.actor, (tx) => getConversation(tx, id))
  const hidden = async (path: string) => ({ id: (await adviser.get(path)).field('id') ?? '' })

  it('says so while it has no plan for the next days', async () => {
    const { id, path } = await held(2)
    const page = () => adviser.get(`/conversations/${id}`)
    assert.match((await page()).text, /There is no plan for the next days yet/)
    await add(path)
    assert.doesNotMatch((await page()).text, /There is no plan/)
  })

  it('is looked in on from the next day, every day, until it is stood down with a reason and what comes next', async () => {
    const { id } = await held(2)
    assert.deepEqual([(await read(id)).state, (await read(id)).checkInOn], ['open', '2018-04-04'])
    const path = `/conversations/${id}/check-in`
    const first = await hidden(path)
    for (const _ of [1, 2])
      await adviser.post(path, { ...first, words: 'Slept four hours', next: 'go_on' })
    assert.equal((await as(jo.actor, (tx) => listCheckIns(tx, id))).length, 1)
    const last = await hidden(path)
    const down = { ...last, words: 'Her sister has come', next: 'stand_down' }
    const without = await adviser.post(path, down)
    assert.equal(without.status, 422)
    assert.match(without.text, /Enter why it can be stood down Enter what comes after it/)
    assert.equal(without.field('words'), 'Her sister has come')
    await adviser.post(path, { ...down, reason: 'She sleeps', after: 'Conversation 3 on Friday' })
    const after = await read(id)
    assert.deepEqual([after.state, after.checkInOn, after.closedOn], ['closed', null, '2018-04-03'])
    assert.deepEqual(
      [after.words.stoodDown, after.words.next],
      ['She sleeps', 'Conversation 3 on Friday'],
    )
    assert.match(
      (await adviser.get(`/conversations/${id}`)).text,
      /Stood down on 3 April 2018\. She sleeps What comes next: Conversation 3 on Friday/,
    )
    assert.equal((await adviser.get(path)).location, `/conversations/${id}`)
  })

  it('stood down by one while another writes, says so and keeps what the other typed', async () => {
    const { id } = await held(2)
    const path = `/conversations/${id}/check-in`
    const [mine, theirs] = [await hidden(path), await hidden(path)]
    const down = { words: 'All well', next: 'stand_down', reason: 'She sleeps', after: 'Nothing' }
    await adviser.post(path, { ...mine, ...down })
    const late = await sam.post(path, { ...theirs, words: 'Not well at all', next: 'go_on' })
    assert.equal(late.status, 409)
    assert.match(
      late.text,
      /This was stood down while you were writing On 3 April 2018: She sleeps/,
    )
    assert.equal(late.field('words'), 'Not well at all')
    assert.equal((await read(id)).state, 'closed')
  })

  it('is among what its worker leaves behind, until it is stood down', async () => {
    const { id } = await held(2)
    const { authorityId, accountId } = adviser.actor
    const inHand = async () =>
      (
        await as(manager.actor, (tx) =>
          listCrisesInHand(tx, { authorityId, accountId: accountId!, limit: 500 }),
        )
      ).items.filter(({ href }) => href === `/conversations/${id}`)
    assert.deepEqual(
      (await inHand()).map(({ title }) => title),
      ['Margaret Tolley, since 3 April 2018'],
    )
    const path = `/conversations/${id}/check-in`
    const down = { words: 'All well', next: 'stand_down', reason: 'She sleeps', after: 'Nothing' }
    await adviser.post(path, { ...(await hidden(path)), ...down })
    assert.deepEqual(await inHand(), [])
  })

  it('refuses to be looked in on without words, and without saying what comes next', async () => {
    const { id } = await held(2)
    const path = `/conversations/${id}/check-in`
    const again = await adviser.post(path, { ...(await hidden(path)), words: '' })
    assert.equal(again.status, 422)
    assert.match(again.text, /Enter how it is going Select what comes next/)
  })

  it('waits on its worker’s list, shows a missed day red, and goes to the manager', async () => {
    const { id } = await held(2, '2018-04-01')
    const list = (who: typeof jo, today: string) =>
      as(who.actor, async (tx) => {
        const of = { actor: who.actor, today: isoDate(today), limit: 500 }
        return (await checkInsToday.list(tx, of)).items.filter(({ href }) => href.includes(id))
      })
    assert.equal((await list(adviser, '2018-04-02')).length, 1)
    assert.equal((await list(manager, '2018-04-02')).length, 0)
    const [missed] = await list(manager, '2018-04-03')
    assert.match(missed?.detail ?? '', /Missed on Monday 2 April 2018\. .*Ali Khan was to look in/)
    assert.equal((await list(elsewhere, '2018-04-03')).length, 0)
    const shown = await manager.get(`/conversations/${id}`)
    assert.match(shown.text, /Monday 2 April 2018 Missed Tuesday 3 April 2018 Due today Wednesday/)
    assert.match(shown.html, /govuk-tag--red">Missed/)
    assert.match(shown.html, /app-overdue"[^>]*>Nobody has looked in/)
  })
})

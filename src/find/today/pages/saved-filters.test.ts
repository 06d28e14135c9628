import { test } from 'node:test'
import assert from 'node:assert/strict'
import { newId } from '#platform/lib/ids.ts'
import { testHouse } from '#platform/web/testing.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { contacts } from '#find/contacts/room.ts'
import { insertContact } from '#find/contacts/contacts.sql.ts'
import { referrals } from '#find/referrals/room.ts'
import { today } from '../room.ts'

const house = await testHouse([persons, referrals, contacts, today], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
const mo = await house.signIn({ duties: ['manager'], name: 'Mo Adeyemi' })

test('a filter is saved under a name, opens in one click from the list, and is deleted', async () => {
  const list = await jo.get('/my-carers?quiet=90&by=contact')
  const kept = {
    id: list.field('id') ?? newId(),
    name: 'Too quiet',
    address: '/my-carers?quiet=90',
  }
  assert.equal((await jo.post('/saved-filters', kept)).location, kept.address)
  for (const path of ['/today', '/my-carers', kept.address]) {
    assert.ok((await jo.get(path)).html.includes('href="/my-carers?quiet=90"'), path)
  }
  const managing = await jo.get('/saved-filters')
  const action = /action="(\/saved-filters\/[^"]+\/delete)"/.exec(managing.html)![1]!
  await mo.post(action, {})
  assert.ok((await jo.get('/saved-filters')).text.includes('Delete Too quiet'))
  assert.equal((await jo.post(action, {})).location, '/saved-filters')
  assert.equal((await jo.post(action, {})).location, '/saved-filters')
  assert.ok(!(await jo.get('/today')).text.includes('Too quiet'))
})

test('the same name leads to the new filter, and is nobody else’s', async () => {
  for (const address of ['/today?show=referral', '/today?show=promise']) {
    const saved = await jo.post('/saved-filters', { id: newId(), name: 'Mine', address })
    assert.equal(saved.location, address)
  }
  const { html } = await jo.get('/saved-filters')
  assert.equal(html.split('Delete Mine').length, 2)
  assert.ok(html.includes('/today?show=promise'))
  assert.ok(!(await mo.get('/saved-filters')).text.includes('Mine'))
})

test('the form to save stands where a filter is shown, and not on a list without one', async () => {
  assert.ok((await mo.get('/waiting?for=triage')).text.includes('Save this filter'))
  assert.ok(!(await mo.get('/waiting')).text.includes('Save this filter'))
  assert.equal((await mo.get('/waiting?for=triage&page=2')).field('address'), '/waiting?for=triage')
})

test('a filter without a name and one of another place are refused, and what was typed stays', async () => {
  const nameless = { id: newId(), name: ' ', address: '/today?show=referral' }
  const first = await jo.post('/saved-filters', nameless)
  assert.equal(first.status, 422)
  assert.ok(first.text.includes('Enter a name for the filter'))
  assert.equal(first.field('address'), nameless.address)
  const elsewhere = { id: newId(), name: 'Elsewhere', address: 'https://example.org' }
  const second = await jo.post('/saved-filters', elsewhere)
  assert.equal(second.status, 422)
  assert.ok(second.text.includes('Only today, my carers and who waits'))
  assert.equal(second.field('name'), 'Elsewhere')
})

test('sixty carers and their sixty promises stand in full and in order, on pages that stay light', async () => {
  const sam = await house.signIn({ duties: ['adviser'], name: 'Sam Okafor' })
  const carers = Array.from({ length: 60 }, (_, at) => ({
    familyName: `Carer${String(at).padStart(2, '0')}`,
    kind: at % 3 === 0 ? 'parent_carer' : 'adult_carer',
    promisedOn: `2018-03-${String(1 + (at % 29)).padStart(2, '0')}`,
    talkedOn: at < 20 ? '2017-11-01' : '2018-03-20',
  }))
  for (const { familyName, kind, promisedOn, talkedOn } of carers) {
    const about = { givenName: 'A', familyName, kind, workerId: sam.actor.accountId }
    const { id: personId, authorityId } = await aPerson(house.db, sam.actor, about)
    await house.asSystem((tx) =>
      insertContact(tx, {
        authorityId,
        id: newId(),
        personId,
        organisationId: sam.actor.organisationIds[0]!,
        accountId: sam.actor.accountId,
        at: `${talkedOn}T10:00:00Z`,
        channel: 'phone',
        direction: 'out',
        outcome: 'spoke',
        words: 'Talked',
        followUp: 'Ring',
        followUpOn: promisedOn,
        followUpBy: sam.actor.accountId,
      }),
    )
  }
  const day = await sam.get('/today')
  assert.match(day.text, /All 60 .* 60 .*Overdue 58 .*Today 2/)
  assert.equal(day.html.match(/Carer\d\d/g)?.length, 60)
  const order = [...day.html.matchAll(/A (Carer\d\d)/g)].map(([, name]) => name)
  const due = (name: string | undefined) =>
    carers.find((each) => each.familyName === name)!.promisedOn
  assert.deepEqual(
    order.map(due),
    carers.map(({ promisedOn }) => promisedOn).toSorted((a, b) => (a < b ? -1 : 1)),
  )
  const mine = await sam.get('/my-carers')
  assert.ok(mine.text.includes('named worker of 60 carers') && mine.text.includes('Carer49'))
  assert.ok(!mine.text.includes('Carer50'))
  assert.ok((await sam.get('/my-carers?page=2')).text.includes('Carer50'))
  const quiet = await sam.get('/my-carers?quiet=90&kind=parent_carer&by=contact')
  assert.ok(quiet.text.includes('7 carers of those'), quiet.text)
  for (const { html } of [day, mine]) assert.ok(html.length < 120_000, String(html.length))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { listDelegates } from '../delegation.sql.ts'
import { administrationHouse } from '../testing.ts'

const house = await administrationHouse()
const { aisha, authorityId } = house

const form = (over: Readonly<Record<string, string>> = {}) => ({
  id: newId(),
  organisation: String(house.hub),
  'since-day': '1',
  'since-month': '4',
  'since-year': '2017',
  'until-day': '31',
  'until-month': '3',
  'until-year': '2018',
  reason: 'Cabinet, 2 March 2017',
  ...over,
})

const on = (date: string) =>
  house.asSystem((tx) => listDelegates(tx, { authorityId, on: isoDate(date) }))

test('the council delegates the decision from a day until another, and it holds then and only then', async () => {
  const sent = form()
  assert.equal((await aisha.post('/admin/delegation', sent)).status, 303)
  assert.equal((await aisha.post('/admin/delegation', sent)).status, 303)
  assert.deepEqual(await on('2017-03-31'), [])
  assert.deepEqual(await on('2017-04-01'), [house.hub])
  assert.deepEqual(await on('2018-03-31'), [house.hub])
  assert.deepEqual(await on('2018-04-01'), [])
  assert.match(
    (await aisha.get('/admin/delegation')).text,
    /Test hub 1 April 2017 to 31 March 2018 Cabinet, 2 March 2017/,
  )
})

const none = { 'until-day': '', 'until-month': '', 'until-year': '' }

for (const [name, over, words] of [
  ['no organisation', { organisation: '' }, /Select the organisation/],
  ['the council itself', { organisation: 'council' }, /Select the organisation/],
  [
    'no first day',
    { 'since-day': '', 'since-month': '', 'since-year': '' },
    /Enter the day from which/,
  ],
  ['a day before the Act', { 'since-year': '2014' }, /on or after 1 April 2015/],
  ['an end before its beginning', { 'until-year': '2016' }, /on or after the first day/],
  ['no ground', { reason: '' }, /decision or contract that says so/],
  [
    'days that are delegated already',
    { 'since-year': '2018', 'since-month': '3', ...none },
    /delegated to Test hub on these days already/,
  ],
] as const) {
  test(`a delegation is refused with ${name}`, async () => {
    const organisation =
      'organisation' in over && over.organisation === 'council'
        ? { organisation: String(house.council) }
        : {}
    const refused = await aisha.post('/admin/delegation', form({ ...over, ...organisation }))
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
  })
}

test('one without an end is ended with today, and what went before stays in the list', async () => {
  const sent = form({ 'since-year': '2018', ...none })
  assert.equal((await aisha.post('/admin/delegation', sent)).status, 303)
  assert.deepEqual(await on('2030-01-01'), [house.hub])
  await aisha.post(`/admin/delegation/${sent.id}/end`, {})
  assert.deepEqual(await on('2018-04-03'), [house.hub])
  assert.deepEqual(await on('2018-04-04'), [])
  assert.match((await aisha.get('/admin/delegation')).text, /1 April 2018 to 3 April 2018/)
  assert.match((await aisha.get('/admin/changes')).text, /Aisha Khan Changed: Delegation/)
})

test('an administrator of a hub sees it, and does not give their own hub the council’s decision', async () => {
  const ofHub = await house.signIn({ duties: ['administrator'], name: 'Bea Hall' })
  const shown = await ofHub.get('/admin/delegation')
  assert.match(shown.text, /Only an administrator of the council can change this/)
  assert.equal((await ofHub.post('/admin/delegation', form())).status, 403)
  assert.equal((await ofHub.post(`/admin/delegation/${newId()}/end`, {})).status, 403)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#platform/web/testing.ts'
import { directory } from '../room.ts'

const house = await testHouse([directory], { today: '2026-11-22' })
const { visitor } = house
await directory.demo?.load({ db: house.db, config: house.house.config, clock: house.house.clock })

test('before a search there is the form, and whom to ring wherever one lives', async () => {
  const page = await visitor.get('/find-help')
  assert.equal(page.status, 200)
  assert.match(page.text, /Your postcode, or a town or village/)
  assert.match(page.html, /href="tel:116123"/)
})

test('a postcode gives the nearest first, with how far, how sure, and what is made up', async () => {
  const page = await visitor.post('/find-help', { where: 'WR9 8DQ', need: 'company' })
  assert.equal(page.status, 200)
  assert.match(page.text, /15 near WR9 8DQ/)
  assert.match(
    page.text,
    /Droitwich Spa carers' group within a mile : In the middle of Droitwich Spa/,
  )
  assert.match(page.text, /Demonstration: made up/)
  assert.match(page.text, /Checked on/)
  assert.ok(
    page.text.indexOf("Droitwich Spa carers' group") < page.text.indexOf("Worcester carers' group"),
  )
})

test('ten are shown first, all of them on asking', async () => {
  const few = await visitor.post('/find-help', { where: 'Evesham', need: '' })
  assert.equal(few.html.match(/class="app-find"/g)?.length, 10 + (await everywhere()))
  assert.match(few.text, /Show all 38/)
  const all = await visitor.post('/find-help', { where: 'Evesham', need: '', all: 'yes' })
  assert.equal(all.html.match(/class="app-find"/g)?.length, 38 + (await everywhere()))
  assert.doesNotMatch(all.text, /Show all/)
})

const everywhere = async () =>
  (await visitor.get('/find-help')).html.match(/class="app-find"/g)?.length ?? 0

test('an old entry says that it is old', async () => {
  const page = await visitor.post('/find-help', { where: 'Pershore', need: 'computers' })
  assert.match(
    page.text,
    /Last checked on 1 July 2016, more than a year ago\. Ring before you go\./,
  )
})

test('no place, and no such place, are refused with what was typed', async () => {
  const none = await visitor.post('/find-help', { where: '', need: 'money' })
  assert.equal(none.status, 422)
  assert.match(none.text, /There is a problem Enter your postcode, or a town or village/)
  assert.match(none.html, /<option value="money" selected/)
  const lost = await visitor.post('/find-help', { where: '<b>Atlantis</b>', need: '' })
  assert.equal(lost.status, 422)
  assert.equal(lost.field('where'), '<b>Atlantis</b>')
  assert.match(lost.text, /like Evesham or Redditch/)
})

test('a need that is not on the list is refused', async () => {
  const page = await visitor.post('/find-help', { where: 'Evesham', need: "' or 1=1" })
  assert.equal(page.status, 422)
})

test('from another county the nearest are shown all the same', async () => {
  const page = await visitor.post('/find-help', { where: 'B1 1BB', need: '' })
  assert.match(page.text, /38 near B1 1BB That postcode is in Birmingham/)
})

test('neither place nor need ever stands in an address', async () => {
  const page = await visitor.post('/find-help', { where: 'WR5 2NP', need: 'dementia' })
  assert.doesNotMatch(page.html, /(href|action)="[^"]*(WR5|dementia)/)
  assert.doesNotMatch(page.html, /method="get"/)
})

test('where a need has nothing near, people to ring are named', async () => {
  const page = await visitor.post('/find-help', { where: 'Evesham', need: 'dementia' })
  assert.match(page.text, /Nothing found near Evesham/)
  assert.match(page.text, /Dementia support line/)
})

test('young people find clubs, in their own pages', async () => {
  const page = await visitor.post('/young-carers/clubs', { where: 'Redditch' })
  assert.match(page.html, /door-young/)
  assert.match(page.text, /Redditch young carers' club/)
  assert.doesNotMatch(page.text, /Library/)
  assert.match(page.text, /Childline/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#platform/web/testing.ts'
import { home } from '../room.ts'

const house = await testHouse([home])

test('the home page asks a question and does not begin with the word carer', async () => {
  const shown = await house.visitor.get('/')
  assert.equal(shown.status, 200)
  assert.match(shown.text, /Do you look after someone\? A partner, parent, child or friend/)
  assert.ok(shown.text.indexOf('Check what help you can get') < shown.text.search(/carer/i))
})

test('each way in leads somewhere', async () => {
  const { html } = await house.visitor.get('/')
  for (const href of [
    '/am-i-a-carer',
    '/help-today',
    '/find-help',
    '/if-i-am-ill',
    '/young-carers',
    '/refer',
  ]) {
    assert.match(html, new RegExp(`href="${href}"`))
  }
})

test('the number to ring stands on the pages where someone may need it', async () => {
  for (const path of ['/', '/help-today', '/if-i-am-ill']) {
    assert.match((await house.visitor.get(path)).html, /href="tel:01632960000"/)
  }
})

test('the page for today begins with danger, and can be left quickly', async () => {
  const { text, html } = await house.visitor.get('/help-today')
  assert.match(html, /href="tel:999"/)
  assert.match(text, /Leave this page quickly.*Someone is in danger now/)
})

test('the young carers’ page is theirs: violet, kind, and quick to leave', async () => {
  const shown = await house.visitor.get('/young-carers')
  assert.match(shown.html, /door-young/)
  assert.match(shown.text, /You will not be in trouble/)
  assert.match(shown.text, /Leave this page quickly/)
})

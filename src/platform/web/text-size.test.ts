import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from './testing.ts'
import { textSizeIn } from './text-size.ts'

const house = await testHouse([])
const origin = 'http://localhost'

const get = (cookie: string, headers: Readonly<Record<string, string>> = {}) =>
  house.app.inject({ url: '/text-size', headers: { host: 'localhost', cookie, ...headers } })

test('every page has the size that was chosen, and none is chosen at first', async () => {
  assert.match((await get('')).body, /<html lang="en-GB" class="govuk-template">/)
  assert.match(
    (await get('alongside-text-size=large')).body,
    /class="govuk-template app-text-large"/,
  )
  assert.match((await get('a=b; alongside-text-size=largest')).body, /app-text-largest"/)
})

test('a size that is none of ours is not written into a page', () => {
  assert.equal(textSizeIn('alongside-text-size="><script>'), 'normal')
  assert.equal(textSizeIn('alongside-text-size=huge'), 'normal')
  assert.equal(textSizeIn('other-alongside-text-size=large'), 'normal')
})

test('choosing a size leads back to the page one came from', async () => {
  const shown = await get('', { referer: `${origin}/find-help?near=WR1` })
  assert.match(shown.body, /name="back" value="\/find-help\?near=WR1"/)
  const done = await house.visitor.post('/text-size', {
    size: 'large',
    back: '/find-help?near=WR1',
  })
  assert.equal(done.location, '/find-help?near=WR1')
  assert.match(
    String(done.response.headers['set-cookie']),
    /^alongside-text-size=large; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
  )
})

test('it leads nowhere else', async () => {
  assert.match(
    (await get('', { referer: 'https://evil.example/x' })).body,
    /name="back" value="\/"/,
  )
  for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', '']) {
    assert.equal((await house.visitor.post('/text-size', { size: 'normal', back })).location, '/')
  }
})

test('nothing chosen is told', async () => {
  const refused = await house.visitor.post('/text-size', { back: '/' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Select a text size/)
})

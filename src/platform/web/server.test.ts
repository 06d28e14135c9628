import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { BadRequest, Conflict, NotFound } from '#platform/lib/errors.ts'
import { html } from '#platform/lib/html.ts'
import type { Room } from '#platform/room.ts'
import { text } from './fields.ts'
import { form, freshForm } from './form.ts'
import { fieldOf, faultSummary } from './form-view.ts'
import { page, see, show, showAgain } from './page.ts'
import { buildServer } from './server.ts'
import { testHouse } from './testing.ts'

const nameForm = form({ name: text('Enter your name', 20) })
const throwing = (path: string, error: () => Error) =>
  page({
    path,
    door: 'public',
    may: 'anyone',
    get: async () => {
      throw error()
    },
  })

const room: Room = {
  name: 'try',
  pages: [
    page({
      path: '/name',
      door: 'public',
      may: 'anyone',
      get: async () =>
        show({ title: 'Name', main: html`${JSON.stringify(fieldOf(freshForm(), 'name'))}` }),
      post: async ({ body }) => {
        const read = nameForm.read(body)
        if (!read.ok)
          return showAgain({
            title: 'Name',
            main: html`${faultSummary(read.error)}<input
                name="name"
                value="${fieldOf(read.error, 'name').value}"
              />`,
          })
        return see(`/name?is=${read.value.name}`)
      },
    }),
    page({
      path: '/desk',
      door: 'workspace',
      may: ['adviser'],
      get: async ({ actor }) => show({ title: 'Desk', main: html`${actor.displayName}` }),
      post: async () => see('/desk'),
    }),
    page({
      path: '/things/:thing',
      door: 'public',
      may: 'anyone',
      params: z.object({ thing: z.string() }),
      get: async ({ params }) => show({ title: 'Thing', main: html`${params.thing}` }),
    }),
    throwing('/bad', () => new BadRequest('bad')),
    throwing('/gone', () => new NotFound()),
    throwing('/conflict', () => new Conflict()),
    throwing('/fault', () => new Error('a secret detail')),
    throwing('/away', () => Object.assign(new Error('down'), { code: 'ECONNREFUSED' })),
  ],
}
const house = await testHouse([room])

test('a form that is refused shows what was typed and what to do, with status 422', async () => {
  const again = await house.visitor.post('/name', {
    name: 'a name of more than twenty letters <b>',
  })
  assert.equal(again.status, 422)
  assert.equal(again.field('name'), 'a name of more than twenty letters <b>')
  assert.match(again.text, /There is a problem Use 20 characters or fewer/)
  assert.match(again.title, /^Error: Name/)
})

test('a form that is right leads on with 303', async () => {
  const done = await house.visitor.post('/name', { name: ' Jo ' })
  assert.deepEqual([done.status, done.location], [303, '/name?is=Jo'])
})

test('every error page helps, and tells nothing of the inside', async () => {
  for (const [path, status, words] of [
    ['/bad', 400, /could not understand/],
    ['/gone', 404, /Page not found/],
    ['/no-such', 404, /Page not found/],
    ['/conflict', 409, /Nothing of theirs was overwritten/],
    ['/fault', 500, /tell us this number/],
    ['/away', 503, /back in a few minutes/],
  ] as const) {
    const shown = await house.visitor.get(path)
    assert.equal(shown.status, status, path)
    assert.match(shown.text, words)
    assert.doesNotMatch(shown.html, /secret detail/)
  }
})

test('an address with a character that no text may hold is no page', async () => {
  assert.equal((await house.visitor.get('/things/a')).status, 200)
  for (const address of ['/things/%00', '/things/a%00b'])
    assert.equal((await house.visitor.get(address)).status, 404, address)
})

test('what is too large is refused with 413 and words', async () => {
  const shown = await house.visitor.post('/name', { name: 'x'.repeat(1_200_000) })
  assert.equal(shown.status, 413)
  assert.match(shown.text, /larger than we can take/)
})

test('a visitor is led to sign in and back; another duty is refused; the right one enters', async () => {
  assert.equal((await house.visitor.get('/desk')).location, '/sign-in/staff?next=%2Fdesk')
  const analyst = await house.signIn({ duties: ['analyst'] })
  assert.equal((await analyst.get('/desk')).status, 403)
  const adviser = await house.signIn({ duties: ['adviser'], name: 'Jo Pugh' })
  assert.match((await adviser.get('/desk')).text, /Jo Pugh/)
})

test('a form sent after the session ended comes back with all that was typed', async () => {
  const kept = await house.visitor.post('/desk', { words: 'an hour of typing' })
  assert.equal(kept.status, 401)
  assert.equal(kept.field('words'), 'an hour of typing')
})

test('a form sent by another site is refused', async () => {
  const send = (headers: Record<string, string>) =>
    house.app.inject({
      method: 'POST',
      url: '/name',
      headers: {
        host: 'localhost',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      payload: 'name=Jo',
    })
  assert.equal((await send({ origin: 'https://evil.example' })).statusCode, 403)
  assert.equal((await send({ origin: 'null' })).statusCode, 403)
  assert.equal(
    (await send({ 'sec-fetch-site': 'cross-site', origin: 'http://localhost' })).statusCode,
    403,
  )
  assert.equal((await send({ referer: 'https://evil.example/page' })).statusCode, 403)
  assert.equal((await send({ 'sec-fetch-site': 'same-origin' })).statusCode, 303)
  assert.equal((await send({ referer: 'http://localhost/name' })).statusCode, 303)
})

test('pages go out with a strict content policy, and no inline script or style', async () => {
  const { response, html: markup } = await house.visitor.get('/name')
  const policy = String(response.headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(response.headers['x-content-type-options'], 'nosniff')
  assert.doesNotMatch(markup, /<script(?![^>]* src=)|<style| style=| on\w+=/)
})

test('assets are compressed and kept by browsers for a year', async () => {
  const { html: markup } = await house.visitor.get('/name')
  const address = /href="(\/assets\/[^"]+govuk-frontend\.min\.css)"/.exec(markup)?.[1] ?? ''
  const sent = await house.app.inject({ url: address, headers: { 'accept-encoding': 'br' } })
  assert.equal(sent.statusCode, 200)
  assert.match(String(sent.headers['cache-control']), /max-age=31536000, immutable/)
  assert.equal(sent.headers['content-encoding'], 'br')
})

test('the server refuses to start with a page that does not say who may use it', async () => {
  const undeclared = { path: '/open', door: 'public', get: async () => see('/') } as never
  await assert.rejects(
    buildServer({ ...house.house, rooms: [{ name: 'bad', pages: [undeclared] }] }),
    /does not declare who may use it/,
  )
})

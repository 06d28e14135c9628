import { test } from 'node:test'
import assert from 'node:assert/strict'
import { testHouse } from '#platform/web/testing.ts'
import { persons } from '#people/persons/room.ts'
import { aPerson } from '#people/persons/testing.ts'
import { contacts } from '#find/contacts/room.ts'
import { referrals } from '#find/referrals/room.ts'
import { today } from '../room.ts'

const house = await testHouse([persons, referrals, contacts, today], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'] })

test('each key that a page listens for stands on the page that tells of them', async () => {
  const { id } = await aPerson(house.db, jo.actor)
  const told = (await jo.get('/keys')).text
  const paths = ['/today', '/search?q=tolley', `/carers/${id}`, `/carers/${id}/contacts/new`]
  const pages = await Promise.all(paths.map((path) => jo.get(path)))
  const used = pages.flatMap(({ html }) => [...html.matchAll(/aria-keyshortcuts="([^"]+)"/g)])
  const keys = new Set(used.map(([, key]) => key!))
  assert.deepEqual(
    [...keys].toSorted((a, b) => a.localeCompare(b)),
    ['?', '/', '1', '2', '3', '4', '5', 'c'],
  )
  for (const key of keys) assert.ok(/\d/.test(key) || told.includes(`${key} `), key)
  assert.ok(told.includes('1 to 9') && told.includes('1 to 5'))
})

test('keys of one character are turned off for a browser, and on again', async () => {
  const off = await jo.post('/keys', { keys: 'off' })
  assert.equal(off.location, '/keys')
  assert.match(String(off.response.headers['set-cookie']), /alongside-keys=off; Max-Age=31536000/)
  const on = await jo.post('/keys', { keys: 'on' })
  assert.match(String(on.response.headers['set-cookie']), /alongside-keys=on/)
})

test('an answer that is none is refused, and the page is for workers', async () => {
  const page = await jo.post('/keys', { keys: 'perhaps' })
  assert.equal(page.status, 422)
  assert.ok(page.text.includes('Select whether the keys work'))
  const referrer = await house.signIn({
    duties: ['referrer'],
    organisation: 'Surgery',
    kind: 'gp_practice',
  })
  assert.equal((await referrer.get('/keys')).status, 403)
  assert.ok(!(await referrer.get('/account')).html.includes('href="/keys"'))
})

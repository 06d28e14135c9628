import { test } from 'node:test'
import assert from 'node:assert/strict'
import { newId } from '#platform/lib/ids.ts'
import { limits } from '#share/accounts/limits.rules.ts'
import { anOrganisation, testHouse } from '#platform/web/testing.ts'
import { referrals } from '../../referrals/room.ts'
import { referralDoors } from '../room.ts'

const house = await testHouse([referrals, referralDoors], { today: '2018-11-06' })
await house.asSystem((tx) => anOrganisation(tx, house.house.authority.id, 'Test hub', 'hub'))

const form = () => ({
  id: newId(),
  givenName: 'Margaret',
  familyName: 'Tolley',
  telephone: '01632 960287',
  knowsThem: 'I live next door',
  senderName: 'Ivor Bright',
  agreed: 'yes',
  agreedHow: 'spoken',
})
const send = () => house.visitor.post('/refer/someone-you-know', form())

test('the first page leads to every way in', async () => {
  const page = await house.visitor.get('/refer')
  for (const href of [
    '/register',
    '/young-carers/register',
    '/refer/someone-you-know',
    '/refer/gp-practice',
    '/refer/ward',
    '/refer/school',
    '/refer/social-worker',
    '/refer/jobcentre',
    '/refer/charity',
    '/refer/where-it-stands',
  ])
    assert.ok(page.html.includes(`href="${href}"`), href)
})

test('a machine that sends and sends is stopped, and a person among them loses nothing typed', async () => {
  const { most } = limits['referral sent, network']
  for (let sent = 0; sent < most; sent += 1) assert.equal((await send()).status, 303)
  const page = await send()
  assert.equal(page.status, 429)
  assert.ok(page.text.includes('or ring us: what you typed is still here'))
  assert.equal(page.field('knowsThem'), 'I live next door')
  const kept = await house.asSystem((tx) => tx.selectFrom('referral').select('id').execute())
  assert.equal(kept.length, most)
})

test('a receipt is nobody’s but the visitor’s who has its address', async () => {
  assert.equal((await house.visitor.get(`/refer/sent/${newId()}`)).status, 404)
  assert.equal((await house.visitor.get('/refer/sent/nonsense')).status, 404)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotBy, type SendingWay } from './sending.rules.ts'

const reachable = {
  email: 'margaret@example.org',
  mayEmail: true,
  address1: '4 Orchard Rise',
  postcode: 'WR14 2AA',
  mayPost: true,
}

type Reachable = Parameters<typeof whyNotBy>[1]

const ways: readonly [string, SendingWay, Partial<Reachable>, RegExp | null][] = [
  ['email where there is an address', 'email', {}, null],
  ['email where nobody asked whether it is wanted', 'email', { mayEmail: null }, null],
  ['no email without an address', 'email', { email: null }, /no email address/],
  ['no email to someone who does not want it', 'email', { mayEmail: false }, /does not want email/],
  ['post where there is an address', 'post', {}, null],
  ['no post without a whole address', 'post', { address1: null }, /postal address/],
  [
    'no post to someone for whom it is not safe or wanted',
    'post',
    { mayPost: false },
    /does not want post/,
  ],
  ['by hand always', 'by_hand', { email: null, mayPost: false }, null],
]

for (const [name, way, changed, words] of ways) {
  test(name, () => {
    const why = whyNotBy(way, { ...reachable, ...changed })
    if (words === null) assert.equal(why, null)
    else assert.match(why ?? '', words)
  })
}

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { emailFrom } from './email.ts'

test('an address is kept in small letters without what is around it', () => {
  assert.equal(emailFrom(' Jo.Pugh@Example.ORG '), 'jo.pugh@example.org')
  assert.equal(emailFrom('<jo@example.co.uk>'), 'jo@example.co.uk')
  assert.equal(emailFrom('mailto:jo+hub@example.org'), 'jo+hub@example.org')
})

test('what could not be written to is none', () => {
  for (const text of [
    '',
    'jo',
    'jo@',
    '@example.org',
    'jo@example',
    'jo@@example.org',
    'a b@c.org',
  ])
    assert.equal(emailFrom(text), null)
  assert.equal(emailFrom('jo@example..org'), null)
})

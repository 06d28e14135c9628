import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WayIn } from './account.ts'
import { longestSessionSeconds, routeAdmits, sessionLifetimes } from './session.rules.ts'

test('staff are signed out after an hour without use, and after a working day at the latest', () => {
  for (const wayIn of ['sso', 'password'] as const) {
    assert.deepEqual(sessionLifetimes[wayIn], { absoluteSeconds: 43_200, idleSeconds: 3_600 })
  }
})

test('carers stay signed in for up to 30 days, and a week without use', () => {
  assert.deepEqual(sessionLifetimes.email_code, {
    absoluteSeconds: 2_592_000,
    idleSeconds: 604_800,
  })
  assert.equal(longestSessionSeconds, 2_592_000)
})

const admissions: readonly [string | undefined, WayIn, boolean][] = [
  ['/sign-in/email-otp', 'email_code', true],
  ['/sign-in/email-otp', 'sso', false],
  ['/sign-in/email-otp', 'password', false],
  ['/passkey/verify-authentication', 'email_code', true],
  ['/passkey/verify-authentication', 'sso', false],
  ['/sign-in/email', 'password', true],
  ['/sign-in/email', 'sso', false],
  ['/sign-in/email', 'email_code', false],
  ['/house/single-sign-on', 'sso', true],
  ['/house/single-sign-on', 'password', false],
  ['/house/demo', 'sso', true],
  ['/reset-password', 'password', false],
  [undefined, 'email_code', false],
]

for (const [route, wayIn, admitted] of admissions) {
  test(`${route ?? 'no route'} ${admitted ? 'signs in' : 'refuses'} an account that comes in by ${wayIn}`, () => {
    assert.equal(routeAdmits(route, wayIn), admitted)
  })
}

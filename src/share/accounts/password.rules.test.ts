import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordFault } from './password.rules.ts'

const cases: readonly [string, string, RegExp | null][] = [
  ['three random words', 'kettle orbit fern', null],
  ['a long sentence', 'the heron stands on one leg at dusk', null],
  ['letters of other scripts beside Latin ones', 'żółw plays chess', null],
  ['words in a script without Latin letters', 'قلم بحر سحابة نافذة', null],
  ['eleven characters', 'kettleorbit', /12 characters or more/],
  ['129 characters', 'kettle'.repeat(22).slice(0, 129), /128 characters or fewer/],
  ['one character again and again', 'aaaaaaaaaaaaaa', /again and again/],
  ['the word itself with a number', 'Password12345', /too easy to guess/],
  ['two obvious words', 'Welcome-Worcester', /too easy to guess/],
  ['the person’s own address', 'jo.pugh.jo.pugh', /too easy to guess/],
]

for (const [what, password, fault] of cases) {
  test(`${what} ${fault === null ? 'will do' : 'will not do'} as a password`, () => {
    const found = passwordFault(password, 'jo.pugh@hub.example')
    if (fault === null) assert.equal(found, null)
    else assert.match(found ?? '', fault)
  })
}

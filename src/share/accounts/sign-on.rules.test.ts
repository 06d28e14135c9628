import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provesSecondFactor, rulesFor, type SignOnRule } from './sign-on.rules.ts'

const rule: SignOnRule = {
  id: 'one',
  issuer: 'https://id.example',
  claim: 'groups',
  value: 'carers-hub',
  organisationId: 1,
  duties: ['adviser'],
}
const vouched = { issuer: 'https://id.example/', email: 'a@hub.example', claims: {} }

for (const [name, over, claims, expected] of [
  ['a group among others', {}, { groups: ['staff', 'carers-hub'] }, true],
  ['a claim of one word', { claim: 'role' }, { role: 'carers-hub' }, true],
  ['another group', {}, { groups: ['staff'] }, false],
  ['no claim at all', {}, {}, false],
  ['a claim that is no text', {}, { groups: { 'carers-hub': true } }, false],
  ['another issuer', { issuer: 'https://other.example' }, { groups: ['carers-hub'] }, false],
  ['the domain of the address', { claim: 'email_domain', value: 'hub.example' }, {}, true],
  ['a domain that only ends alike', { claim: 'email_domain', value: 'ub.example' }, {}, false],
  [
    'a domain claimed rather than verified',
    { claim: 'email_domain', value: 'council.example' },
    { email_domain: 'council.example' },
    false,
  ],
] as const) {
  test(`a rule of single sign-on ${expected ? 'holds' : 'does not hold'} for ${name}`, () => {
    const held = rulesFor([{ ...rule, ...over }], { ...vouched, claims })
    assert.equal(held.length === 1, expected)
  })
}

for (const [name, claims, expected] of [
  ['several factors in one word', { amr: ['pwd', 'mfa'] }, true],
  ['a password and a code', { amr: ['pwd', 'otp'] }, true],
  ['a password alone', { amr: ['pwd'] }, false],
  ['a code alone', { amr: ['otp'] }, false],
  ['nothing said', {}, false],
  ['a level that means several', { acr: 'https://refeds.org/profile/mfa' }, true],
  ['a level that means little', { acr: '1' }, false],
] as const) {
  test(`a second factor is ${expected ? 'proved' : 'not proved'} by ${name}`, () => {
    assert.equal(provesSecondFactor(claims), expected)
  })
}

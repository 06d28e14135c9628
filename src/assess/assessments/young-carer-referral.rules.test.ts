import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#platform/lib/dates.ts'
import { currentForms, formOf } from './assessment-form.ts'
import {
  childHelps,
  faultsOfReferral,
  unsettledChildren,
  type ChildToRefer,
} from './young-carer-referral.rules.ts'

const today = isoDate('2018-04-03')
const child: ChildToRefer = {
  dateOfBirth: isoDate('2006-05-01'),
  age: null,
  agreed: 'both',
  agreedWords: null,
  parentKnows: 'yes',
  telephone: '01632960001',
  reachThrough: null,
  safeContact: null,
  what: 'Cooks and keeps an eye on him',
}

const cases: readonly [string, Partial<ChildToRefer>, readonly string[]][] = [
  ['all of it told', {}, []],
  ['about how old is enough', { dateOfBirth: null, age: 11 }, []],
  ['no age at all', { dateOfBirth: null }, ['dateOfBirth']],
  ['18 today', { dateOfBirth: isoDate('2000-04-03') }, ['dateOfBirth']],
  ['17 still', { dateOfBirth: isoDate('2000-04-04') }, []],
  ['nobody was asked', { agreed: null }, ['agreed']],
  ['nobody has agreed, without a reason', { agreed: 'nobody' }, ['agreedWords']],
  ['nobody has agreed, with a reason', { agreed: 'nobody', agreedWords: 'Seen tired' }, []],
  ['a child of 11 alone', { agreed: 'child' }, ['agreedWords']],
  ['a child of 16 alone', { agreed: 'child', dateOfBirth: isoDate('2002-04-03') }, []],
  ['nobody knows whether a parent knows', { parentKnows: null }, ['parentKnows']],
  ['a parent must not hear of it', { parentKnows: 'no' }, ['reachThrough']],
  ['a parent may not know', { parentKnows: 'not_sure', safeContact: 'At school only' }, []],
  ['no way to reach them', { telephone: null }, ['telephone']],
  ['through somebody at school', { telephone: null, reachThrough: 'Ms Hill' }, []],
  ['nothing of what they do', { what: null }, ['what']],
]

for (const [name, change, fields] of cases) {
  test(`a child's referral: ${name}`, () => {
    const faults = faultsOfReferral({ ...child, ...change }, today)
    assert.deepEqual(
      faults.map(({ field }) => field),
      fields,
    )
  })
}

test('every adult is asked whether a child helps, and a yes is not left there', () => {
  for (const form of currentForms().filter(({ kind }) => kind !== 'young_carer')) {
    assert.equal(childHelps(form, { child_helps: 'yes' }), true, form.version)
    assert.equal(childHelps(form, { child_helps: 'no' }), false, form.version)
    const asked = form.sections
      .flatMap(({ questions }) => questions)
      .find(({ id }) => id === 'child_helps')
    assert.notEqual(asked?.needed, undefined, form.version)
    const [left] = unsettledChildren(form, { child_helps: 'yes' }, 0)
    assert.equal(left?.field, 'child_helps')
    assert.equal(left.page, 'young-carer')
    assert.deepEqual(unsettledChildren(form, { child_helps: 'yes' }, 1), [])
    assert.deepEqual(unsettledChildren(form, { child_helps: 'no' }, 0), [])
  }
  assert.equal(childHelps(formOf('young-carer-1'), { child_helps: 'yes' }), false)
})

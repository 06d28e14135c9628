import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { contacts } from '#find/contacts/room.ts'
import { referrals } from '#find/referrals/room.ts'
import { aReferral } from '#find/referrals/testing.ts'
import { today } from '#find/today/room.ts'
import { persons } from '#people/persons/room.ts'
import { assessHouse } from '../../testing.ts'
import { listAssessments } from '../assessments.sql.ts'
import { assessments } from '../room.ts'

// Asking starts the clock wherever it is said. The clock of the house stands at Tuesday 3 April 2018.
const house = await assessHouse([persons, contacts, referrals, today, assessments])
const { as, aCarer, jo } = house
const adviser = await house.signIn({ duties: ['adviser'], name: 'Ali Khan' })
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery',
  kind: 'gp_practice',
})

const asked = async (personId: string) =>
  (await as(jo.actor, (tx) => listAssessments(tx, personId))).map(
    ({ state, kind, askedOn, askedWhere }) => [state, kind, askedOn, askedWhere],
  )

const aContact = (more: Record<string, string> = {}) => ({
  id: newId(),
  keeps: '',
  channel: 'phone',
  direction: 'in',
  outcome: 'spoke',
  words: 'Would like somebody to look at it all',
  'on-day': '2',
  'on-month': '4',
  'on-year': '2018',
  followUpBy: adviser.actor.accountId!,
  ...more,
})

describe('in a contact', () => {
  it('one tick asks, from the day of the contact, and the contact says so', async () => {
    const carer = await aCarer()
    const path = `/carers/${carer}/contacts/new`
    assert.match((await adviser.get(path)).text, /They asked for an assessment Its clock starts/)
    const sent = aContact({ assessmentAskedFor: 'yes' })
    await adviser.post(path, sent)
    await adviser.post(path, sent)
    assert.deepEqual(await asked(carer), [
      ['asked', 'adult_carer', '2018-04-02', 'In a contact: phone'],
    ])
    assert.match(
      (await adviser.get(`/contacts/${sent.id}`)).text,
      /They asked for one: its clock runs from this day/,
    )
    assert.match(
      (await adviser.get(`/carers/${carer}`)).text,
      /asked for an assessment: its clock/i,
    )
  })

  it('without the tick nothing is asked, and a refused contact asks for nothing yet and keeps the tick', async () => {
    const carer = await aCarer()
    const path = `/carers/${carer}/contacts/new`
    await adviser.post(path, aContact())
    const again = await adviser.post(path, aContact({ assessmentAskedFor: 'yes', words: '' }))
    assert.equal(again.status, 422)
    assert.equal(again.field('assessmentAskedFor'), 'yes')
    assert.deepEqual(await asked(carer), [])
  })

  it('written down later, an earlier day is the day on which they asked', async () => {
    const carer = await aCarer()
    const path = `/carers/${carer}/contacts/new`
    await adviser.post(path, aContact({ assessmentAskedFor: 'yes' }))
    await adviser.post(path, aContact({ assessmentAskedFor: 'yes', 'on-day': '1' }))
    await adviser.post(path, aContact({ assessmentAskedFor: 'yes', 'on-day': '3' }))
    assert.deepEqual(
      (await asked(carer)).map(([, , on]) => on),
      ['2018-04-01'],
    )
  })
})

describe('at registration', () => {
  it('one tick asks, from today', async () => {
    const id = newId()
    const { location } = await adviser.post('/carers/new', {
      id,
      givenName: 'Farida',
      familyName: 'Quill',
      kind: 'parent_carer',
      assessmentAskedFor: 'yes',
    })
    assert.equal(location, `/carers/${id}`)
    assert.deepEqual(await asked(id), [['asked', 'parent_carer', '2018-04-03', 'When registered']])
  })
})

describe('in a referral', () => {
  const accept = async (id: string, more: Record<string, string> = {}) => {
    const page = await adviser.get(`/referrals/${id}`)
    const { location } = await adviser.post(`/referrals/${id}/accept`, {
      version: page.field('version') ?? '',
      newId: page.field('newId') ?? '',
      record: 'new',
      worker: adviser.actor.accountId!,
      'contactBy-day': '13',
      'contactBy-month': '4',
      'contactBy-year': '2018',
      ...more,
    })
    return { page, carer: /carers\/(.+)/.exec(location ?? '')?.[1] ?? '' }
  }
  const from = { receivedOn: '2018-03-27' }

  for (const [how, values] of [
    ['that is for one', { reason: 'assessment' }],
    ['in which the carer asked', { reason: 'break', assessmentAskedFor: true }],
  ] as const) {
    it(`${how} asks from the day it came, not from the day of triage`, async () => {
      const id = await aReferral(house, surgery.actor, { ...from, ...values })
      const { page, carer } = await accept(id)
      assert.match(page.text, /its clock runs from 27 March 2018, the day this came/)
      assert.deepEqual(await asked(carer), [
        ['asked', 'adult_carer', '2018-03-27', 'In a referral'],
      ])
    })
  }

  it('asks where triage learns of it, and not otherwise', async () => {
    const of = { ...from, reason: 'break' }
    const told = await accept(await aReferral(house, surgery.actor, of), {
      assessmentAskedFor: 'yes',
    })
    assert.match(told.page.text, /They asked for an assessment Its clock then runs from 27 March/)
    assert.equal((await asked(told.carer)).length, 1)
    const silent = await accept(await aReferral(house, surgery.actor, of))
    assert.deepEqual(await asked(silent.carer), [])
  })
})

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { newId } from '#platform/lib/ids.ts'
import { anOrganisation, testHouse } from '#platform/web/testing.ts'
import { referrals } from '../../referrals/room.ts'
import { referralDoors } from '../room.ts'

const house = await testHouse([referrals, referralDoors], { today: '2018-11-06' })
const { id: authorityId } = house.house.authority
const hub = await house.asSystem((tx) => anOrganisation(tx, authorityId, 'Test hub', 'hub'))

/** A referral of Sylvia Ashby a week ago, in some state; its reference. */
async function aReferral(more: Record<string, unknown> = {}): Promise<string> {
  const id = newId()
  const reference = `REF-${id.slice(-5).toUpperCase()}`
  await house.asSystem((tx) =>
    tx
      .insertInto('referral')
      .values({
        authorityId,
        id,
        reference,
        kind: 'adult_carer',
        receivedOn: '2018-11-02',
        source: 'family_or_friend',
        door: 'someone-you-know',
        toOrganisationId: hub,
        told: JSON.stringify({ givenName: 'Sylvia', familyName: 'Ashby' }),
        state: 'new',
        ...more,
      })
      .execute(),
  )
  return reference
}

/** References are drawn with a letter to check them by; a test takes one that a door gave. */
async function sent(): Promise<string> {
  const id = newId()
  await house.visitor.post('/refer/someone-you-know', {
    id,
    givenName: 'Sylvia',
    familyName: 'Ashby',
    telephone: '01632 960287',
    knowsThem: 'Her son',
    senderName: 'Ben Ashby',
    agreed: 'yes',
    agreedHow: 'spoken',
  })
  const { reference } = await house.asSystem((tx) =>
    tx.selectFrom('referral').select('reference').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  return reference
}

const ask = (reference: string, familyName = 'ashby ') =>
  house.visitor.post('/refer/where-it-stands', { reference, familyName })

const set = (reference: string, values: Record<string, unknown>) =>
  house.asSystem((tx) =>
    tx.updateTable('referral').set(values).where('reference', '=', reference).execute(),
  )

test('whoever has the reference sees the same clock as the hub, and no name', async () => {
  const reference = await sent()
  const page = await ask(reference.toLowerCase())
  assert.equal(page.status, 200)
  for (const words of [
    'We were asked on 6 November 2018.',
    'That is 0 of 5 working days.',
    'We answer by Tuesday 13 November 2018.',
    'Test hub has it and has not answered yet.',
  ])
    assert.ok(page.text.includes(words), page.text)
  assert.ok(!page.text.includes('Sylvia') && !page.text.includes('Ben Ashby'))
})

const stages: readonly [name: string, values: Record<string, unknown>, words: string][] = [
  ['late', { receivedOn: '2018-10-22' }, 'We are late, and we are sorry.'],
  [
    'taken on',
    { state: 'accepted', triagedOn: '2018-11-05', contactDueOn: '2018-11-08' },
    'Test hub took it on. Someone rings by Thursday 8 November 2018.',
  ],
  [
    'rung',
    { state: 'accepted', triagedOn: '2018-11-05', firstContactOn: '2018-11-06' },
    'the first talk was on 6 November 2018',
  ],
  ['not taken on', { state: 'declined', triagedOn: '2018-11-05' }, 'could not take it on'],
  ['with a question', { state: 'asked' }, 'has asked the sender something'],
  [
    'passed on',
    { mayPassOn: true, passedBy: [99] },
    'It was passed on, as agreed, and is with Test hub',
  ],
]

for (const [name, values, words] of stages) {
  test(`where one stands that is ${name}`, async () => {
    const reference = await sent()
    await set(reference, values)
    const page = await ask(reference)
    assert.ok(page.text.includes(words), page.text)
  })
}

test('what became of the person is told to nobody by a reference alone', async () => {
  const reference = await sent()
  const outcome = {
    outcome: 'declined_by_carer',
    outcomeWords: 'She does not want her son to know',
  }
  await set(reference, { state: 'declined', triagedOn: '2018-11-05', ...outcome })
  const page = await ask(reference)
  assert.ok(!page.text.includes('son to know') && !page.text.includes('Declined by'))
})

test('a reference with another name, or a reference that is none, finds nothing and says the same', async () => {
  const reference = await sent()
  const made = await aReferral()
  const words = 'We find none with this reference and last name. Check both'
  for (const [asked, name] of [
    [reference, 'Smith'],
    ['REF-22222-2', 'Ashby'],
    [made, 'Ashby'],
    ['anything', 'Ashby'],
  ]) {
    const page = await ask(asked!, name)
    assert.equal(page.status, 422)
    assert.ok(page.text.includes(words), page.text)
    assert.equal(page.field('familyName'), name)
  }
})

test('guessing is stopped, and the reference that was typed stays', async () => {
  let last = await ask('REF-22222-2')
  for (let tries = 0; tries < 40 && last.status !== 429; tries += 1) last = await ask('REF-22222-2')
  assert.equal(last.status, 429)
  assert.equal(last.field('reference'), 'REF-22222-2')
})

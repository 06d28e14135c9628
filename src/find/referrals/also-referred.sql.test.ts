import { test } from 'node:test'
import assert from 'node:assert/strict'
import { testHouse } from '#platform/web/testing.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { referrals } from './room.ts'
import { aReferral } from './testing.ts'

const house = await testHouse([persons, caring, referrals], { today: '2018-03-29' })
const jo = await house.signIn({ duties: ['adviser'] })
const other = await house.signIn({ duties: ['adviser'], organisation: 'Another hub' })
const surgery = await house.signIn({
  duties: ['referrer'],
  organisation: 'Davenal House Surgery',
  kind: 'gp_practice',
})
const ward = await house.signIn({
  duties: ['referrer'],
  organisation: 'Royal Hospital',
  kind: 'hospital',
})

const told = (familyName: string, more: Record<string, string | null> = {}) => ({
  told: { familyName, telephone: '01632960287', dateOfBirth: '1946-06-01', ...more },
})
const words = 'The same person seems to have been referred more than once'

test('a practice and a ward that refer one person on one day are shown beside each other', async () => {
  const first = await aReferral(house, surgery.actor, told('Ashby'))
  await aReferral(house, ward.actor, told('ashby ', { dateOfBirth: null }))
  const page = await jo.get(`/referrals/${first}`)
  assert.ok(page.text.includes(words))
  assert.ok(page.text.includes('from Royal Hospital: to triage'))
})

const apart: readonly [name: string, more: Parameters<typeof aReferral>[2]][] = [
  ['with another name', told('Smith')],
  [
    'with neither birth nor telephone the same',
    told('Boyle', { telephone: '01632960111', dateOfBirth: '1950-01-01' }),
  ],
  ['with neither told', told('Boyle', { telephone: null, dateOfBirth: null })],
  ['of last year', { ...told('Boyle'), receivedOn: '2017-03-29' }],
  [
    'to another organisation',
    { ...told('Boyle'), toOrganisationId: other.actor.organisationIds[0]! },
  ],
]

for (const [name, more] of apart) {
  test(`one ${name} is not shown`, async () => {
    await aReferral(house, ward.actor, more)
    const id = await aReferral(house, surgery.actor, told('Boyle'))
    const page = await jo.get(`/referrals/${id}`)
    assert.equal(page.status, 200)
    assert.ok(!page.text.includes('Royal Hospital'))
  })
}

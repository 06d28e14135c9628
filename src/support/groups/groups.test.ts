import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newId } from '#platform/lib/ids.ts'
import { isoDate } from '#platform/lib/dates.ts'
import { supportHouse } from '../testing.ts'
import { listAttendancesOf } from './groups.sql.ts'
import { attendanceTimeline } from './on-the-record.ts'
import { groups } from './room.ts'

const house = await supportHouse([groups])
const { as, assessor: jo } = house
const { authorityId } = jo.actor
const organisationId = jo.actor.organisationIds[0]!

async function aGroup(name: string, active = true) {
  await house.asSystem((tx) =>
    tx
      .insertInto('supportGroup')
      .values({
        authorityId,
        id: newId(),
        organisationId,
        name,
        town: 'Malvern',
        meets: 'Last Thursday 7pm',
        active,
      })
      .execute(),
  )
}

it('the page lists the groups that meet, how many, and apart those that no longer do', async () => {
  assert.match((await jo.get('/groups')).text, /0 groups meet\./)
  await aGroup('Malvern carers’ group')
  await aGroup('Upton carers’ group', false)
  const page = await jo.get('/groups')
  assert.match(
    page.text,
    /1 group meets\..*Malvern carers’ group Malvern Last Thursday 7pm Test hub/,
  )
  assert.match(page.text, /Groups that no longer meet.*Upton carers’ group/)
})

it('a referrer does not see the list', async () => {
  const practice = await house.signIn({
    duties: ['referrer'],
    organisation: 'A surgery',
    kind: 'gp_practice',
  })
  assert.equal((await practice.get('/groups')).status, 403)
})

it('who was where stands in the timeline of each, and nowhere for another hub', async () => {
  const carer = await house.aCarer()
  const about = { authorityId, personId: carer.id, organisationId }
  await as(jo.actor, (tx) =>
    tx
      .insertInto('attendance')
      .values([
        {
          ...about,
          id: newId(),
          kind: 'course',
          name: 'Caring with Confidence',
          heldOn: '2017-12-08',
          venue: 'Worcester',
        },
        {
          ...about,
          id: newId(),
          kind: 'one_to_one',
          name: 'Pump House',
          heldOn: '2018-01-09',
          hours: 1.5,
        },
      ])
      .execute(),
  )
  const today = isoDate('2018-04-03')
  const of = { personId: carer.id, actor: jo.actor, today }
  const entries = await as(jo.actor, (tx) => attendanceTimeline.list(tx, of))
  assert.deepEqual(
    entries.map(({ on, title, text }) => [on, title, text]),
    [
      ['2018-01-09', 'One-to-one session', 'Pump House, 1.5 hours'],
      ['2017-12-08', 'Course: Caring with Confidence', 'Worcester'],
    ],
  )
  const elsewhere = await house.signIn({ duties: ['key_worker'], organisation: 'Another service' })
  assert.deepEqual(await as(elsewhere.actor, (tx) => listAttendancesOf(tx, carer.id)), [])
})
